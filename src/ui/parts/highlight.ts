import { useMemo } from "react";
import type { Block, Crossing, Ledger, Snapshot, Value } from "../../ledger/index.ts";
import { useSnapshot, useRun } from "../playground.ts";
import { useView, type HoverTarget } from "../view.ts";

/** What lights up together, because the pointer or the focus is on one of it. */
export interface Highlighted {
  readonly blocks: ReadonlySet<number>;
  /** Lines of the program. */
  readonly lines: ReadonlySet<number>;
  /** Lines of C as `file:line`. */
  readonly cLines: ReadonlySet<string>;
  crossing(crossing: Crossing): boolean;
}

const NOTHING: Highlighted = { blocks: new Set(), lines: new Set(), cLines: new Set(), crossing: () => false };

/** Blocks that a search by line looks at, and events that a search inside a crossing does: more would be felt. */
const MOST_BLOCKS = 2000;
const MOST_EVENTS = 200;

/** Blocks that a crossing's values point into. */
export function blocksOf(crossing: Pick<Crossing, "arguments" | "result">): Set<number> {
  const blocks = new Set<number>();
  const look = (value: Value): void => {
    if (value.kind === "pointer" && value.block > 0) blocks.add(value.block);
    else if (value.kind === "struct") value.fields.forEach(look);
  };
  crossing.arguments.forEach(look);
  if (crossing.result) look(crossing.result);
  return blocks;
}

/** Blocks that came, went, or changed hands inside of a crossing. */
function blocksInside(ledger: Ledger, crossing: Crossing, until: number): number[] {
  const found: number[] = [];
  const last = Math.min(crossing.ended ?? until, crossing.event + MOST_EVENTS, until);
  for (let index = crossing.event + 1; index < last; index += 1) {
    const event = ledger.event(index);
    if (event.kind === "alloc" || event.kind === "free" || event.kind === "own") found.push(event.block);
  }
  return found;
}

const cLine = (place: { readonly file: string; readonly line: number } | null): string[] =>
  place ? [`${place.file}:${place.line}`] : [];

function highlightedBlock(block: Block): Highlighted {
  const events = block.freed ? [block.allocated.event, block.freed.event] : [block.allocated.event];
  const locations = block.freed ? [block.allocated, block.freed] : [block.allocated];
  return {
    blocks: new Set([block.id]),
    lines: new Set(locations.flatMap(({ typescript }) => typescript?.line ?? [])),
    cLines: new Set(locations.flatMap(({ c }) => cLine(c))),
    crossing: (crossing) =>
      blocksOf(crossing).has(block.id) ||
      events.some((event) => event > crossing.event && event < (crossing.ended ?? Number.POSITIVE_INFINITY)),
  };
}

/** Everything that belongs to the hover target, in a snapshot. */
export function highlightedBy(hoverTarget: HoverTarget | null, ledger: Ledger, snapshot: Snapshot): Highlighted {
  if (hoverTarget === null) return NOTHING;
  if (hoverTarget.kind === "block") {
    const block = ledger.block(hoverTarget.block, snapshot.step);
    return block ? highlightedBlock(block) : NOTHING;
  }
  if (hoverTarget.kind === "crossing") {
    if (hoverTarget.index >= snapshot.crossings) return NOTHING;
    const crossing = ledger.crossing(hoverTarget.index, snapshot.step);
    return {
      blocks: new Set([...blocksOf(crossing), ...blocksInside(ledger, crossing, snapshot.step)]),
      lines: new Set(crossing.typescript ? [crossing.typescript.line] : []),
      cLines: new Set(cLine(crossing.c)),
      crossing: ({ index }) => index === crossing.index,
    };
  }
  const { line } = hoverTarget;
  const here = (block: Block): boolean =>
    block.allocated.typescript?.line === line || block.freed?.typescript?.line === line;
  return {
    blocks: new Set(
      ledger.blocks.ids(snapshot.step, MOST_BLOCKS).filter((id) => here(ledger.block(id, snapshot.step)!)),
    ),
    lines: new Set(),
    cLines: new Set(),
    crossing: (crossing) => crossing.typescript?.line === line,
  };
}

/** What is highlighted now. */
export function useHighlighted(): Highlighted {
  const hoverTarget = useView((view) => view.hoverTarget);
  const ledger = useRun((run) => run.ledger);
  const snapshot = useSnapshot((state) => state.snapshot);
  return useMemo(
    () => (ledger && snapshot ? highlightedBy(hoverTarget, ledger, snapshot) : NOTHING),
    [hoverTarget, ledger, snapshot],
  );
}
