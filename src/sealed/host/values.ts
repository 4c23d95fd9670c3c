import type { JSValueHandle, QuickJS } from "quickjs-wasi";
import type { Crossed } from "./crossed.ts";
import { BYTES_OF_A_STEP } from "./limits.ts";

/** Takes values out of the engine, and makes values in it: copies, whose bytes count as work. */
export class EngineValues {
  readonly #vm: QuickJS;
  readonly #charge: (steps: number) => void;

  constructor(vm: QuickJS, charge: (steps: number) => void) {
    this.#vm = vm;
    this.#charge = charge;
  }

  /** A copy of what came from inside. */
  take(handle: JSValueHandle): Crossed {
    if (handle.isNumber) return handle.toNumber();
    if (handle.isString) {
      const text = handle.toString();
      this.#charge(text.length / BYTES_OF_A_STEP);
      return text;
    }
    if (handle.isUndefined) return undefined;
    if (handle.isNull) return null;
    if (handle.isBool) return handle.toBoolean();
    if (handle.isBigInt) return handle.toBigInt();
    if (!handle.isObject || handle.isProxy) return undefined;
    try {
      const bytes = handle.toUint8Array();
      this.#charge(bytes.byteLength / BYTES_OF_A_STEP);
      return new Uint8Array(bytes);
    } catch {
      return undefined;
    }
  }

  make(value: Crossed): JSValueHandle {
    const vm = this.#vm;
    switch (typeof value) {
      case "number":
        return vm.newNumber(value);
      case "bigint":
        return vm.newBigInt(BigInt.asIntN(64, value));
      case "boolean":
        return value ? vm.true : vm.false;
      case "string":
        this.#charge(value.length / BYTES_OF_A_STEP);
        return vm.newString(value);
      case "undefined":
        return vm.undefined;
      default:
        if (value === null) return vm.null;
        this.#charge(value.byteLength / BYTES_OF_A_STEP);
        return vm.newUint8Array(value);
    }
  }
}

/** Whether a handle was made for a value; the engine keeps those of the others. */
export const isMade = (value: Crossed): boolean => value !== undefined && value !== null && typeof value !== "boolean";
