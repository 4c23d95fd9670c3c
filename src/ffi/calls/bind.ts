import type { CFunction } from "../../contract/description.ts";
import { planCall, type WasmFunction } from "./call-plan.ts";
import { directCall } from "./direct-call.ts";
import type { SymbolDefinition } from "../types/native-types.ts";
import { ownedResult } from "./results.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { LibraryWatch } from "../watching/library-watch.ts";
import { isStruct } from "../types/struct-type.ts";
import { tracedCall } from "./traced-call.ts";
import type { Pointer } from "../types/pointer-type.ts";

type Bindable = (...args: unknown[]) => unknown;

/**
 * Makes the TypeScript function for one C function: everything that the declaration decides is decided here, once.
 * `lookUp` finds another function of the same table, for `owned`.
 */
export function bindFunction(
  space: AddressSpace,
  watch: LibraryWatch,
  definition: SymbolDefinition,
  actual: CFunction,
  wasm: WasmFunction,
  lookUp: (name: string) => Bindable,
): Bindable {
  const plan = planCall(space, watch, definition, actual, wasm);
  const plain = space.checked ? tracedCall(plan) : directCall(plan);
  const { result } = definition;
  if (typeof result === "string" || isStruct(result) || result.kind !== "owned") return plain;
  const release = lookUp(result.release);
  return (...args) => ownedResult(plain(...args) as Pointer | null, result.release, release);
}
