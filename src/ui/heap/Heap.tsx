import { useMemo, useState } from "react";
import type { Snapshot } from "../../ledger/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { formatBytes, formatCount, plural } from "../parts/format.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useView } from "../view.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { BlockRow } from "./BlockRow.tsx";
import { groupBlocks, type BlockGroup } from "./group-blocks.ts";
import styles from "./Heap.module.css";
import { MemoryScale } from "./MemoryScale.tsx";
import { MemoryStrip } from "./MemoryStrip.tsx";

/** The blocks of memory that the run has seen, in address order, what was freed included. */
export default function Heap({ ledger, snapshot }: PanelProps) {
  const [more, setMore] = useState(0);
  const marked = useView((view) => view.block);
  const { step } = snapshot;
  const all = useMemo(() => ledger.blocks.count(step), [ledger, step]);
  const crowded = all > MOST;
  const count = crowded ? FEW + more : all;
  const groups = useMemo(() => {
    const ids = ledger.blocks.nearest(step, count);
    // A block that was asked for elsewhere is drawn, wherever it stands.
    const asked = marked !== null && !ids.includes(marked) ? [marked] : [];
    return groupBlocks([...ids, ...asked].flatMap((id) => ledger.block(id, step) ?? []));
  }, [ledger, step, count, marked]);
  const drawn = groups.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const several = new Set(groups.map((group) => group.library)).size > 1;
  if (groups.length === 0)
    return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;

  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Heap, scrollable">
      <Totals snapshot={snapshot} />
      {groups.map((group) =>
        crowded && group.kind === "heap" ? (
          <MemoryScale key={group.library} ledger={ledger} step={step} group={group} named={several} />
        ) : (
          <MemoryStrip key={`${group.library}/${group.kind}`} group={group} named={several} />
        ),
      )}
      <table className={styles.table} aria-label="Blocks of memory in address order">
        <thead>
          <tr>
            <th scope="col">Block</th>
            <th scope="col">Address</th>
            <th scope="col">Size</th>
            <th scope="col">Owner</th>
            <th scope="col">State</th>
            <th scope="col">Allocated</th>
            <th scope="col">Released</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={`${group.library}/${group.kind}`} group={group} named={several} />
        ))}
      </table>
      {all > drawn && (
        <p className={styles.rest}>
          What is allocated comes first, then what was released last. {plural(all - drawn, "further block")} not listed.{" "}
          <Button look="quiet" onClick={() => setMore(more + MORE)}>
            List {formatCount(Math.min(MORE, all - drawn))} more
          </Button>
        </p>
      )}
    </div>
  );
}

/** Up to so many blocks each has its row. */
const MOST = 60;
/** Rows of a heap with more blocks than that: a loop can allocate more than a page can hold, or a reader look through. */
const FEW = 24;
const MORE = 100;

function Group({
  group: { library, kind, blocks, largest },
  named,
}: {
  readonly group: BlockGroup;
  readonly named: boolean;
}) {
  const highlighted = useHighlighted().blocks;
  return (
    <tbody>
      {(kind === "static" || named) && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={7}>
            {named && <>{library}: </>}
            {kind === "static" ? "part of the library itself, never released" : "heap"}
          </th>
        </tr>
      )}
      {blocks.map((block) => (
        <BlockRow key={block.id} block={block} largest={largest} highlighted={highlighted.has(block.id)} />
      ))}
    </tbody>
  );
}

function Totals({ snapshot: { totals, end } }: { readonly snapshot: Snapshot }) {
  return (
    <p className={styles.totals}>
      {end ? "At the end" : "Now"}: {plural(totals.liveBlocks, "block")} allocated, {formatBytes(totals.liveBytes)}; at
      most {formatBytes(totals.peakBytes)} at once
      {totals.leakedBlocks > 0 && (
        <strong>
          ; {plural(totals.leakedBlocks, "block")} leaked, {formatBytes(totals.leakedBytes)}
        </strong>
      )}
      .
    </p>
  );
}
