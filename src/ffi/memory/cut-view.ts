import type { AddressSpace } from "./address-space.ts";

/**
 * Memory of its own for a view that was made to reach past its block: what lies outside of the block is nothing that the
 * view may read or write. The part inside is C's: it is taken from there before the view is used, and brought back after
 * the view was written. The rest is zero at first.
 */
export class CutView {
  /** As many bytes as the view was asked for. */
  readonly own: Uint8Array;
  readonly #space: AddressSpace;
  /** Where the inner part begins in C's memory, and in `own`; and its bytes. */
  readonly #address: number;
  readonly #start: number;
  readonly #bytes: number;

  /**
   * @param address where the view was to begin; `bytes` is its length
   * @param from where what it may use begins, `to` where that ends
   */
  constructor(space: AddressSpace, address: number, bytes: number, from: number, to: number) {
    this.#space = space;
    this.own = new Uint8Array(bytes);
    this.#address = Math.max(address, from);
    this.#start = this.#address - address;
    this.#bytes = Math.max(0, Math.min(address + bytes, to) - this.#address);
    this.refresh();
  }

  /** Takes what C has. */
  refresh(): void {
    const { bytes } = this.#space;
    if (this.#bytes > 0) this.own.set(bytes.subarray(this.#address, this.#address + this.#bytes), this.#start);
  }

  /** Brings to C what was written. */
  flush(): void {
    const inside = this.own.subarray(this.#start, this.#start + this.#bytes);
    if (this.#bytes > 0) this.#space.bytes.set(inside, this.#address);
  }
}
