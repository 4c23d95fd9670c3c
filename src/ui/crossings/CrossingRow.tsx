import { Fragment, type Ref } from "react";
import type { Crossing, Ledger, Value } from "../../ledger/index.ts";
import { formatBytes, formatCount, formatMilliseconds } from "../parts/format.ts";
import { CLine, ProgramLine } from "../parts/links.tsx";
import { pointedAt } from "../parts/pointee.ts";
import { useHoverTarget } from "../parts/hover-target.ts";
import { ValueText } from "../parts/ValueText.tsx";
import { PROGRAM } from "../view.ts";
import styles from "./Crossings.module.css";

interface Props {
  readonly ledger: Ledger;
  readonly crossing: Crossing;
  /** Its place in the list, and among the items that the list draws. */
  readonly row: number;
  readonly item: number;
  readonly top: number;
  readonly step: number;
  /** The snapshot on screen stands at it. */
  readonly current: boolean;
  readonly highlighted: boolean;
  readonly onShow: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

export function CrossingRow({ ledger, crossing, row, item, top, step, current, highlighted, onShow, ref }: Props) {
  const { typescript, c, direction, outcome } = crossing;
  const hoverTarget = useHoverTarget({ kind: "crossing", index: crossing.index });
  const faulty = ledger.isFaulty(crossing.index, step);
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={row + 2}
      aria-current={current ? "step" : undefined}
      data-index={item}
      data-crossing={crossing.index}
      data-current={current}
      data-highlighted={highlighted}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      {...hoverTarget}
    >
      <span role="cell" className={styles.span}>
        {typescript && (
          <ProgramLine file={PROGRAM} line={typescript.line} column={typescript.column}>
            {String(typescript.line)}
          </ProgramLine>
        )}
      </span>
      <span role="cell" className={styles.boundary}>
        <button
          type="button"
          className={styles.arrow}
          aria-label={`${direction === "call" ? "TypeScript calls C" : "C calls TypeScript"}. Show this moment`}
          title="Show this moment"
          onClick={onShow}
        >
          <Arrow direction={direction} />
        </button>
      </span>
      <span
        role="cell"
        className={styles.call}
        data-depth={crossing.depth}
        style={{ paddingLeft: `${Math.min(crossing.depth, 8) * 1.25}rem` }}
      >
        <span className={styles.signature}>
          <b>{crossing.function}</b>(<wbr />
          {crossing.arguments.map((value, index) => (
            <Fragment key={index}>
              {index > 0 && " "}
              {crossing.parameters[index] !== undefined && (
                <span className={styles.name}>{crossing.parameters[index]}: </span>
              )}
              <span className={styles.closed}>
                <Shown ledger={ledger} crossing={crossing} value={value} when="begin" step={step} />
                {index === crossing.arguments.length - 1 ? ")" : ","}
              </span>
            </Fragment>
          ))}
          {crossing.arguments.length === 0 && ")"}
        </span>
        <Outcome ledger={ledger} crossing={crossing} step={step} />
        {faulty && <span className={styles.threw}>◆ fault</span>}
      </span>
      <span role="cell" className={styles.place}>
        {c && <CLine file={c.file} line={c.line} column={c.column} />}
      </span>
      <span role="cell" className={styles.number} aria-label={`${formatBytes(crossing.bytesCopied)} copied`}>
        {crossing.bytesCopied === 0 ? <span className={styles.none}>0</span> : `${formatCount(crossing.bytesCopied)} B`}
      </span>
      <span role="cell" className={styles.number}>
        {crossing.milliseconds === null ? (
          <span className={styles.none}>{outcome === "running" ? "running" : ""}</span>
        ) : (
          formatMilliseconds(crossing.milliseconds)
        )}
      </span>
    </div>
  );
}

interface ShownProps {
  readonly ledger: Ledger;
  readonly crossing: Crossing;
  readonly value: Value;
  readonly when: "begin" | "end";
  readonly step: number;
}

/** A value, and what C finds behind it. */
function Shown({ ledger, crossing, value, when, step }: ShownProps) {
  const behind = pointedAt(ledger, crossing, value, when);
  return (
    <>
      <ValueText value={value} blockAddress={(block) => ledger.block(block, step)?.address ?? null} />
      {behind !== null && <span className={styles.behind}> {behind}</span>}
    </>
  );
}

function Outcome({ ledger, crossing, step }: Pick<Props, "ledger" | "crossing" | "step">) {
  if (crossing.outcome === "threw") return <span className={styles.threw}>threw</span>;
  if (crossing.result === null || crossing.result.kind === "undefined") return null;
  return (
    <span className={styles.result}>
      <span className={styles.name} aria-hidden="true">
        →{" "}
      </span>
      <span className="visually-hidden">returned </span>
      <Shown ledger={ledger} crossing={crossing} value={crossing.result} when="end" step={step} />
    </span>
  );
}

/** An arrow through the boundary: it starts on the side that calls and its head lies on the side that is called. */
const Arrow = ({ direction }: { readonly direction: Crossing["direction"] }) => (
  <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true" data-direction={direction}>
    {direction === "call" ? <path d="M1 5H32M27 1l5 4-5 4" /> : <path d="M33 5H2M7 1 2 5l5 4" />}
  </svg>
);
