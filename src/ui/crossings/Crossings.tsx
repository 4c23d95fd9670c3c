import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { EVERY_CROSSING, filterCrossings, lastAtMost } from "../../ledger/index.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { formatCount } from "../parts/format.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useSnapshot, useRun } from "../playground.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import { CrossingRow } from "./CrossingRow.tsx";
import styles from "./Crossings.module.css";
import { FilterBar } from "./FilterBar.tsx";

const ROW_HEIGHT = 30;

/** Rows that one stretch of the list holds: a browser can scroll no list of a million. */
export const STRETCH = 4_000;

/**
 * Every call over the boundary, one row each, on a table whose one drawn line is the boundary itself: what is left of
 * it is TypeScript, what is right of it is C, and each row's arrow crosses it in the direction of the call.
 */
export default function Crossings({ ledger, length, snapshot }: PanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(EVERY_CROSSING);
  const following = useSnapshot((state) => state.following);
  const running = useRun((run) => run.phase === "running");
  const goTo = useSnapshot((state) => state.goTo);
  const highlighted = useHighlighted();
  const passing = useMemo(() => filterCrossings(ledger, filter, length), [ledger, filter, length]);
  const shown = passing ? lastAtMost(passing, snapshot.crossings - 1, (index) => index) + 1 : snapshot.crossings;
  const indexOf = (row: number): number => (passing ? (passing[row] ?? 0) : row);
  // The row the reader stands at: the last crossing that has begun. At the end nobody stands anywhere.
  const current = following && !running ? -1 : shown - 1;

  const [from, setFrom] = useState(0);
  const stretch = current >= 0 ? Math.floor(current / STRETCH) * STRETCH : from;
  const start = Math.min(stretch, Math.max(0, Math.floor((shown - 1) / STRETCH) * STRETCH));
  const count = Math.min(STRETCH, shown - start);
  // Where the list was last brought to. Until it is there, the rows around it are drawn instead of those that happen to
  // be in view: drawn first, they would be thrown away at once.
  const brought = useRef(-1);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    rangeExtractor(range) {
      const wanted = current - start;
      const inView = wanted >= range.startIndex && wanted <= range.endIndex;
      if (wanted < 0 || current === brought.current || inView) return defaultRangeExtractor(range);
      const rowsInView = range.endIndex - range.startIndex + range.overscan;
      const first = Math.max(0, wanted - rowsInView);
      const last = Math.min(count - 1, wanted + rowsInView);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    },
  });
  useEffect(() => {
    if (current >= start) rows.scrollToIndex(current - start, { align: "auto" });
    brought.current = current;
  }, [rows, current, start]);

  if (snapshot.crossings === 0) return <Empty>Nothing has crossed the boundary: the program has not called C.</Empty>;
  return (
    <div className={styles.panel}>
      <FilterBar ledger={ledger} filter={filter} shown={shown} all={snapshot.crossings} onChange={setFilter} />
      <div className={styles.scroller} ref={scroller} tabIndex={0} role="region" aria-label="Crossings, scrollable">
        <div
          role="table"
          aria-label="Calls between TypeScript and C"
          aria-rowcount={shown + 1}
          className={styles.table}
        >
          <div role="row" aria-rowindex={1} className={styles.head}>
            <span role="columnheader" className={styles.headTypescript}>
              TypeScript
            </span>
            <span role="columnheader" className={styles.boundary}>
              <span className="visually-hidden">direction</span>
            </span>
            <span role="columnheader" className={styles.headC}>
              C
            </span>
            <span role="columnheader">where</span>
            <span role="columnheader">copied</span>
            <span role="columnheader">time</span>
          </div>
          <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map((item) => {
              const row = start + item.index;
              const crossing = ledger.crossing(indexOf(row), snapshot.step);
              return (
                <CrossingRow
                  key={item.key}
                  ref={rows.measureElement}
                  ledger={ledger}
                  crossing={crossing}
                  row={row}
                  item={item.index}
                  top={item.start}
                  step={snapshot.step}
                  current={row === current}
                  highlighted={highlighted.crossing(crossing)}
                  onShow={() => goTo(crossing.event + 1)}
                />
              );
            })}
          </div>
        </div>
      </div>
      {shown > STRETCH && (
        <div className={styles.stretches}>
          <Button look="quiet" aria-disabled={start === 0} onClick={() => setFrom(Math.max(0, start - STRETCH))}>
            Earlier
          </Button>
          <span>
            {formatCount(start + 1)} to {formatCount(start + count)}
          </span>
          <Button
            look="quiet"
            aria-disabled={start + count >= shown}
            onClick={() => setFrom(start + count >= shown ? start : start + STRETCH)}
          >
            Later
          </Button>
        </div>
      )}
    </div>
  );
}
