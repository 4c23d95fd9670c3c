import { memo, useDeferredValue, useMemo } from "react";
import { overview, type Ledger, type Overview } from "../../ledger/index.ts";
import styles from "./Timeline.module.css";

interface Props {
  readonly ledger: Ledger;
  readonly step: number;
  readonly length: number;
}

/** Columns of the picture behind the slider. */
const COLUMNS = 240;

/** How much memory was allocated over the whole run, where it went wrong, and where the reader stands. */
export function Track({ ledger, step, length }: Props) {
  const drawn = useDeferredValue(length);
  const picture = useMemo(() => overview(ledger, drawn, COLUMNS), [ledger, drawn]);
  return (
    <div className={styles.track} aria-hidden="true">
      <Memory picture={picture} />
      <span className={styles.past} style={{ width: `${(100 * step) / Math.max(1, length)}%` }} />
      {picture.faults.map((at) => (
        <span key={at} className={styles.mark} style={{ left: `${100 * at}%` }} />
      ))}
      <span className={styles.head} style={{ left: `${(100 * step) / Math.max(1, length)}%` }} />
    </div>
  );
}

const HEIGHT = 100;

const Memory = memo(function Memory({ picture: { liveBytes, peakBytes } }: { readonly picture: Overview }) {
  const columns = liveBytes.length - 1;
  const y = (bytes: number): number => HEIGHT - (HEIGHT * bytes) / Math.max(1, peakBytes);
  const line = liveBytes.map(
    (bytes, column) => `${column === 0 ? "M" : "H"}${column} ${column === 0 ? "" : "V"}${y(bytes)}`,
  );
  return (
    <svg viewBox={`0 0 ${columns} ${HEIGHT}`} preserveAspectRatio="none" className={styles.memory}>
      <path d={`${line.join("")}V${HEIGHT}H0Z`} />
    </svg>
  );
});
