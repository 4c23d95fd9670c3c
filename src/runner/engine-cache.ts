import type { SealedEngineFiles } from "../contract/run.ts";
import type { ImportText } from "./load-library.ts";
import type { PreparedEngine, SealedModule } from "./sealed-engine.ts";

/** The sealed engine of one worker, made ready once. */
export class EngineCache {
  readonly #importText: ImportText;
  #text = "";
  #engine: Promise<PreparedEngine> | null = null;

  constructor(importText: ImportText) {
    this.#importText = importText;
  }

  /** One that does not load is tried again when the next run takes it. @throws Error with the engine's reason */
  take({ engine, wasm }: Pick<SealedEngineFiles, "engine" | "wasm">): Promise<PreparedEngine> {
    if (this.#engine !== null && this.#text === engine) return this.#engine;
    const load = this.#importText(engine).then((module) => (module as unknown as SealedModule).prepareEngine(wasm));
    this.#text = engine;
    this.#engine = load;
    load.catch(() => {
      if (this.#engine === load) this.#engine = null;
    });
    return load;
  }
}
