import { useCallback, useMemo } from "react";
import type { Moment } from "../../ledger/moment.ts";

/** Start address of a block by its id, or null for one the moment does not know. */
export function useBlockAddress(moment: Moment): (block: number) => number | null {
  const { blocks } = moment;
  const addresses = useMemo(() => new Map(blocks.map((block) => [block.id, block.address])), [blocks]);
  return useCallback((block) => addresses.get(block) ?? null, [addresses]);
}
