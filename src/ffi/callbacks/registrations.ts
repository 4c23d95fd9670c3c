import type { CFunction } from "../../contract/description.ts";
import { EventKind, Owner } from "../../trace/format.ts";
import { callbacksGiven } from "./callbacks-given.ts";
import type { Block } from "../memory/block.ts";
import type { CallbackRecord } from "./callback-table.ts";
import type { KeptPointers } from "../watching/kept-pointers.ts";
import type { AddressSpace } from "../memory/address-space.ts";

type Raw = readonly (number | bigint)[];

/** A callback, or a table of them, that a library remembers, as far as the headers say. */
interface Registration {
  /** Its number in the trace. */
  readonly id: number;
  /** The C function that was given it. */
  readonly by: CFunction;
  /** What that function was given, and what it returned, by which its end may name it. */
  readonly given: Raw;
  readonly returned: number;
  readonly callbacks: readonly CallbackRecord[];
  /** The table that they stand in; null where C was given the function itself. */
  readonly table: Block | null;
  readonly span: number;
  /** What the library has kept pointers into along with it: a context, say. */
  readonly kept: readonly Block[];
  /** Its end was put off until no call of the library is under way. */
  isEnding: boolean;
}

/** Which callbacks a library has registered now. */
export class Registrations {
  readonly #space: AddressSpace;
  readonly #kept: KeptPointers;
  #now: Registration[] = [];
  #made = 0;
  /** Whether the end of some was put off. */
  areEnding = false;

  constructor(space: AddressSpace, kept: KeptPointers) {
    this.#space = space;
    this.#kept = kept;
  }

  /** Takes note of what a call that has returned did. `raw` are the arguments as C got them, `kept` what it was to keep. */
  afterCall(actual: CFunction, raw: Raw, result: number | bigint, kept: readonly Block[]): void {
    const returned = actual.result.kind === "integer" ? Number(result) : 0;
    if (returned < 0) return;
    if (actual.registers) this.#register(actual, raw, returned, kept);
    if (!actual.unregisters) return;
    const isMeant = ended(actual, raw);
    if (returned === 0) return this.#end(isMeant);
    for (const one of this.#now.filter(isMeant)) one.isEnding = this.areEnding = true;
  }

  /** A call has returned: what was put off until no other one is under way is due now, if none is. */
  endPutOff(): void {
    const { id, runtime } = this.#space;
    if (runtime.crossings.some(({ library }) => library === id)) return;
    this.areEnding = false;
    this.#end(({ isEnding }) => isEnding);
  }

  /** What a registration has kept ends with it, though the bytes may still stand where they were. */
  #end(isMeant: (one: Registration) => boolean, keptAgain: readonly Block[] = []): void {
    const { id: library, runtime } = this.#space;
    const over = this.#now.filter(isMeant);
    this.#now = this.#now.filter((one) => !isMeant(one));
    const stillKept = new Set([...this.#now.flatMap(({ kept }) => kept), ...keptAgain]);
    for (const { id, kept } of over) {
      runtime.trace.event(EventKind.Unregister, runtime.span, 0, library, id);
      for (const block of kept) if (!stillKept.has(block)) this.#kept.forget(block, runtime.span);
    }
  }

  #register(actual: CFunction, raw: Raw, returned: number, kept: readonly Block[]): void {
    const space = this.#space;
    const { span, trace } = space.runtime;
    const { prototypes } = space;
    const end = prototypes.get(actual.registers!.endedBy);
    // Where no number tells them apart, the new one is in the place of the one there was.
    if (end?.unregisters?.id === null) {
      const { handle } = end.unregisters;
      const before = (one: Registration): boolean =>
        one.by.name === actual.name &&
        (!handle || argument(actual, raw, handle.registered) === argument(actual, one.given, handle.registered));
      this.#end(before, kept);
    }
    const { callbacks, table } = callbacksGiven(space, actual, raw);
    if (callbacks.length === 0) return;
    if (table) space.callbacks.tables.add(table);
    const id = (this.#made += 1);
    this.#now.push({ id, by: actual, given: raw, returned, callbacks, table, span, kept, isEnding: false });
    const by = trace.string(actual.name);
    for (const callback of callbacks) trace.event(EventKind.Register, span, 0, space.id, callback.id, by, id);
  }

  /** Reports, at the end of a program, every callback that is still registered: FFI020 where it was registered. */
  report(): void {
    for (const one of this.#now) {
      const { by, callbacks, span } = one;
      if (one.isEnding || this.#isReported(one)) continue;
      const { endedBy } = by.registers!;
      const detail = { code: "FFI020", function: by.name, address: callbacks[0]!.index, unregister: endedBy } as const;
      this.#space.runtime.faults.report(detail, this.#space, null, { span });
    }
  }

  /** Whether another fault says already that this one did not end: a late use of it, or that its handle was never released. */
  #isReported({ by, given, callbacks, table }: Registration): boolean {
    const { blocks, callbacks: ofLibrary, prototypes } = this.#space;
    if (callbacks.some(({ calledLate }) => calledLate)) return true;
    if (table && ofLibrary.tablesReadLate.has(table)) return true;
    return prototypes.endsOf(by.name).some((end) => {
      const { handle } = end.unregisters!;
      const parameter = end.parameters.find(({ name }) => name === handle?.given);
      if (!handle || parameter?.ownership !== "taken") return false;
      const block = blocks.at(Number(argument(by, given, handle.registered)) >>> 0);
      return block !== null && (block.freed || block.owner === Owner.TypeScript);
    });
  }
}

/** Which registrations a call of a function that ends some is about. */
function ended(end: CFunction, raw: Raw): (one: Registration) => boolean {
  const { register, id, handle } = end.unregisters!;
  return ({ by, given, returned }) =>
    by.name === register &&
    (id === null || returned === Number(argument(end, raw, id))) &&
    (!handle || argument(by, given, handle.registered) === argument(end, raw, handle.given));
}

function argument({ parameters }: CFunction, raw: Raw, name: string): number | bigint | undefined {
  return raw[parameters.findIndex((parameter) => parameter.name === name)];
}
