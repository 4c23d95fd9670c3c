import type { DetailInLibrary, DetailOf, FaultCode } from "./detail.ts";
import type { BlockFacts } from "./facts.ts";

/**
 * What a report of a fault says: of a program of two languages, and of one of C alone where that differs. Each fault has
 * some in its folder, in `examples.test-support.ts`.
 */
export type Example<C extends FaultCode = FaultCode> = readonly [
  detail: Extract<DetailInLibrary, Pick<DetailOf<C>, "code">>,
  block: BlockFacts | null,
  both: string,
  c?: string,
];

export const nowhere = { typescript: null, c: null };

export const block: BlockFacts = {
  id: 3,
  bytes: 12,
  owner: "typescript",
  label: "text",
  allocated: nowhere,
  freed: null,
  takenOver: null,
  keptBy: null,
  heldIn: null,
};
export const variable: BlockFacts = { ...block, owner: "static", label: "total" };
export const literal: BlockFacts = { ...block, owner: "static", label: ".str.2" };
export const result: BlockFacts = { ...block, owner: "static", label: "retval" };

export const inC = { side: "c", address: 0x1000, bytes: 4, offset: 8 } as const;
export const inTypeScript = { ...inC, side: "typescript" } as const;
