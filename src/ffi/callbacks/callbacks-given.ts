import { structPointedTo } from "../../contract/c-types.ts";
import type { CFunction } from "../../contract/description.ts";
import type { CallbackRecord } from "./callback-table.ts";
import type { Block } from "../memory/block.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** Bytes of a function pointer in C's memory. */
const POINTER_BYTES = 4;

/** The callbacks that a function was given to remember. */
interface Given {
  readonly callbacks: readonly CallbackRecord[];
  /** The block with the table that they stand in; null where C was given a function itself, or the table is in no block. */
  readonly table: Block | null;
}

/**
 * The program's functions that a call of a function that registers some has given to C. A table of them is read as it is
 * now; where its memory ends early, as in a table of an older version, it has what fits.
 */
export function callbacksGiven(space: AddressSpace, actual: CFunction, raw: readonly (number | bigint)[]): Given {
  const index = actual.parameters.findIndex(({ name }) => name === actual.registers?.callback);
  const type = actual.parameters[index]?.type;
  const address = Number(raw[index] ?? 0) >>> 0;
  if (!type || address === 0) return { callbacks: [], table: null };
  if (type.kind === "function") return { callbacks: present([space.callbacks.at(address)]), table: null };
  const name = structPointedTo(type);
  const fields = space.instance.description.structs.find((struct) => struct.name === name)?.fields ?? [];
  const table = space.blocks.at(address);
  if (table?.freed) return { callbacks: [], table: null };
  const { view } = space;
  const end = Math.min(view.byteLength, table ? table.address + table.bytes : Infinity);
  const callbacks = fields.flatMap((field) => {
    const at = address + field.offset;
    if (field.type.kind !== "function" || at + POINTER_BYTES > end) return [];
    return present([space.callbacks.at(view.getUint32(at, true))]);
  });
  return { callbacks: [...new Set(callbacks)], table };
}

const present = (records: readonly (CallbackRecord | undefined)[]): CallbackRecord[] =>
  records.filter((record) => record !== undefined);
