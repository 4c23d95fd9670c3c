import { useMemo, useState } from "react";
import type { Ledger, Moment } from "../../ledger/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { formatBytes, plural } from "../parts/format.ts";
import { useLit } from "../parts/lit.ts";
import { useView } from "../view.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { BlockRow } from "./BlockRow.tsx";
import { groupBlocks, type BlockGroup } from "./group-blocks.ts";
import styles from "./Heap.module.css";
import { MemoryStrip } from "./MemoryStrip.tsx";

/** Every block of memory that the run has seen, in address order, what was freed included. */
export default function Heap({ ledger, moment }: PanelProps) {
  const [shown, setShown] = useState(PAGE);
  const marked = useView((view) => view.block);
  const ids = useMemo(() => ledger.blockIds(moment.step), [ledger, moment.step]);
  // A block that was asked for elsewhere is drawn, wherever it stands.
  const count = Math.max(shown, marked === null ? 0 : ids.indexOf(marked) + 1);
  const groups = useMemo(() => groupsOf(ledger, moment, ids.slice(0, count)), [ledger, moment, ids, count]);
  const several = new Set(groups.map((group) => group.library)).size > 1;
  if (groups.length === 0)
    return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;

  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Heap, scrollable">
      <Totals moment={moment} />
      {groups.map((group) => (
        <MemoryStrip key={`${group.library}/${group.kind}`} group={group} named={several} />
      ))}
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
      {ids.length > count && (
        <Button look="quiet" onClick={() => setShown(count + PAGE)}>
          Show more: {plural(ids.length - count, "block")} at higher addresses
        </Button>
      )}
    </div>
  );
}

/** Blocks drawn at first, and added at each wish: a loop can allocate more of them than a page can hold. */
const PAGE = 100;

const groupsOf = (ledger: Ledger, moment: Moment, ids: readonly number[]): BlockGroup[] =>
  groupBlocks(ids.flatMap((id) => ledger.block(id, moment.step) ?? []));

function Group({
  group: { library, kind, blocks, largest },
  named,
}: {
  readonly group: BlockGroup;
  readonly named: boolean;
}) {
  const lit = useLit().blocks;
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
        <BlockRow key={block.id} block={block} largest={largest} lit={lit.has(block.id)} />
      ))}
    </tbody>
  );
}

function Totals({ moment: { totals, end } }: { readonly moment: Moment }) {
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
