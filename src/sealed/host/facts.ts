import { readEvent } from "../../trace/event.ts";
import { EventKind, Owner, type TraceBatch } from "../../trace/format.ts";

/** What checks may ask about the run so far. It reads the trace, as it is written. */
export class ExamFacts {
  readonly #flush: () => void;
  /** Functions that the run's conditions let fail by themselves. */
  readonly #failing: readonly string[];
  readonly #strings: string[] = [];
  readonly #calls = new Map<string, number>();
  readonly #held = new Set<string>();
  #failures = 0;

  /** @param flush has everything that was written until now read */
  constructor(flush: () => void, failing: readonly string[]) {
    this.#flush = flush;
    this.#failing = failing;
  }

  read(batch: TraceBatch): void {
    for (const text of batch.strings) this.#strings.push(text);
    for (let i = 0; i < batch.kind.length; i += 1) {
      const event = readEvent(batch, i);
      switch (event.kind) {
        case EventKind.Call: {
          const name = this.#strings[event.function - 1] ?? "";
          this.#calls.set(name, (this.#calls.get(name) ?? 0) + 1);
          if (this.#failing.includes(name)) this.#failures += 1;
          break;
        }
        case EventKind.Refused:
          this.#failures += 1;
          break;
        case EventKind.Own: {
          const block = `${event.library} ${event.block}`;
          if (event.owner === Owner.TypeScript) this.#held.add(block);
          else this.#held.delete(block);
          break;
        }
        case EventKind.Free:
          this.#held.delete(`${event.library} ${event.block}`);
          break;
        default:
      }
    }
  }

  /**
   * - `failures`: how often the conditions made something fail.
   * - `calls`: how often TypeScript called this function of C.
   * - `held`: blocks that TypeScript has to release.
   */
  ask(fact: string, name: string): number {
    this.#flush();
    switch (fact) {
      case "failures":
        return this.#failures;
      case "calls":
        return this.#calls.get(name) ?? 0;
      case "held":
        return this.#held.size;
      default:
        return 0;
    }
  }
}
