import { FAIL_EVERY, FAIL_NONE } from "../../contract/checker-abi.ts";
import { EventKind } from "../../trace/format.ts";
import type { Runtime } from "../runtime.ts";
import type { LibraryBinary } from "./library-binary.ts";

/**
 * The one allocation that this run is asked to fail: of C's, or of C's and TypeScript's counted together. The checker counts
 * down to it and refuses it without a word to the host, whichever function asked and whatever that function makes of it; so
 * whenever C has run, the host looks whether it is through.
 */
export class RequestedFailure {
  /** It is still to come. While it is not, there is nothing to look for. */
  pending = false;
  readonly #binary: LibraryBinary;
  readonly #runtime: Runtime;
  readonly #library: number;
  #countsTypeScript = false;

  /** @param library The library's number in the trace. */
  constructor(binary: LibraryBinary, runtime: Runtime, library: number) {
    this.#binary = binary;
    this.#runtime = runtime;
    this.#library = library;
  }

  /** To be called once the library is there, with its conditions set. */
  begin(): void {
    if (!this.#binary.checked) return;
    this.#countsTypeScript = this.#binary.instance.conditions?.failsTypeScript ?? false;
    const due = this.#suspend();
    this.#resume(due);
    // Where every allocation fails, no single one is waited for.
    this.pending = due !== FAIL_NONE && due !== FAIL_EVERY;
  }

  /** Tells the trace if it has come since. To be called right after C has run, inside of the crossing that ran it. */
  review(span: number): void {
    const due = this.#suspend();
    if (due !== FAIL_NONE) {
      this.#resume(due);
      return;
    }
    this.pending = false;
    const { trace, crossings } = this.#runtime;
    const crossing = crossings.at(-1);
    trace.event(EventKind.Refused, span, 0, this.#library, crossing ? crossing.event + 1 : 0);
  }

  /** TypeScript is about to allocate. Returns what `afterTypeScript` is to be given. */
  beforeTypeScript(): number {
    return this.#countsTypeScript ? FAIL_NONE : this.#suspend();
  }

  /** TypeScript has allocated, or was refused. */
  afterTypeScript(due: number): void {
    if (!this.#countsTypeScript) this.#resume(due);
    else if (this.pending) this.review(this.#runtime.span);
  }

  /** Until `#resume` no allocation fails or is counted. Returns what `#resume` is to be given. */
  #suspend(): number {
    return this.#binary.call("ffi_fail_malloc", FAIL_NONE) >>> 0;
  }

  #resume(due: number): void {
    this.#binary.call("ffi_fail_malloc", due);
  }
}
