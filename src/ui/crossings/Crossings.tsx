import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Empty } from "../parts/Empty.tsx";
import { useBlockAddress } from "../parts/use-block-address.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import styles from "./Crossings.module.css";
import { CrossingRow } from "./CrossingRow.tsx";

const ROW_HEIGHT = 30;

/**
 * Every call over the boundary, one row each, on a table whose one drawn line is the boundary itself: what is left of
 * it is TypeScript, what is right of it is C, and each row's arrow crosses it in the direction of the call.
 */
export default function Crossings({ ledger, moment }: PanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const blockAddress = useBlockAddress(moment);
  const rows = useVirtualizer({
    count: moment.crossings,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });

  if (moment.crossings === 0) return <Empty>Nothing has crossed the boundary: the program has not called C.</Empty>;
  return (
    <div className={styles.scroller} ref={scroller} tabIndex={0} role="region" aria-label="Crossings, scrollable">
      <div
        role="table"
        aria-label="Calls between TypeScript and C"
        aria-rowcount={moment.crossings + 1}
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
          {rows.getVirtualItems().map((item) => (
            <CrossingRow
              key={item.key}
              ref={rows.measureElement}
              crossing={ledger.crossing(item.index, moment.step)}
              top={item.start}
              blockAddress={blockAddress}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
