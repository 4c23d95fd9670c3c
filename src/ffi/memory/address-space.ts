import { EventKind } from "../../trace/format.ts";
import { CallbackTable } from "../callbacks/callback-table.ts";
import type { LibraryInstance } from "../host.ts";
import type { Runtime } from "../runtime.ts";
import { BlockTable } from "./block-table.ts";
import { LibraryBinary } from "./library-binary.ts";
import { RequestedFailure } from "./requested-failure.ts";

/** Whose memory a buffer is, or was before it grew. */
const ofBuffers = new WeakMap<object, AddressSpace>();

/** The address space of one opened library: its binary, the blocks in its memory, and the callbacks that it was given. */
export class AddressSpace extends LibraryBinary {
  readonly id: number;
  readonly name: string;
  readonly runtime: Runtime;
  readonly blocks: BlockTable;
  readonly callbacks = new CallbackTable();
  readonly requestedFailure: RequestedFailure;
  /** Pointers into no block, by address: the same address is the same `Pointer`. */
  readonly loosePointers = new Map<number, unknown>();
  closed = false;
  /** TypeScript is allocating: the block that comes to be is its own. */
  allocating = false;
  #malloc: ((bytes: number) => number) | null = null;
  #free: ((address: number) => void) | null = null;

  constructor(runtime: Runtime, name: string) {
    super();
    this.runtime = runtime;
    this.name = name;
    this.id = runtime.nextLibraryId();
    this.blocks = new BlockTable(this, runtime, this.id);
    this.requestedFailure = new RequestedFailure(this, runtime, this.id);
  }

  /** Whose memory a buffer is, or was before it grew; undefined for one of TypeScript's own, and in a fast build. */
  static ofBuffer(buffer: ArrayBufferLike): AddressSpace | undefined {
    return ofBuffers.get(buffer);
  }

  override attach(instance: LibraryInstance): void {
    super.attach(instance);
    this.#malloc = this.exported("malloc") as ((bytes: number) => number) | null;
    this.#free = this.exported("free") as ((address: number) => void) | null;
    this.requestedFailure.begin();
  }

  protected override hasNewBuffer(buffer: ArrayBufferLike, bytesBefore: number): void {
    const { trace, span } = this.runtime;
    if (bytesBefore > 0) trace.event(EventKind.Grow, span, 0, this.id, bytesBefore, buffer.byteLength);
    if (this.checked) ofBuffers.set(buffer, this);
  }

  /** Allocates `bytes` for TypeScript. Returns the address, 0 when there is no memory left. */
  allocate(bytes: number): number {
    if (!this.#malloc) return 0;
    if (!this.checked) return this.#malloc(bytes) >>> 0;
    const due = this.requestedFailure.beforeTypeScript();
    this.allocating = true;
    try {
      return this.#malloc(bytes) >>> 0;
    } finally {
      this.allocating = false;
      this.requestedFailure.afterTypeScript(due);
    }
  }

  /** A call goes into C: its memory grows, where the run is asked to have that. */
  entersC(): void {
    const grow = this.instance.conditions?.growAtCall;
    if (!grow || !this.checked) return;
    // Two looks at the memory, one before and one after, find that it has grown, and tell the trace.
    void this.bytes;
    grow();
    void this.bytes;
  }

  /** Releases what TypeScript has allocated. */
  free(address: number): void {
    this.#free?.(address);
  }
}
