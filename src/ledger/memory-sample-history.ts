import { lastAtMost } from "../trace/reader.ts";

/** What one block held, as far as a look at it went. */
export interface MemorySample {
  /** Index of the event. */
  readonly event: number;
  /** The block's first bytes. */
  readonly bytes: Uint8Array;
  /** What C's pointer to it points to, as a prototype spells it: `const char`; null where no prototype has said. */
  readonly type: string | null;
}

/** The memory samples of a run: what was in its blocks, and when. */
export class MemorySampleHistory {
  readonly #looks = new Map<
    number,
    { readonly event: number; readonly text: string; readonly type: string | null }[]
  >();
  /** The event after which nothing more was looked at; null when everything was. */
  spentAt: number | null = null;

  take(event: number, block: number, text: string, type: string): void {
    if (block === 0) {
      this.spentAt ??= event;
      return;
    }
    const look = { event, text, type: type === "" ? null : type };
    const looks = this.#looks.get(block);
    if (looks) looks.push(look);
    else this.#looks.set(block, [look]);
  }

  /** The last look at a block by a step, and the one before it. */
  at(block: number, step: number): { readonly last: MemorySample; readonly before: MemorySample | null } | null {
    const looks = this.#looks.get(block);
    if (!looks) return null;
    const index = lastAtMost(looks, step - 1, (look) => look.event);
    const last = looks[index];
    if (!last) return null;
    const before = looks[index - 1];
    const read = ({ event, text, type }: typeof last): MemorySample => ({ event, type, bytes: bytesOf(text) });
    return { last: read(last), before: before ? read(before) : null };
  }
}

/** A character a byte; what a byte cannot be becomes its low eight bits, for a trace is not trusted to be sane. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
