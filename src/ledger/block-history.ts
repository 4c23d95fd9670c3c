import { Owner } from "../trace/format.ts";
import type { Block, BlockOwner, BlockState, Holder } from "./snapshot.ts";
import type { CodeLocations } from "./code-locations.ts";
import { lastAtMost } from "../trace/reader.ts";
import { ownerName } from "./owner-name.ts";

interface At {
  readonly event: number;
  readonly span: number;
}

/** All that ever happened to one block, in order; what it is at a step is read from that. */
export class BlockHistory {
  readonly id: number;
  readonly library: string;
  readonly address: number;
  readonly bytes: number;
  readonly #allocated: At & { readonly cLocation: number };
  readonly #owners: (At & { readonly owner: Owner; readonly text: string })[] = [];
  readonly #points: (At & { readonly pointer: number; readonly offset: number })[] = [];
  /** Since when C remembers a pointer into it, or remembers none: then `by` is null. */
  readonly #kept: { readonly event: number; readonly by: string | null }[] = [];
  #freed: (At & { readonly cLocation: number; readonly by: string }) | null = null;
  #leakedAt: number | null = null;
  #held: { readonly event: number; readonly holder: Holder } | null = null;
  /** Indices of its events, in order: from one to the next it is the same block. */
  readonly #events: number[] = [];
  /** The block that was read last, and how many of its events had happened by then. */
  #read: { readonly events: number; readonly block: Block } | null = null;

  constructor(
    id: number,
    library: string,
    address: number,
    bytes: number,
    allocated: At & { readonly cLocation: number },
  ) {
    this.id = id;
    this.library = library;
    this.address = address;
    this.bytes = bytes;
    this.#allocated = allocated;
  }

  /** The event since which it is known whose it is. Before that nothing true could be said of it. */
  get born(): number {
    return this.#owners[0]?.event ?? Number.POSITIVE_INFINITY;
  }

  /** The event that released it; infinity for one that is allocated as far as the trace goes. */
  get freedAt(): number {
    return this.#freed?.event ?? Number.POSITIVE_INFINITY;
  }

  /** Who owns it when `step` events have happened. */
  ownerAt(step: number): BlockOwner {
    return ownerName(this.#owners.findLast((entry) => entry.event < step)?.owner);
  }

  get isStatic(): boolean {
    return this.#owners.at(-1)?.owner === Owner.Static;
  }

  /** Allocated on the heap and not released, as far as the trace goes. */
  get isLive(): boolean {
    return this.#freed === null && !this.isStatic;
  }

  get isTheProgramsToRelease(): boolean {
    return this.isLive && this.#owners.at(-1)?.owner === Owner.TypeScript;
  }

  own(event: number, span: number, owner: Owner, text: string): void {
    this.#events.push(event);
    this.#owners.push({ event, span, owner, text });
  }

  point(event: number, span: number, pointer: number, offset: number): void {
    this.#events.push(event);
    this.#points.push({ event, span, pointer, offset });
  }

  keep(event: number, by: string | null): void {
    this.#events.push(event);
    this.#kept.push({ event, by });
  }

  free(event: number, span: number, cLocation: number, by: string): void {
    this.#events.push(event);
    this.#freed ??= { event, span, cLocation, by };
  }

  hold(event: number, holder: Holder): void {
    this.#events.push(event);
    this.#held = { event, holder };
  }

  leak(event: number): void {
    this.#events.push(event);
    this.#leakedAt = event;
  }

  /** As `at`; the same object where nothing has happened to the block between this step and the one read before. */
  shared(step: number, locations: CodeLocations): Block {
    const events = lastAtMost(this.#events, step - 1, (event) => event) + 1;
    if (this.#read?.events !== events) this.#read = { events, block: this.at(step, locations) };
    return this.#read.block;
  }

  /** The block when `step` events have happened. */
  at(step: number, locations: CodeLocations): Block {
    const owners = this.#owners.filter((entry) => entry.event < step);
    const points = this.#points.filter((entry) => entry.event < step);
    const now = owners.at(-1);
    const freed = this.#freed && this.#freed.event < step ? this.#freed : null;
    const keptBy = this.#kept.findLast((entry) => entry.event < step)?.by ?? null;
    const owner = ownerName(now?.owner);
    const first = owners[0]?.owner;
    const pointers = points.map(({ pointer, offset, span }) => ({
      id: pointer,
      offset,
      label: locations.typescript(span)?.name ?? null,
    }));
    const lent = owner === "typescript" ? keptBy !== null : pointers.length > 0;
    let state: BlockState = "live";
    if (freed) state = "freed";
    else if (this.#leakedAt !== null && this.#leakedAt < step) state = "leaked";
    else if (now && first !== now.owner) state = "handed-over";
    else if (lent) state = "borrowed";
    return {
      id: this.id,
      library: this.library,
      address: this.address,
      bytes: this.bytes,
      owner,
      state,
      label: this.#label(owner, now?.text, pointers, locations),
      release: owner === "typescript" ? (now?.text ?? null) || null : null,
      allocated: {
        event: this.#allocated.event,
        typescript: locations.typescript(this.#allocated.span),
        c: locations.c(this.library, this.#allocated.cLocation),
      },
      freed: freed && {
        event: freed.event,
        typescript: locations.typescript(freed.span),
        c: locations.c(this.library, freed.cLocation),
        by: freed.by,
      },
      takenOver:
        now?.owner === Owner.C && now.text !== ""
          ? { event: now.event, typescript: locations.typescript(now.span), c: null, by: now.text }
          : null,
      pointers,
      keptBy,
      heldIn: !freed && this.#held && this.#held.event < step ? this.#held.holder : null,
    };
  }

  #label(owner: BlockOwner, text: string | undefined, pointers: Block["pointers"], locations: CodeLocations): string {
    const named = pointers.find((pointer) => pointer.label !== null)?.label;
    if (named) return named;
    if (owner === "static") return text || "static";
    const inside = locations.c(this.library, this.#allocated.cLocation)?.function;
    if (inside) return inside;
    return this.#owners[0]?.text === "dispose" ? "alloc" : "malloc";
  }
}
