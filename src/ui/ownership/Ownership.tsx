import { useMemo } from "react";
import type { Ledger } from "../../ledger/index.ts";
import { Empty } from "../parts/Empty.tsx";
import { formatCount, plural } from "../parts/format.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useWide } from "../parts/use-wide.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { Graph } from "./Graph.tsx";
import { COLUMN_GAP, layOutGraph, type BoxSize, type GraphLayout } from "./graph-layout.ts";
import styles from "./Ownership.module.css";
import { OwnershipTable } from "./OwnershipTable.tsx";
import { callbackKey, registrationsOf, relationsAt, shownBlocks, shownCallbacks } from "./relations.ts";

/** Which TypeScript value holds which memory, and what C remembers: who owns, who borrows, what dangles. */
export default function Ownership({ ledger, length, snapshot }: PanelProps) {
  const highlighted = useHighlighted().blocks;
  const wide = useWide();
  const { step } = snapshot;
  const shown = useMemo(() => shownBlocks(ledger, length, step), [ledger, length, step]);
  const { left } = shown;
  // Most steps show the blocks that the one before showed: the list is made anew only where they are others.
  const shownIds = shown.ids.join();
  const ids = useMemo(() => (shownIds === "" ? [] : shownIds.split(",").map(Number)), [shownIds]);
  // The whole run's values and blocks have a place from the start, so that nothing moves from step to step.
  const layout = useMemo(() => layoutOf(ledger, length, ids, wide), [ledger, length, ids, wide]);
  const blocks = useMemo(() => ids.flatMap((id) => ledger.block(id, step) ?? []), [ledger, ids, step]);
  const relations = useMemo(() => relationsAt(ledger, length, step, ids), [ledger, length, ids, step]);
  const callbacks = useMemo(() => shownCallbacks(ledger, step), [ledger, step]);
  const registrations = useMemo(() => registrationsOf(callbacks), [callbacks]);
  if ((blocks.length === 0 && callbacks.length === 0) || !layout)
    return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;

  return (
    <div className={styles.panel} tabIndex={0} role="region" aria-label="Ownership, scrollable">
      {left > 0 && (
        <p className={styles.note}>
          {ids.length} blocks: what is allocated, then what was released last. {plural(left, "further block")} not
          drawn.
        </p>
      )}
      <Graph
        layout={layout}
        blocks={blocks}
        relations={relations}
        callbacks={callbacks}
        registrations={registrations}
        highlighted={highlighted}
      />
      <OwnershipTable relations={relations} blocks={blocks} registrations={registrations} callbacks={callbacks} />
    </div>
  );
}

/** Width of one character of a box's text, and the room beside it, in pixels. */
const CHARACTER = 7.9;
const SMALL_CHARACTER = 6.5;
const BESIDE = 26;
/** `function · closed`. */
const LONGEST_FUNCTION = 17;
/** `handed over`, the longest state: a box keeps its width whatever becomes of its block. */
const LONGEST_STATE = 11;

/** Where everything stands that the first `length` events brought about; null when there is nothing. */
function layoutOf(ledger: Ledger, length: number, ids: readonly number[], wide: boolean): GraphLayout | null {
  const relations = relationsAt(ledger, length, length, ids);
  const blocks = ids.flatMap((id) => ledger.block(id, length) ?? []);
  const callbacks = shownCallbacks(ledger, length);
  if (blocks.length === 0 && callbacks.length === 0) return null;
  const holders = relations.map(({ key, side, holder, offset }): BoxSize => {
    const text = `${holder}${offset === 0 ? "" : ` +${offset}`}`;
    return { key, column: side, width: text.length * CHARACTER + BESIDE, height: 28 };
  });
  const memory = blocks.map((block): BoxSize => {
    const small = `#${block.id} · ${formatCount(block.bytes)} B · `.length + LONGEST_STATE;
    const width = Math.max(block.label.length * CHARACTER, small * SMALL_CHARACTER) + BESIDE;
    return { key: `b${block.id}`, column: "memory", width, height: 46 };
  });
  const functions = callbacks.map((callback): BoxSize => {
    const width = Math.max((callback.label.length + 2) * CHARACTER, LONGEST_FUNCTION * SMALL_CHARACTER) + BESIDE;
    return { key: callbackKey(callback), column: "typescript", width, height: 44 };
  });
  const registrations = ledger.registrations().filter(({ event }) => event < length);
  const registered = registrations.map(({ event, by }): BoxSize => {
    return { key: `r${event}`, column: "memory", width: by.length * CHARACTER + BESIDE, height: 28 };
  });
  const arrows = relations.map(({ key, side, block }): [string, string] =>
    side === "typescript" ? [key, `b${block.id}`] : [`b${block.id}`, key],
  );
  const calls = registrations.map(({ event, library, callback }): [string, string] => [
    `f${library}${callback}`,
    `r${event}`,
  ]);
  const drawn = new Set(functions.map(({ key }) => key));
  return layOutGraph(
    [...holders, ...memory, ...functions, ...registered.filter((_, i) => drawn.has(calls[i]![0]))],
    [...arrows, ...calls.filter(([from]) => drawn.has(from))],
    wide ? COLUMN_GAP.wide : COLUMN_GAP.narrow,
  );
}
