import type { CrossingFilter, Ledger } from "../../ledger/index.ts";
import { formatCount, plural } from "../parts/format.ts";
import styles from "./Crossings.module.css";

interface Props {
  readonly ledger: Ledger;
  readonly filter: CrossingFilter;
  /** Crossings that pass by the snapshot on screen, and all by then. */
  readonly shown: number;
  readonly all: number;
  readonly onChange: (filter: CrossingFilter) => void;
}

const DIRECTIONS = { all: "Both ways", call: "TypeScript calls C", callback: "C calls TypeScript" } as const;

/** Narrows the list down: by function, by direction, to what went wrong. */
export function FilterBar({ ledger, filter, shown, all, onChange }: Props) {
  const functions = [...new Set(ledger.crossingKinds.map((kind) => kind.function))];
  const twoWays = ledger.crossingKinds.some(({ direction }) => direction === "callback");
  const faulty = ledger.faultyCrossings().length;
  return (
    <div className={styles.filters}>
      <label>
        <span className="visually-hidden">Function</span>
        <select
          value={filter.function ?? ""}
          onChange={(event) => onChange({ ...filter, function: event.target.value || null })}
        >
          <option value="">Every function</option>
          {functions.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {twoWays && (
        <label>
          <span className="visually-hidden">Direction</span>
          <select
            value={filter.direction ?? "all"}
            onChange={(event) =>
              onChange({
                ...filter,
                direction: event.target.value === "all" ? null : (event.target.value as "call" | "callback"),
              })
            }
          >
            {Object.entries(DIRECTIONS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {faulty > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={filter.faulty}
            onChange={(event) => onChange({ ...filter, faulty: event.target.checked })}
          />
          With a fault
        </label>
      )}
      <span className={styles.sum}>
        {shown === all ? plural(all, "crossing") : `${formatCount(shown)} of ${plural(all, "crossing")}`}
      </span>
    </div>
  );
}
