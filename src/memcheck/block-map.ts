import { EventKind, Owner } from "../trace/format.ts";
import { GlobalFlag, GlobalRecord, OriginRecord } from "../contract/checker-abi.ts";
import type { TraceWriter } from "../trace/writer.ts";
import type { Binary } from "./binary.ts";
import { stackVariableAt } from "./stack-variable.ts";

/** Memory that a report can speak of: a block of the heap, a global, or a local variable. */
export interface KnownBlock {
  /** 0 for blocks of the C library's own, which no report names. */
  readonly id: number;
  readonly kind: "heap" | "global" | "local";
  readonly address: number;
  readonly bytes: number;
  /** Where it was allocated. */
  readonly cLocation: number;
  /** A global that must not be written, or a text literal. */
  readonly constant: boolean;
  freed: boolean;
  /** The program tried to release it, wrongly: that it is still there is no second mistake. */
  wronglyReleased: boolean;
}

/** The number of the program among the trace's libraries; there is no other. */
export const LIBRARY = 1;

/** Every block of one run, by address. */
export class BlockMap {
  readonly #binary: Binary;
  readonly #trace: TraceWriter;
  readonly #heap = new Map<number, KnownBlock>();
  readonly #named = new Map<string, KnownBlock>();
  #count = 0;

  constructor(binary: Binary, trace: TraceWriter) {
    this.#binary = binary;
    this.#trace = trace;
  }

  /** A block came to be. Without a location no line of the program made it: it is the C library's own. */
  add(address: number, bytes: number, cLocation: number): void {
    if (cLocation === 0) {
      this.#heap.set(address, { ...fresh("heap", 0, address, bytes), cLocation });
      return;
    }
    this.#heap.set(address, { ...this.#announce("heap", address, bytes, Owner.C, "", cLocation), cLocation });
  }

  /** The heap block that begins at exactly this address; a freed one until its address is given out again. */
  at(address: number): KnownBlock | undefined {
    return this.#heap.get(address);
  }

  /** All heap blocks that are allocated. */
  live(): KnownBlock[] {
    return [...this.#heap.values()].filter((block) => !block.freed);
  }

  /** What an address lies in or beside; null when it is nothing the program was given. */
  around(address: number): KnownBlock | null {
    const exact = this.#heap.get(address);
    if (exact) return exact;
    const base = this.#binary.call("ffi_block_base", address);
    if (base !== 0) return this.#heap.get(base) ?? null;
    return this.#global(address) ?? this.#local(address);
  }

  /** What an unwritten value comes from; null when that does not exist any more. */
  ofOrigin(origin: number): KnownBlock | null {
    const address = this.#binary.word(origin + OriginRecord.Address);
    const name = this.#binary.word(origin + OriginRecord.Name);
    if (name !== 0) return this.#once(`value ${origin}`, "local", address, 0, this.#binary.text(name, 100));
    const block = this.#heap.get(address);
    return block?.cLocation === this.#binary.word(origin + OriginRecord.Location) ? block : null;
  }

  #global(address: number): KnownBlock | null {
    const record = this.#binary.call("ffi_global_at", address);
    if (record === 0) return null;
    const word = (offset: number) => this.#binary.word(record + offset);
    const start = word(GlobalRecord.Address);
    const key = `global ${start}`;
    const name = this.#binary.text(word(GlobalRecord.Name), 100);
    return this.#once(
      key,
      "global",
      start,
      word(GlobalRecord.Bytes),
      name,
      word(GlobalRecord.Flags) === GlobalFlag.Constant,
    );
  }

  #local(address: number): KnownBlock | null {
    const low = this.#binary.address("__data_end");
    const variable = address >= low ? stackVariableAt(this.#binary, address) : null;
    if (variable === null) return null;
    const key = `local ${variable.function} ${variable.name} ${variable.address}`;
    return this.#once(key, "local", variable.address, variable.bytes, variable.name);
  }

  #once(
    key: string,
    kind: "global" | "local",
    address: number,
    bytes: number,
    name: string,
    constant = false,
  ): KnownBlock {
    const known = this.#named.get(key) ?? {
      ...this.#announce(kind, address, bytes, Owner.Static, name, 0),
      constant,
    };
    this.#named.set(key, known);
    return known;
  }

  #announce(
    kind: KnownBlock["kind"],
    address: number,
    bytes: number,
    owner: Owner,
    name: string,
    cLocation: number,
  ): KnownBlock {
    const id = (this.#count += 1);
    this.#trace.event(EventKind.Alloc, 0, cLocation, LIBRARY, id, address, bytes);
    this.#trace.event(EventKind.Own, 0, 0, LIBRARY, id, owner, name === "" ? 0 : this.#trace.string(name));
    return fresh(kind, id, address, bytes);
  }
}

function fresh(kind: KnownBlock["kind"], id: number, address: number, bytes: number): KnownBlock {
  return { id, kind, address, bytes, cLocation: 0, constant: false, freed: false, wronglyReleased: false };
}
