import { memo } from "react";
import type { Block } from "../../ledger/snapshot.ts";
import { formatBytes, formatCount } from "../parts/format.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useHoverTarget } from "../parts/hover-target.ts";
import { useView } from "../view.ts";
import type { BlockGroup } from "./group-blocks.ts";
import styles from "./MemoryStrip.module.css";

/** From so many blocks on they are drawn without their names. */
const CROWDED = 48;
/** Bytes between two blocks that count as a gap worth showing: redzones of the checker are smaller. */
const GAP = 512;

/**
 * Memory as a row of blocks in address order, each as wide as it is large, as far as that can be drawn. The table below
 * says the same in words.
 */
export function MemoryStrip({ group, named }: { readonly group: BlockGroup; readonly named: boolean }) {
  const { blocks, kind, library, largest } = group;
  const highlighted = useHighlighted().blocks;
  const crowded = blocks.length > CROWDED;
  return (
    <div className={styles.strip} data-crowded={crowded} aria-hidden="true">
      <span className={styles.name}>
        {named && `${library} `}
        {kind === "static" ? "static" : "heap"}
      </span>
      {blocks.map((block, index) => {
        const before = blocks[index - 1];
        const gap = before ? block.address - before.address - before.bytes : 0;
        return (
          <Cell
            key={block.id}
            block={block}
            crowded={crowded}
            highlighted={highlighted.has(block.id)}
            gap={gap > GAP}
            grow={Math.max(block.bytes, largest / 40)}
          />
        );
      })}
    </div>
  );
}

interface CellProps {
  readonly block: Block;
  readonly crowded: boolean;
  readonly highlighted: boolean;
  readonly gap: boolean;
  readonly grow: number;
}

const SIGN: Readonly<Record<Block["state"], string>> = {
  live: "",
  borrowed: "lent",
  "handed-over": "handed over",
  freed: "freed",
  leaked: "leaked",
};

const Cell = memo(function Cell({ block, crowded, highlighted, gap, grow }: CellProps) {
  const marked = useView((view) => view.block === block.id);
  const toggle = useView((view) => view.toggleBlock);
  const hoverTarget = useHoverTarget({ kind: "block", block: block.id });
  const title = `#${block.id} ${block.label}, ${formatBytes(block.bytes)}, ${SIGN[block.state] || "live"}`;
  return (
    <>
      {gap && <span className={styles.gap}>⋯</span>}
      <span
        className={styles.cell}
        style={{ flexGrow: grow }}
        data-owner={block.owner}
        data-state={block.state}
        data-marked={marked}
        data-highlighted={highlighted}
        title={title}
        onClick={() => toggle(block.id)}
        onMouseEnter={hoverTarget.onMouseEnter}
        onMouseLeave={hoverTarget.onMouseLeave}
      >
        {!crowded && (
          <>
            <b>{block.label}</b>
            <small>
              {formatCount(block.bytes)} B{SIGN[block.state] && <i> {SIGN[block.state]}</i>}
            </small>
          </>
        )}
      </span>
    </>
  );
});
