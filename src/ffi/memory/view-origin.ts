import type { DetailInLibrary } from "../../faults/detail.ts";
import type { AddressSpace } from "./address-space.ts";
import type { Block } from "./block.ts";
import type { CutView } from "./cut-view.ts";
import { classOf, type AnyTypedArray } from "./typed-array.ts";

/** What is done to a view. */
export type Act = "read" | "write";

/** What a view was made over, and how many bytes it had then: a view of memory that grew has none left. */
export class Origin {
  readonly space: AddressSpace;
  readonly block: Block | null;
  readonly address: number;
  readonly byteLength: number;
  /** What the view has in place of C's memory, if it was made to reach past its block. */
  readonly cut: CutView | null;
  /** The memory as it was then: without a byte since the memory has grown. */
  readonly #memory: Uint8Array;
  /** Whether a write needs more than that the view is alive. */
  readonly #isWatched: boolean;

  constructor(
    space: AddressSpace,
    block: Block | null,
    address: number,
    byteLength: number,
    cut: CutView | null,
    memory = space.bytes,
  ) {
    this.space = space;
    this.block = block;
    this.address = address;
    this.byteLength = byteLength;
    this.cut = cut;
    this.#memory = memory;
    this.#isWatched = cut !== null || block?.constant === true || space.runtime.samples !== null;
  }

  /** Whether the view is of memory that the library no longer has. */
  get isDetached(): boolean {
    return this.#memory.length === 0 && this.cut === null && this.byteLength > 0;
  }

  /** Whether the view may still be read. */
  get isAlive(): boolean {
    const { block } = this;
    if (block !== null && (block.freed || block.takenBy !== null)) return false;
    return this.#memory.length > 0 || !this.isDetached;
  }

  /** Whether `admits` would have nothing to do. It is asked at every access, so it is small enough to be put in line. */
  allows(act: Act): boolean {
    return this.isAlive && (act === "read" ? this.cut === null : !this.#isWatched);
  }

  /**
   * Reports what is wrong with using the view, and returns whether it may be used. A write for which this is false must
   * not be carried out.
   *
   * @param span where to blame it, when that is not where the program stands
   */
  admits(act: Act, span?: number): boolean {
    const { space, block } = this;
    if (act === "write") space.runtime.samples?.written(space, block);
    const found = this.isAlive ? null : this.#problem();
    if (found === null && !(act === "write" && block?.constant === true)) {
      this.cut?.refresh();
      return true;
    }
    const at = span === undefined ? {} : { span };
    space.runtime.faults.report(this.#detail(found ?? "FFI005", act), space, block, at);
    return false;
  }

  #problem(): "FFI004" | "FFI009" | "FFI012" {
    if (this.block?.freed) return this.block.moved ? "FFI012" : "FFI004";
    return this.block?.takenBy ? "FFI009" : "FFI012";
  }

  /** What is wrong with using a view. FFI005: it is one of a constant, and would write it. */
  #detail(code: "FFI004" | "FFI005" | "FFI009" | "FFI012", act: Act): DetailInLibrary {
    const { block, address, byteLength: bytes } = this;
    const offset = block ? address - block.address : 0;
    const access = { side: "typescript", act, function: null, address, bytes, offset } as const;
    switch (code) {
      case "FFI004":
        return { code, ...access, ended: "release" };
      case "FFI005":
        return { code, ...access, what: "constant" };
      case "FFI009":
        return { code, function: null, address, takenBy: block?.takenBy ?? null };
      case "FFI012":
        return { code, act, address, bytes, cause: block?.freed ? "moved" : "grew" };
    }
  }

  /** Of a part of the view, which begins so many bytes further on. */
  part(byteOffset: number, byteLength: number): Origin {
    return new Origin(this.space, this.block, this.address + byteOffset, byteLength, this.cut, this.#memory);
  }
}

/** Gives back what it is given, for a class that puts a private field into an object there is. */
const Given = class {
  constructor(value: object) {
    return value;
  }
};

const { isView } = ArrayBuffer;

/** An origin in a field of the view itself: it is looked for at every access, and a map would take longer. */
class Origins extends Given {
  #origin: Origin;

  constructor(view: object, origin: Origin) {
    super(view);
    this.#origin = origin;
  }

  static of(value: unknown): Origin | undefined {
    return isView(value) && #origin in value ? (value as unknown as Origins).#origin : undefined;
  }
}

/** What a view of C's memory was made over; undefined for every other value, and in a fast build. */
export const originOf = (value: unknown): Origin | undefined => Origins.of(value);

/** Says of a view what it was made over. Own properties would answer in place of the view's: it can have none from here on. */
export function setOrigin(view: ArrayBufferView, origin: Origin): void {
  new Origins(view, origin);
  Object.preventExtensions(view);
}

/**
 * Reports what is wrong with using this value as memory, if it is a view of C's memory and anything is. The compiled
 * program calls it before each element access. False for a write that must not be carried out.
 *
 * @param span where to blame it, when that is not where the program stands
 */
export function checkView(value: unknown, act: Act, span?: number): boolean {
  const origin = Origins.of(value);
  return origin === undefined || origin.allows(act) || origin.admits(act, span);
}

const instead = new WeakMap<object, AnyTypedArray>();
const { get, set } = Reflect;

/**
 * What an element is to be stored to where the program names this value: what must not be written has an array of its own
 * in its place, and a view that was cut to its block brings to C what is stored.
 */
export function writable<T>(value: T): T {
  const origin = Origins.of(value);
  return origin === undefined || origin.allows("write") ? value : inPlaceOf(value, origin);
}

function inPlaceOf<T>(value: T, origin: Origin): T {
  const view = value as T & AnyTypedArray;
  if (!origin.admits("write")) return standIn(view) as unknown as T;
  const { cut } = origin;
  if (cut === null) return value;
  return new Proxy(view, {
    get: (target, key) => get(target, key, target) as unknown,
    set: (target, key, element) => {
      const isSet = set(target, key, element, target);
      cut.flush();
      return isSet;
    },
  });
}

function standIn(view: AnyTypedArray): AnyTypedArray {
  const known = instead.get(view);
  if (known) return known;
  const made = copyOf(view);
  instead.set(view, made);
  return made;
}

/** An array of the same type with the same elements, in memory of its own. A `DataView` is given back as it is. */
export function copyOf(view: AnyTypedArray): AnyTypedArray {
  const Class = classOf(view);
  if (!Class) return view;
  return originOf(view)?.isDetached ? new Class(0) : new Class(view as ArrayLike<number>);
}
