import { useCallback, useMemo } from "react";
import type { Snapshot } from "../../ledger/snapshot.ts";

/** Start address of a block by its id, or null for one the moment does not know. */
export function useBlockAddress(snapshot: Snapshot): (block: number) => number | null {
  const { blocks } = snapshot;
  const addresses = useMemo(() => new Map(blocks.map((block) => [block.id, block.address])), [blocks]);
  return useCallback((block) => addresses.get(block) ?? null, [addresses]);
}
