import type { Block } from "../../ledger/snapshot.ts";

/** Whether two moments' views of one block look the same: from step to step most blocks do. */
export const sameBlock = (a: Block, b: Block): boolean =>
  a.id === b.id &&
  a.state === b.state &&
  a.owner === b.owner &&
  a.label === b.label &&
  a.release === b.release &&
  a.keptBy === b.keptBy;
