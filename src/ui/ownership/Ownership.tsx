import { useMemo } from "react";
import type { Block, Ledger } from "../../ledger/index.ts";
import { Empty } from "../parts/Empty.tsx";
import { plural } from "../parts/format.ts";
import { useLit } from "../parts/lit.ts";
import { BlockLink } from "../parts/links.tsx";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { Graph } from "./Graph.tsx";
import { layOutGraph, type BoxSize, type GraphLayout } from "./graph-layout.ts";
import styles from "./Ownership.module.css";
import { relationsAt, relationWords, shownBlocks } from "./relations.ts";

/** Which TypeScript value holds which memory, and what C remembers: who owns, who borrows, what dangles. */
export default function Ownership({ ledger, moment }: PanelProps) {
  const lit = useLit().blocks;
  const { length } = ledger;
  // The ledger grows while a run lasts.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const { ids, left } = useMemo(() => shownBlocks(ledger, moment), [ledger, length, moment]);
  const shownIds = ids.join();
  // The whole run's values and blocks have a place from the start, so that nothing moves from step to step.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const layout = useMemo(() => layoutOf(ledger, ids), [ledger, length, shownIds]);
  const blocks = useMemo(() => ids.flatMap((id) => ledger.block(id, moment.step) ?? []), [ledger, ids, moment.step]);
  const relations = useMemo(() => relationsAt(ledger, moment.step, ids), [ledger, ids, moment.step]);
  if (blocks.length === 0 || !layout)
    return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;

  const unheld = blocks.filter((block) => !relations.some((relation) => relation.block.id === block.id));
  return (
    <div className={styles.panel} tabIndex={0} role="region" aria-label="Ownership, scrollable">
      {left > 0 && (
        <p className={styles.note}>
          The last {ids.length} blocks; {plural(left, "earlier one")} not drawn.
        </p>
      )}
      <Graph layout={layout} blocks={blocks} relations={relations} lit={lit} />
      <table className={styles.table} aria-label="Who holds which block">
        <thead>
          <tr>
            <th scope="col">Holder</th>
            <th scope="col">Relation</th>
            <th scope="col">Block</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {relations.map((relation) => (
            <tr key={relation.key} data-kind={relation.kind}>
              <th scope="row">
                <code>{relation.holder}</code> {relation.side === "c" ? "in C" : "in TypeScript"}
              </th>
              <td>{relationWords(relation)}</td>
              <td>
                <BlockLink block={relation.block.id}>{nameOf(relation.block)}</BlockLink>
                {relation.offset !== 0 && ` at byte ${relation.offset}`}
              </td>
              <td>{relation.block.state}</td>
            </tr>
          ))}
          {unheld.map((block) => (
            <tr key={`b${block.id}`}>
              <th scope="row">{block.owner === "typescript" ? "nobody" : "C alone"}</th>
              <td>{block.freed ? "held" : block.owner === "typescript" ? "points to" : "holds"}</td>
              <td>
                <BlockLink block={block.id}>{nameOf(block)}</BlockLink>
              </td>
              <td>{block.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nameOf = (block: Block): string => `#${block.id} ${block.label}`;

/** Width of one character of a box's text, and the room beside it, in pixels. */
const CHARACTER = 7.9;
const SMALL_CHARACTER = 6.5;
const BESIDE = 26;
/** `handed over`, the longest state: a box keeps its width whatever becomes of its block. */
const LONGEST_STATE = 11;

function layoutOf(ledger: Ledger, ids: readonly number[]): GraphLayout | null {
  const relations = relationsAt(ledger, ledger.length, ids);
  const blocks = ids.flatMap((id) => ledger.block(id, ledger.length) ?? []);
  if (blocks.length === 0) return null;
  const holders = relations.map(({ key, side, holder, offset }): BoxSize => {
    const text = `${holder}${offset === 0 ? "" : ` +${offset}`}`;
    return { key, column: side, width: text.length * CHARACTER + BESIDE, height: 28 };
  });
  const memory = blocks.map((block): BoxSize => {
    const small = `#${block.id} · ${block.bytes} B · `.length + LONGEST_STATE;
    const width = Math.max(block.label.length * CHARACTER, small * SMALL_CHARACTER) + BESIDE;
    return { key: `b${block.id}`, column: "memory", width, height: 46 };
  });
  const arrows = relations.map(({ key, side, block }): [string, string] =>
    side === "typescript" ? [key, `b${block.id}`] : [`b${block.id}`, key],
  );
  return layOutGraph([...holders, ...memory], arrows);
}
