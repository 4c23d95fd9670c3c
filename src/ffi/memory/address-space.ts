import { EventKind, Owner } from "../../trace/format.ts";
import { DISPOSE, type Block } from "./block.ts";
import { classifyFault } from "../watching/classify-fault.ts";
import { globalAt } from "./c-globals.ts";
import { rememberMemory } from "./c-memory.ts";
import type { CallbackRecord } from "../callbacks/callback.ts";
import type { CheckerHooks, LibraryInstance } from "../host.ts";
import { KeptPointers } from "../watching/kept-pointers.ts";
import { Prototypes } from "../calls/prototypes.ts";
import { Registrations } from "../callbacks/registrations.ts";
import type { Crossing, Runtime } from "../runtime.ts";

/** The checker's number for `realloc`. */
const REALLOC = 3;

/** What the checker's `ffi_fail_malloc` takes for: no allocation fails. */
const NO_FAILURE = -1;

/** C functions of libc that give a new heap block to whoever calls them. */
const LIBC_ALLOCATORS = new Set(["malloc", "calloc", "realloc", "aligned_alloc", "strdup"]);

/** The address space of one opened library: its memory, its blocks, and what is true of them. */
export class AddressSpace implements CheckerHooks {
  readonly id: number;
  readonly name: string;
  readonly runtime: Runtime;
  readonly loosePointers = new Map<number, unknown>();
  readonly registrations = new Registrations(this);
  readonly kept = new KeptPointers(this);
  /** None before the library is attached. */
  prototypes = new Prototypes([]);
  /** Every block that stands at an address now; a tombstone until its address is given out again. */
  readonly #standing = new Map<number, Block>();
  readonly #all: Block[] = [];
  /** Those on the heap that have not been released. */
  readonly #live = new Set<Block>();
  #instance: LibraryInstance | null = null;
  /** Whether the build has the checker. */
  checked = false;
  #malloc: ((bytes: number) => number) | null = null;
  #free: ((address: number) => void) | null = null;
  /** Bytes of memory when it was last looked at; 0 before that. */
  #size = 0;
  #bytes = new Uint8Array(0);
  #words = new Int32Array(0);
  #view = new DataView(new ArrayBuffer(0));
  /** TypeScript allocates: the block is its own. */
  #allocating = false;
  closed = false;
  /** The `realloc` that made the latest block: the call it was in, and its place in C. It releases the old one there. */
  #reallocating: { readonly event: number | null; readonly cLocation: number } | null = null;

  constructor(runtime: Runtime, name: string) {
    this.runtime = runtime;
    this.name = name;
    this.id = runtime.spaces.push(this);
  }

  attach(instance: LibraryInstance): void {
    this.#instance = instance;
    this.checked = instance.build === "checked";
    this.prototypes = new Prototypes(instance.description.functions);
    this.#malloc = this.exported("malloc") as ((bytes: number) => number) | null;
    this.#free = this.exported("free") as ((address: number) => void) | null;
  }

