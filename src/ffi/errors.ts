import type { FaultCode } from "../faults/codes.ts";
import { fixClass } from "./language/fix-class.ts";

/**
 * Thrown for a fault after which going on would be meaningless. `code` is the fault's, as FFI001; the whole report is
 * beside the program, and the message is its first sentence.
 *
 * @example
 * import { dlopen, FfiFault } from "ffi";
 *
 * using strings = dlopen("strings", { malloc: { parameters: ["u32"], result: "pointer" } });
 * try {
 *   strings.symbols.malloc(-1); // FFI019
 * } catch (error) {
 *   if (error instanceof FfiFault) console.log(error.code); // FFI019
 * }
 */
export class FfiFault extends Error {
  override readonly name: string = "FfiFault";
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/**
 * Thrown where text with U+0000 shall become a C string: C would see it end there.
 *
 * @example
 * import { dlopen, NulError } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * try {
 *   strings.cstring("Ada\0Lovelace");
 * } catch (error) {
 *   if (error instanceof NulError) console.log(error.code, error.position); // FFI_NUL 3
 * }
 */
export class NulError extends Error {
  override readonly name: string = "NulError";
  readonly code = "FFI_NUL";
  /** Index of the first U+0000, in UTF-16 units. */
  readonly position: number;
  constructor(position: number) {
    super(
      `cstring(text): the text has U+0000 at index ${position}, where a C string would end; remove it or pass a length`,
    );
    this.position = position;
  }
}

/**
 * Thrown where bytes that are not UTF-8 are read as text. Uncaught, it is reported as FFI011.
 *
 * @example
 * import { dlopen, PointerView, Utf8Error } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * using memory = strings.alloc(2);
 * new PointerView(memory.pointer).getArray("u8", 2).set([0xff, 0]);
 * try {
 *   new PointerView(memory.pointer).getCString();
 * } catch (error) {
 *   if (error instanceof Utf8Error) console.log(error.code); // FFI011
 * }
 */
export class Utf8Error extends Error {
  override readonly name: string = "Utf8Error";
  readonly code: FaultCode = "FFI011";
  /** Address of the text's first byte. */
  readonly address: number;
  constructor(address: number) {
    super(
      `getCString: the bytes at 0x${address.toString(16)} are not UTF-8; read them as bytes, or decode them with the encoding C used`,
    );
    this.address = address;
  }
}

/**
 * Thrown by `dlopen`: there is no such library, or it has no such function. The message names the nearest one there is.
 *
 * @example
 * import { dlopen, SymbolError } from "ffi";
 *
 * try {
 *   const name: string = "string"; // at run time it may be any
 *   dlopen(name as "strings", {});
 * } catch (error) {
 *   if (error instanceof SymbolError) console.log(error.code); // FFI_SYMBOL
 * }
 */
export class SymbolError extends Error {
  override readonly name: string = "SymbolError";
  readonly code = "FFI_SYMBOL";
}

/**
 * Thrown where a library is used that has been closed.
 *
 * @example
 * import { ClosedError, dlopen } from "ffi";
 *
 * const strings = dlopen("strings", { stored_length: { parameters: [], result: "usize" } });
 * strings.close();
 * try {
 *   strings.symbols.stored_length();
 * } catch (error) {
 *   if (error instanceof ClosedError) console.log(error.code); // FFI_CLOSED
 * }
 */
export class ClosedError extends Error {
  override readonly name: string = "ClosedError";
  readonly code = "FFI_CLOSED";
}

for (const fixed of [FfiFault, NulError, Utf8Error, SymbolError, ClosedError]) fixClass(fixed);
