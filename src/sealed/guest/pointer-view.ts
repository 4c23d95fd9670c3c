import { describe } from "../../ffi/types/describe.ts";
import type { StructType } from "../../ffi/types/field-types.ts";
import type { Pointer } from "../../ffi/types/pointer-type.ts";
import { Operation } from "../operations.ts";
import { arrayHandle, CheckedArray } from "./checked-array.ts";
import { effigyText, structHandle, structText } from "./effigy.ts";
import { ask, position } from "./host.ts";
import { bytesOf } from "./typed-arrays.ts";
import { receiveTree, sendPointer, sendScalar, type Sent } from "./values.ts";
import { pointerOf } from "./pointers.ts";

/** The module's `PointerView`, whose every access the host makes. */
export class PointerView {
  readonly #pointer: Sent;
  readonly #length: Sent;

  constructor(pointer: Pointer, byteLength?: number) {
    this.#pointer = pointer === undefined ? undefined : sendPointer(pointer);
    this.#length = sendScalar(byteLength);
    ask(Operation.CheckView, this.#pointer, this.#length);
  }

  getPointer(offset = 0): Pointer | null {
    const handle = this.#read("getPointer", offset) as number | null;
    return handle === null ? null : pointerOf(handle);
  }

  setPointer(offset: number, value: Pointer | null): void {
    ask(Operation.Write, this.#pointer, this.#length, "setPointer", sendScalar(offset), sendPointer(value));
  }

  getStruct<T>(type: StructType<T>, offset = 0): T {
    const text = ask(Operation.ReadStruct, this.#pointer, this.#length, sendStructType(type), sendScalar(offset));
    return receiveTree(JSON.parse(text as string)) as T;
  }

  setStruct<T>(type: StructType<T>, offset: number, value: NoInfer<T>): void {
    const { span } = position;
    const sent = structHandle(type) === undefined ? effigyText(value) : structText(type, value);
    position.span = span;
    ask(Operation.WriteStruct, this.#pointer, this.#length, sendStructType(type), sendScalar(offset), sent);
  }

  getArray(type: string, length: number, offset = 0): CheckedArray {
    const sent = typeof type === "string" ? type : effigyText(type);
    const rest = [sendScalar(length), sendScalar(offset)];
    return CheckedArray.made(ask(Operation.MakeArray, this.#pointer, this.#length, sent, ...rest) as number);
  }

  getCString(offset = 0): string {
    return this.#read("getCString", offset) as string;
  }

  copyInto(destination: ArrayBufferView, offset = 0): void {
    const array = arrayHandle(destination);
    if (array !== undefined) {
      ask(Operation.CopyIntoArray, this.#pointer, this.#length, array, sendScalar(offset));
      return;
    }
    const target = bytesOf(destination);
    if (target === null) {
      const got = describe(destination);
      throw new TypeError(`copyInto(destination) takes a typed array or a DataView, got ${got}`);
    }
    const length = target.byteLength;
    const bytes = ask(Operation.CopyOut, this.#pointer, this.#length, length, sendScalar(offset)) as Uint8Array;
    target.set(bytes);
  }

  #read(method: string, offset: unknown): unknown {
    return ask(Operation.Read, this.#pointer, this.#length, method, sendScalar(offset));
  }

  static {
    const numbers = [
      "Int8",
      "Uint8",
      "Int16",
      "Uint16",
      "Int32",
      "Uint32",
      "BigInt64",
      "BigUint64",
      "Float32",
      "Float64",
    ];
    for (const kind of [...numbers, "Bool"]) {
      const get = `get${kind}`;
      const { [get]: getter } = {
        [get](this: PointerView, offset: unknown = 0): unknown {
          const value = this.#read(get, offset);
          return kind === "BigUint64" ? BigInt.asUintN(64, value as bigint) : value;
        },
      };
      Object.defineProperty(this.prototype, get, { value: getter, writable: true, configurable: true });
      if (kind === "Bool") continue;
      const set = `set${kind}`;
      const { [set]: setter } = {
        [set](this: PointerView, offset: unknown, value: unknown): void {
          ask(Operation.Write, this.#pointer, this.#length, set, sendScalar(offset), sendScalar(value));
        },
      };
      Object.defineProperty(this.prototype, set, { value: setter, writable: true, configurable: true });
    }
  }
}

const sendStructType = (type: unknown): Sent => structHandle(type) ?? effigyText(type);
