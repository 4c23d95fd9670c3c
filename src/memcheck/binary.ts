import { GRANULE, type CheckerExports } from "../contract/checker-abi.ts";

/** A checked program's memory, and what of it the host has to know. All addresses and sizes in bytes. */
export class Binary {
  #exports: WebAssembly.Exports = {};
  #memory: WebAssembly.Memory | null = null;
  #buffer: ArrayBuffer | null = null;
  #bytes = new Uint8Array(0);
  #view = new DataView(new ArrayBuffer(0));

  /** Before this it has nothing: the host that answers the binary's questions is there before the binary is. */
  attach(instance: WebAssembly.Instance): void {
    this.#exports = instance.exports;
    this.#memory = instance.exports["memory"] as WebAssembly.Memory;
  }

  get bytes(): Uint8Array {
    this.#refresh();
    return this.#bytes;
  }

  /** A 32-bit word; 0 beyond the memory's end. */
  word(address: number): number {
    this.#refresh();
    return address + 4 <= this.#bytes.length ? this.#view.getUint32(address, true) : 0;
  }

  #refresh(): void {
    const buffer = this.#memory?.buffer;
    if (buffer === undefined || buffer === this.#buffer) return;
    this.#buffer = buffer as ArrayBuffer;
    this.#bytes = new Uint8Array(buffer);
    this.#view = new DataView(buffer);
  }

  /** A NUL-terminated string of at most `most` bytes. */
  text(address: number, most: number): string {
    const { bytes } = this;
    const end = bytes.indexOf(0, address);
    return Buffer.from(bytes.subarray(address, Math.min(end < 0 ? bytes.length : end, address + most))).toString();
  }

  writeWord(address: number, value: number): void {
    this.#refresh();
    this.#view.setUint32(address, value, true);
  }

  /** Writes a text and its NUL. Returns the bytes it has, the NUL included; writes nothing where they have no room. */
  write(address: number, room: number, text: string): number {
    const bytes = Buffer.from(`${text}\0`);
    if (bytes.length <= room) this.bytes.set(bytes, address);
    return bytes.length;
  }

  /** What the checker's shadow says of an address: 0 when its granule may all be accessed. */
  shadow(address: number): number {
    return this.bytes[Math.floor(address / GRANULE)] ?? 0;
  }

  /** One of the linker's addresses. */
  address(name: "__global_base" | "__data_end" | "__heap_base" | "__stack_pointer"): number {
    return (this.#exports[name] as WebAssembly.Global).value as number;
  }

  /** Calls a function of the checker. */
  call(name: keyof CheckerExports, ...parameters: number[]): number {
    const found = this.#exports[name] as (...parameters: number[]) => number | undefined;
    return (found(...parameters) ?? 0) >>> 0;
  }
}
