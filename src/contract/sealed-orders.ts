import type { EngineParts, SealedRequest, SeriesMessage } from "./messages.ts";
import type { LibraryFiles } from "./run.ts";

/** Says sealed runs to one worker: the files of an engine or a library go with the first run that uses them, and not again. */
export class SealedOrders {
  readonly #libraries = new Map<LibraryFiles, number>();
  #engine: EngineParts | null = null;

  /**
   * The messages that order a run, in their order.
   *
   * @param request its `LibraryFiles` are known again by their identity: read them once for all runs.
   */
  of(runId: number, request: SealedRequest): SeriesMessage[] {
    const { libraries, sealed, ...rest } = request;
    const { engine, wasm, ...options } = sealed;
    const messages: SeriesMessage[] = [];
    if (this.#engine?.engine !== engine || this.#engine.wasm !== wasm) {
      this.#engine = { engine, wasm };
      messages.push({ type: "engine", engine, wasm });
    }
    const numbers = libraries.map((files) => {
      const known = this.#libraries.get(files);
      if (known !== undefined) return known;
      const number = this.#libraries.size + 1;
      this.#libraries.set(files, number);
      messages.push({ type: "library", number, files });
      return number;
    });
    return [...messages, { type: "sealed-run", runId, request: { ...rest, libraries: numbers, sealed: options } }];
  }
}
