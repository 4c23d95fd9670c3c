import type { Block } from "../../ledger/snapshot.ts";

export interface BlockGroup {
  readonly library: string;
  readonly kind: "heap" | "static";
  /** In address order. */
  readonly blocks: readonly Block[];
  /** Size of its largest block: what a full bar stands for. At least 1. */
  readonly largest: number;
}

/** Blocks as the panel shows them: by library, the heap before what is part of the binary, each by address. */
export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    const key = `${block.library}/${block.owner === "static" ? "static" : "heap"}`;
    const members = groups.get(key);
    if (members) members.push(block);
    else groups.set(key, [block]);
  }
  const libraries = [...new Set(blocks.map((block) => block.library))];
  return libraries.flatMap((library) =>
    (["heap", "static"] as const).flatMap((kind) => {
      const members = groups.get(`${library}/${kind}`);
      if (!members) return [];
      const ordered = [...members].sort((a, b) => a.address - b.address || a.id - b.id);
      return [
        { library, kind, blocks: ordered, largest: ordered.reduce((most, block) => Math.max(most, block.bytes), 1) },
      ];
    }),
  );
}
