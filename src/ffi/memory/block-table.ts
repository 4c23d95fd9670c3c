import { EventKind, Owner } from "../../trace/format.ts";
import type { Runtime } from "../runtime.ts";
import type { Block } from "./block.ts";
import { globalAt } from "./c-globals.ts";
import type { LibraryBinary } from "./library-binary.ts";

/** The blocks of one library's memory, by address, and whose they are. */
export class BlockTable {
  readonly #binary: LibraryBinary;
  readonly #runtime: Runtime;
  readonly #library: number;
  /** Every block that stands at an address now; a tombstone until its address is given out again. */
  readonly #standing = new Map<number, Block>();
  readonly #all: Block[] = [];
  readonly #live = new Set<Block>();

  /** @param library The library's number in the trace. */
  constructor(binary: LibraryBinary, runtime: Runtime, library: number) {
    this.#binary = binary;
    this.#runtime = runtime;
    this.#library = library;
  }

  /** Every block there ever was, in the order in which they came to be. */
  get all(): readonly Block[] {
    return this.#all;
  }

  /** The blocks on the heap that have not been released. */
  get live(): ReadonlySet<Block> {
    return this.#live;
  }

  /** The block that begins at exactly this address; a tombstone until the address is given out again. */
  beginningAt(address: number): Block | undefined {
    return this.#standing.get(address);
  }

  /** The heap block or static object that `address` lies in, redzones included; null when none is known. */
  at(address: number): Block | null {
    const exact = this.#standing.get(address);
    if (exact && !exact.freed) return exact;
    if (!this.#binary.checked) return exact ?? null;
    // Where a released block began, another one may stand by now that begins elsewhere.
    const base = this.#binary.call("ffi_block_base", address) >>> 0;
    if (base !== 0) return this.#standing.get(base) ?? null;
    return exact ?? this.#staticAt(address);
  }

  /**
   * The block released last among those that had this address, when none stands there now: with a small quarantine the
   * checker has forgotten it. Looks through all of them, so it is for reports only.
   */
  tombstoneAt(address: number): Block | null {
    for (let i = this.#all.length - 1; i >= 0; i -= 1) {
      const block = this.#all[i]!;
      if (block.freed && address >= block.address && address < block.address + Math.max(1, block.bytes)) return block;
    }
    return null;
  }

  #staticAt(address: number): Block | null {
    const found = globalAt(this.#binary, address);
    if (!found) return null;
    const known = this.#standing.get(found.address);
    if (known) return known;
    const { address: start, bytes, constant } = found;
    const block = this.#add(start, bytes, Owner.Static, null, 0, 0, constant);
    const { trace } = this.#runtime;
    trace.event(EventKind.Own, 0, 0, this.#library, block.id, Owner.Static, trace.string(found.name));
    return block;
  }

  /**
   * A block of the heap has come to be. Without an object for what is said of it: a loop makes a hundred thousand.
   *
   * @param bytes Byte size as it was asked for.
   * @param release See `Block.release`.
   */
  add(address: number, bytes: number, owner: Owner, release: string | null, span: number, cLocation: number): Block {
    const block = this.#add(address, bytes, owner, release, span, cLocation, false);
    this.own(block, owner, release);
    return block;
  }

  #add(
    address: number,
    bytes: number,
    owner: Owner,
    release: string | null,
    span: number,
    cLocation: number,
    constant: boolean,
  ): Block {
    const id = this.#runtime.nextBlockId();
    const block: Block = {
      id,
      address,
      bytes,
      span,
      cLocation,
      constant,
      owner,
      release,
      freed: false,
      freedWrongly: false,
      releaseFailed: false,
      moved: false,
      madeIn: this.#runtime.callInto(this.#library)?.event ?? null,
      takenBy: null,
      borrowedFrom: null,
      pointers: new Map(),
    };
    this.#standing.set(address, block);
    this.#all.push(block);
    if (owner !== Owner.Static) this.#live.add(block);
    this.#runtime.trace.event(EventKind.Alloc, span, cLocation, this.#library, id, address, bytes);
    return block;
  }

  /**
   * Records whose a block is from now on. `by` is the function that has to release it, for the program's; the one that
   * took it over, for C's, if one did.
   */
  own(block: Block, owner: Owner, by: string | null): void {
    block.owner = owner;
    block.release = owner === Owner.TypeScript ? by : null;
    block.takenBy = owner === Owner.C ? by : null;
    const { trace, span } = this.#runtime;
    trace.event(EventKind.Own, span, 0, this.#library, block.id, owner, by === null ? 0 : trace.string(by));
  }

  /**
   * The library has let the program see a block. If it had taken it over, this lends it: pointers from before are the
   * same ones, and it cannot be told any more which of them is used.
   */
  shown(block: Block): void {
    if (block.takenBy === null) return;
    block.takenBy = null;
    this.#runtime.faults.forget("FFI009", block);
  }

  /** A block was released by `by`. */
  released(block: Block, by: string, span: number, cLocation: number): void {
    block.freed = true;
    this.#live.delete(block);
    const { trace } = this.#runtime;
    trace.event(EventKind.Free, span, cLocation, this.#library, block.id, trace.string(by));
  }
}
