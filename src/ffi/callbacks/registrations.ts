import type { CFunction } from "../../contract/description.ts";
import type { Block } from "../memory/block.ts";
import type { CallbackRecord } from "./callback-table.ts";
import type { KeptPointers } from "../watching/kept-pointers.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** A callback that a library remembers, as far as the headers say. */
interface Registration {
  /** The C function that was given it, and the one that ends it. */
  readonly by: string;
  readonly endedBy: string;
  /** What the function returned, where that is how its end names it; null where there is one at a time. */
  readonly id: number | null;
  readonly callback: CallbackRecord;
  readonly span: number;
  /** What the library has kept pointers into along with it: a context, say. */
  readonly kept: readonly Block[];
}

/** Which callbacks a library has registered now. */
export class Registrations {
  readonly #space: AddressSpace;
  #now: Registration[] = [];

  readonly #kept: KeptPointers;

  constructor(space: AddressSpace, kept: KeptPointers) {
    this.#space = space;
    this.#kept = kept;
  }

  /** Takes note of what a call that has returned did. `raw` are the arguments as C got them, `kept` what it was to keep. */
  afterCall(
    actual: CFunction,
    raw: readonly (number | bigint)[],
    result: number | bigint,
    kept: readonly Block[],
  ): void {
    const { registers, unregisters } = actual;
    if (registers) this.#register(actual, registers, raw, result, kept);
    if (unregisters) {
      const id = unregisters.id === null ? null : Number(raw[parameterIndex(actual, unregisters.id)]);
      this.#end((one) => one.by === unregisters.register && (id === null || one.id === id));
    }
  }

  /** What a registration has kept ends with it, though the bytes may still stand where they were. */
  #end(isMeant: (one: Registration) => boolean, keptAgain: readonly Block[] = []): void {
    const ended = this.#now.filter(isMeant);
    this.#now = this.#now.filter((one) => !isMeant(one));
    const stillKept = new Set([...this.#now.flatMap(({ kept }) => kept), ...keptAgain]);
    for (const block of ended.flatMap(({ kept }) => kept)) {
      if (!stillKept.has(block)) this.#kept.forget(block, this.#space.runtime.span);
    }
  }

  #register(
    actual: CFunction,
    { callback, endedBy }: NonNullable<CFunction["registers"]>,
    raw: readonly (number | bigint)[],
    result: number | bigint,
    kept: readonly Block[],
  ): void {
    const end = this.#space.prototypes.get(endedBy)?.unregisters;
    const isOnlyOne = end !== undefined && end.id === null;
    if (isOnlyOne) this.#end((one) => one.by === actual.name, kept);
    const failed = actual.result.kind === "integer" && Number(result) < 0;
    const record = this.#space.callbacks.at(Number(raw[parameterIndex(actual, callback)]) >>> 0);
    if (failed || !record) return;
    const id = isOnlyOne ? null : Number(result);
    this.#now.push({ by: actual.name, endedBy, id, callback: record, span: this.#space.runtime.span, kept });
  }

  /** Reports, at the end of a program, every callback that is still registered: FFI020 where it was registered. */
  report(): void {
    for (const { by, endedBy, callback, span } of this.#now) {
      // A late call of it has been reported already, and is the same omission.
      if (callback.calledLate) continue;
      const detail = { code: "FFI020", function: by, address: callback.index, unregister: endedBy } as const;
      this.#space.runtime.faults.report(detail, this.#space, null, { span });
    }
  }
}

function parameterIndex(actual: CFunction, name: string): number {
  return actual.parameters.findIndex((parameter) => parameter.name === name);
}
