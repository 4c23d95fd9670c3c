/** Objects of the host by number. The program inside has the numbers; one that was never given out leads to nothing. */
export class Handles {
  readonly #objects: unknown[] = [null];
  readonly #numbers = new Map<unknown, number>();

  /** The number of an object; the same object has the same one. */
  of(object: unknown): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const number = this.#objects.push(object) - 1;
    this.#numbers.set(object, number);
    return number;
  }

  /** The object with this number; undefined when there is none. */
  at(number: unknown): unknown {
    return typeof number === "number" && Number.isInteger(number) && number > 0 ? this.#objects[number] : undefined;
  }
}
