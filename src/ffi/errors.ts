import type { FaultCode } from "../contract/faults.ts";

/** A fault after which going on would be meaningless. The trace has the whole report; the message is its first sentence. */
export class FfiFault extends Error {
  override readonly name: string = "FfiFault";
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Text with U+0000 cannot become a C string: C would see it end there. */
export class NulError extends Error {
  override readonly name: string = "NulError";
  /** Index of the first U+0000, in UTF-16 units. */
  readonly position: number;
  constructor(position: number) {
    super(`the text has U+0000 at index ${position}, where a C string would end; remove it or pass a length`);
    this.position = position;
  }
}

/** Bytes read as text are not UTF-8. Uncaught, it is reported as FFI011. */
export class Utf8Error extends Error {
  override readonly name: string = "Utf8Error";
  readonly code: FaultCode = "FFI011";
  /** Address of the text's first byte. */
  readonly address: number;
  /**
   * Where it was read: what runs on the way out, as a `finally`, moves on from there.
   * @internal
   */
  readonly site: number;
  constructor(address: number, site = 0) {
    super(
      `the bytes at 0x${address.toString(16)} are not UTF-8; read them as bytes, or decode them with the encoding C used`,
    );
    this.address = address;
    this.site = site;
  }
}

/** The library has no such function, or there is no such library. */
export class SymbolError extends Error {
  override readonly name: string = "SymbolError";
}

/** The library, or what belonged to it, has been closed. */
export class ClosedError extends Error {
  override readonly name: string = "ClosedError";
}
