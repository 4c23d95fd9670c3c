import type { LibraryInstance } from "../host.ts";
import { Prototypes } from "../types/prototypes.ts";

/** One instance of a library's binary: its linear memory, and its functions by their C names. */
export abstract class LibraryBinary {
  /** None before the binary is attached. */
  prototypes = new Prototypes([]);
  /** Whether the build has the checker. */
  checked = false;
  #instance: LibraryInstance | null = null;
  /** Bytes of memory when it was last looked at; 0 before that. */
  #size = 0;
  #bytes = new Uint8Array(0);
  #words = new Int32Array(0);
  #view = new DataView(new ArrayBuffer(0));

  attach(instance: LibraryInstance): void {
    this.#instance = instance;
    this.checked = instance.build === "checked";
    this.prototypes = new Prototypes(instance.description.functions);
  }

  get instance(): LibraryInstance {
    if (!this.#instance) throw new Error("the library is not loaded");
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
    const before = this.#size;
    this.#size = buffer.byteLength;
    this.hasNewBuffer(buffer, before);
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Int32Array(buffer);
    this.#view = new DataView(buffer);
  }

  /**
   * The memory has another buffer than before.
   *
   * @param bytesBefore Bytes that it had with the one before; 0 for the first.
   */
  protected abstract hasNewBuffer(buffer: ArrayBufferLike, bytesBefore: number): void;

  /** A function of the binary by its C name; null when this build has none. */
  exported(functionName: string): ((...args: never[]) => unknown) | null {
    const name = this.prototypes.get(functionName)?.exportName[this.instance.build] ?? functionName;
    return this.instance.functions[name] ?? null;
  }

  /** Calls a function of the binary by its C name; 0 when this build has none. */
  call(functionName: string, ...args: number[]): number {
    const fn = this.exported(functionName) as ((...args: number[]) => number) | null;
    return fn ? fn(...args) : 0;
  }
}
