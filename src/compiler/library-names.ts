/** Collects the names in `dlopen("…")`; one computed name makes the whole list unknown. */
export class LibraryNames {
  readonly #names = new Set<string>();
  #computed = false;

  add(name: string | null): void {
    if (name === null) this.#computed = true;
    else this.#names.add(name);
  }

  all(): string[] | null {
    return this.#computed ? null : [...this.#names];
  }
}
