import type { OpenLibrary } from "./snapshot.ts";
import { Column } from "../trace/column.ts";
import { lastAtMost } from "../trace/reader.ts";

interface Opened {
  readonly name: string;
  readonly openedAt: number;
  closedAt: number | null;
  readonly grown: { readonly event: number; readonly bytes: number }[];
}

/** Each `dlopen` of a run: when it was opened and closed, and how large its memory was when. */
export class LibraryHistory {
  readonly #opened = new Map<number, Opened>();
  /** The events by which any of them grew. */
  readonly #growths = new Column();

  open(event: number, id: number, name: string): void {
    this.#opened.set(id, { name, openedAt: event, closedAt: null, grown: [] });
  }

  close(event: number, id: number): void {
    const library = this.#opened.get(id);
    if (library) library.closedAt = event;
  }

  /** @param bytes size of its memory from now on */
  grow(event: number, id: number, bytes: number): void {
    this.#opened.get(id)?.grown.push({ event, bytes });
    this.#growths.push(event);
  }

  /** How many times the memory of any of them had grown at a step. */
  growthsAt(step: number): number {
    return this.#growths.lastAtMost(step - 1) + 1;
  }

  /** Empty for an id that no `dlopen` gave. */
  name(id: number): string {
    return this.#opened.get(id)?.name ?? "";
  }

  /** Those that had been opened at a step, closed ones too. */
  at(step: number): OpenLibrary[] {
    const open: OpenLibrary[] = [];
    for (const [id, library] of this.#opened) {
      if (library.openedAt >= step) continue;
      const grown = library.grown[lastAtMost(library.grown, step - 1, (entry) => entry.event)];
      open.push({
        id,
        name: library.name,
        open: library.closedAt === null || library.closedAt >= step,
        memoryBytes: grown?.bytes ?? 0,
      });
    }
    return open;
  }
}
