import { realBytes, realExtent, realLength } from "../../ffi/memory/typed-array.ts";
import type { SealedTools } from "../../runner/sealed-engine.ts";
import { Operation, type ArrayShape } from "../operations.ts";
import { bytes, text, type Crossed } from "./crossed.ts";
import type { Handles } from "./handles.ts";

type AnyArray = Uint8Array<ArrayBuffer> & { readonly constructor: new (buffer: ArrayBuffer) => AnyArray };
type Method = (...args: unknown[]) => unknown;

const METHODS = new Set(["fill", "copyWithin", "reverse", "sort", "subarray"]);

/** The arrays over C's memory that the program inside has by their handles. The open engine's own arrays do the work, and the checks. */
export class HostArrays {
  readonly #handles: Handles;
  readonly #tools: SealedTools;
  /** The element type of each. */
  readonly #types = new Map<number, string>();

  constructor(handles: Handles, tools: SealedTools) {
    this.#handles = handles;
    this.#tools = tools;
  }

  keep(array: object, type: string): number {
    const handle = this.#handles.of(array);
    this.#types.set(handle, type);
    return handle;
  }

  /** @throws TypeError for a number that is no array's handle */
  at(handle: Crossed): AnyArray {
    const array = this.#handles.at(handle);
    if (!ArrayBuffer.isView(array)) throw new TypeError("there is no such array");
    return array as AnyArray;
  }

  /** Does what is asked of one array. `args` are the operation's, the handle first. */
  perform(operation: number, args: readonly Crossed[]): Crossed {
    const array = this.at(args[0]);
    switch (operation) {
      case Operation.ArrayLength:
        // Views look at themselves when they are asked for it.
        return array.length;
      case Operation.ArrayGet:
        this.#tools.checkView(array, "read");
        return array[Number(args[1])];
      case Operation.ArraySet:
        this.#tools.writable(array)[Number(args[1])] = args[2] as number;
        return undefined;
      case Operation.ArrayLook:
        return this.#tools.checkView(array, args[1] === "write" ? "write" : "read");
      case Operation.ArrayCopy:
        this.#tools.checkView(array, "read");
        return (realBytes(array) as Uint8Array<ArrayBuffer>).slice();
      case Operation.ArrayWrite:
        return void array.set(new array.constructor(bytes(args[1]).buffer), Number(args[2]));
      case Operation.ArrayMethod:
        return this.#method(args);
      default:
        return JSON.stringify(this.#describe(array, args[0] as number));
    }
  }

  /** An array over C's memory would look at itself when it is asked. */
  #describe(array: AnyArray, handle: number): ArrayShape {
    const { byteOffset } = realExtent(array);
    return { type: this.#types.get(handle)!, length: realLength(array), byteOffset };
  }

  #method([handle, name, ...args]: readonly Crossed[]): Crossed {
    const method = text(name);
    if (!METHODS.has(method)) throw new TypeError(`an array has no ${method}`);
    const result = (this.at(handle) as unknown as Record<string, Method>)[method]!(...args);
    return method === "subarray" ? this.keep(result as object, this.#types.get(handle as number)!) : undefined;
  }
}