  get instance(): LibraryInstance {
    if (!this.#instance) throw new Error(`library ${this.name} is not loaded`);
    return this.#instance;
  }

  /** The library's memory as bytes; made anew when it has grown. */
  get bytes(): Uint8Array {
    // Growth takes the old buffer's bytes away. Asking the memory for its buffer costs more than a call of C.
    if (this.#bytes.length === 0) this.#refresh();
    return this.#bytes;
  }

  /** The same memory, four bytes at a time. */
  get words(): Int32Array {
    if (this.#bytes.length === 0) this.#refresh();
    return this.#words;
  }

  get view(): DataView {
    if (this.#bytes.length === 0) this.#refresh();
    return this.#view;
  }

  #refresh(): void {
    const { buffer } = this.instance.memory;
    const { trace, span } = this.runtime;
    const before = this.#size;
    this.#size = buffer.byteLength;
    if (before > 0) trace.event(EventKind.Grow, span, 0, this.id, before, this.#size);
    if (this.checked) rememberMemory(buffer, this);
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Int32Array(buffer);
    this.#view = new DataView(buffer);
  }

  nextPointerId(): number {
    return this.runtime.nextPointerId();
  }

  /** A function of the binary by its C name; null when this build has none. */
  exported(functionName: string): ((...args: never[]) => unknown) | null {
    const name = this.prototypes.get(functionName)?.exportName[this.instance.build] ?? functionName;
    return this.instance.functions[name] ?? null;
  }

  call(functionName: string, ...args: number[]): number {
    const fn = this.exported(functionName) as ((...args: number[]) => number) | null;
    return fn ? fn(...args) : 0;
  }

  /** Allocates for TypeScript. Returns the address, 0 when there is no memory left. */
  allocate(bytes: number): number {
    if (!this.#malloc) return 0;
    if (!this.checked) return this.#malloc(bytes) >>> 0;
    // A failure that was asked for is to hit the library, and is put off meanwhile.
    const due = this.call("ffi_fail_malloc", NO_FAILURE);
    this.#allocating = true;
    try {
      return this.#malloc(bytes) >>> 0;
    } finally {
      this.#allocating = false;
      this.call("ffi_fail_malloc", due);
    }
  }

  /** Releases what TypeScript has allocated. */
  free(address: number): void {
    this.#free?.(address);
  }

  blocks(): readonly Block[] {
    return this.#all;
  }

  /** The blocks on the heap that have not been released. */
  liveBlocks(): ReadonlySet<Block> {
    return this.#live;
  }

  /** The heap block or static object that `address` lies in, redzones included; null when none is known. */
  blockAt(address: number): Block | null {
    const exact = this.#standing.get(address);
    if (exact && !exact.freed) return exact;
    if (!this.checked) return exact ?? null;
    // Where a released block began, another one may stand by now that begins elsewhere.
    const base = this.call("ffi_block_base", address) >>> 0;
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
    const found = globalAt(this, address);
    if (!found) return null;
    const known = this.#standing.get(found.address);
    if (known) return known;
    const block = this.#add(found.address, found.bytes, Owner.Static, null, 0, 0, found.constant);
    const name = this.runtime.trace.string(found.name);
    this.runtime.trace.event(EventKind.Own, 0, 0, this.id, block.id, Owner.Static, name);
    return block;
  }

  #add(
    address: number,
    bytes: number,
    owner: Owner,
    release: string | null,
    span: number,
    cLocation: number,
    constant = false,
  ): Block {
    const id = this.runtime.nextBlockId();
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
      madeIn: this.#crossing()?.event ?? null,
      takenBy: null,
      borrowedFrom: null,
      pointers: new Map(),
    };
    this.#standing.set(address, block);
    this.#all.push(block);
    if (owner !== Owner.Static) this.#live.add(block);
    this.runtime.trace.event(EventKind.Alloc, span, cLocation, this.id, id, address, bytes);
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
    const { trace, span } = this.runtime;
    trace.event(EventKind.Own, span, 0, this.id, block.id, owner, by === null ? 0 : trace.string(by));
  }

  /**
   * The library has let the program see a block. If it had taken it over, this lends it: pointers from before are the
   * same ones, and it cannot be told any more which of them is used.
   */
  shown(block: Block): void {
    if (block.takenBy === null) return;
    block.takenBy = null;
    this.runtime.faults.forget("FFI009", block);
  }

  /** The innermost call into this library. */
  #crossing(): Crossing | undefined {
    const crossing = this.runtime.crossings.at(-1);
    return crossing?.space === this && !crossing.isCallback ? crossing : undefined;
  }

  /** By their places in C's table. */
  readonly #callbacks = new Map<number, CallbackRecord>();

  addCallback(index: number, span: number): CallbackRecord {
    const record = { id: this.#callbacks.size + 1, index, span, closed: false, closedAt: 0, calledLate: false };
    this.#callbacks.set(index, record);
    return record;
  }

  callbackAt(index: number): CallbackRecord | undefined {
    return this.#callbacks.get(index);
  }

  allocated(address: number, bytes: number, allocator: number, cLocation: number): void {
    const crossing = this.#crossing();
    const span = crossing?.span ?? this.runtime.span;
    if (this.#allocating) {
      const block = this.#add(address, bytes, Owner.TypeScript, DISPOSE, span, 0);
      this.own(block, Owner.TypeScript, DISPOSE);
    } else if (crossing && LIBC_ALLOCATORS.has(crossing.function)) {
      const block = this.#add(address, bytes, Owner.TypeScript, "free", span, 0);
      this.own(block, Owner.TypeScript, "free");
    } else {
      const block = this.#add(address, bytes, Owner.C, null, span, cLocation);
      this.own(block, Owner.C, null);
    }
    // realloc makes the new block first and then releases the old one, if there is one and it may.
    this.#reallocating = allocator === REALLOC ? { event: crossing?.event ?? null, cLocation } : null;
  }

  release(address: number, cLocation: number): number {
    const block = this.#standing.get(address);
    if (!block) return 1;
    const crossing = this.#crossing();
    if (!crossing) {
      this.markFreed(block, DISPOSE, cLocation);
      return 1;
    }
    if (crossing.stale === address) return 0;
    const by = crossing.function;
    if (crossing.borrowedBeingFreed === block) {
      crossing.borrowedBeingFreed = null;
      const detail = { code: "FFI008", function: by, address, lender: block.borrowedFrom } as const;
      this.runtime.faults.report(detail, this, block, { cLocation });
      return 0;
    }
    const adopted = block.release === "free" && this.prototypes.adopts(by);
    const wrong = block.owner === Owner.TypeScript && !adopted && !releases(block.release, by);
    if (wrong) {
      const detail = { code: "FFI007", function: by, address, deallocator: block.release, allocator: null } as const;
      this.runtime.faults.report(detail, this, block, { cLocation });
      crossing.wrongRelease = null;
      block.freedWrongly = true;
    }
    this.markFreed(block, by, cLocation);
    return 1;
  }

  markFreed(block: Block, by: string, cLocation: number): void {
    block.freed = true;
    this.#live.delete(block);
    const crossing = this.#crossing();
    // What C makes and releases within one call was for that call: it has gone nowhere else.
    const temporary = block.madeIn !== null && block.madeIn === crossing?.event;
    const making = this.#reallocating;
    const reallocated = making !== null && making.event === (crossing?.event ?? null) && making.cLocation === cLocation;
    block.moved =
      reallocated || (block.owner === Owner.C && block.takenBy === null && !temporary && !this.prototypes.takes(by));
    this.#reallocating = null;
    const { trace } = this.runtime;
    const span = crossing?.span ?? this.runtime.span;
    trace.event(EventKind.Free, span, cLocation, this.id, block.id, trace.string(by));
  }

  fault(kind: number, address: number, bytes: number, cLocation: number): void {
    classifyFault(this, this.#crossing(), kind, address, bytes, cLocation);
  }
}

/** Whether `by` may release a block that is to be released with `release`. `realloc` releases what `free` does. */
function releases(release: string | null, by: string): boolean {
  return release === by || (release === "free" && by === "realloc");
}
