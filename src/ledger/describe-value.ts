import type { Value } from "./snapshot.ts";
import { formatAddress, formatBytes } from "./format.ts";

/** A part of a value as text; `block` is set where the text stands for memory that the heap panel can show. */
export interface ValuePart {
  readonly text: string;
  readonly block: number | null;
}

/**
 * A value as C sees it, in pieces. Joined, they read `#2 + 4`, `NULL`, `true`, `Point { 1, 2 }`.
 *
 * @param blockAddress start of a block, if it is known: it turns an address into a distance from there
 */
export function describeValue(value: Value, blockAddress: (block: number) => number | null): ValuePart[] {
  switch (value.kind) {
    case "undefined":
      return [text("void")];
    case "number":
      return [text(Object.is(value.value, -0) ? "-0" : String(value.value))];
    case "bigint":
      return [text(`${value.value}n`)];
    case "boolean":
      return [text(String(value.value))];
    case "pointer":
      return [describePointer(value.address, value.block, blockAddress)];
    case "buffer":
      return [text(`${formatBytes(value.bytes)} at ${formatAddress(value.address)}`)];
    case "function":
      return [text(value.address === 0 ? "NULL" : value.callback === 0 ? "function" : `callback ${value.callback}`)];
    case "struct":
      return [
        text(`${value.name} { `),
        ...value.fields.flatMap((field, index) => [
          ...(index === 0 ? [] : [text(", ")]),
          ...describeValue(field, blockAddress),
        ]),
        text(" }"),
      ];
  }
}

function describePointer(address: number, block: number, blockAddress: (block: number) => number | null): ValuePart {
  if (address === 0) return text("NULL");
  if (block === 0) return text(formatAddress(address));
  const start = blockAddress(block);
  const offset = start === null ? 0 : address - start;
  const distance = offset === 0 ? "" : offset > 0 ? ` + ${offset}` : ` − ${-offset}`;
  return { text: `#${block}${distance}`, block };
}

const text = (content: string): ValuePart => ({ text: content, block: null });
