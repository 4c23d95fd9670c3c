import { useMemo, useState } from "react";
import type { Moment } from "../../ledger/moment.ts";
import { Button } from "../parts/Button.tsx";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { Empty } from "../parts/Empty.tsx";
import { formatBytes, plural } from "../parts/format.ts";
import { BlockRow } from "./BlockRow.tsx";
import { groupBlocks, type BlockGroup } from "./group-blocks.ts";
import { useView } from "../view.ts";
import styles from "./Heap.module.css";

/** Every block of memory that the run has seen, in address order, what was freed included. */
export default function Heap({ moment }: PanelProps) {
  const groups = useMemo(() => groupBlocks(moment.blocks), [moment.blocks]);
  const several = new Set(groups.map((group) => group.library)).size > 1;
  if (groups.length === 0)
    return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;

  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Heap, scrollable">
      <Totals moment={moment} />
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
    </div>
  );
}

/** Rows drawn at first, and added at each wish: a loop can allocate more blocks than a page can hold rows. */
const PAGE = 300;

function Group({
  group: { library, kind, blocks, largest },
  named,
}: {
  readonly group: BlockGroup;
  readonly named: boolean;
}) {
  const marked = useView((view) => view.block);
  const [shown, setShown] = useState(PAGE);
  // A block that was asked for elsewhere is drawn, wherever it stands.
  const wanted = marked === null ? -1 : blocks.findIndex((block) => block.id === marked);
  const count = Math.max(shown, wanted + 1);
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
      {blocks.slice(0, count).map((block) => (
        <BlockRow key={block.id} block={block} largest={largest} />
      ))}
      {blocks.length > count && (
        <tr className={styles.group}>
          <td colSpan={7}>
            <Button look="quiet" onClick={() => setShown(count + PAGE)}>
              Show more: {plural(blocks.length - count, "block")} at higher addresses
            </Button>
          </td>
        </tr>
      )}
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
