import { Fragment, type Ref } from "react";
import type { Crossing } from "../../ledger/moment.ts";
import { formatBytes, formatCount, formatMilliseconds } from "../parts/format.ts";
import { CLine, ProgramLine } from "../parts/links.tsx";
import { ValueText } from "../parts/ValueText.tsx";
import { PROGRAM } from "../view.ts";
import styles from "./Crossings.module.css";

interface Props {
  readonly crossing: Crossing;
  readonly top: number;
  readonly blockAddress: (block: number) => number | null;
  readonly ref: Ref<HTMLDivElement>;
}

export function CrossingRow({ crossing, top, blockAddress, ref }: Props) {
  const { typescript, c, direction, outcome } = crossing;
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={crossing.index + 2}
      data-index={crossing.index}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={styles.site}>
        {typescript && (
          <ProgramLine file={PROGRAM} line={typescript.line} column={typescript.column}>
            {String(typescript.line)}
          </ProgramLine>
        )}
      </span>
      <span role="cell" className={styles.boundary} data-direction={direction}>
        <Arrow direction={direction} />
        <span className="visually-hidden">{direction === "call" ? "TypeScript calls C" : "C calls TypeScript"}</span>
      </span>
      <span role="cell" className={styles.call} style={{ paddingLeft: `${crossing.depth * 1.25}rem` }}>
        <span className={styles.signature}>
          <b>{crossing.function}</b>(
          {crossing.arguments.map((value, index) => (
            <Fragment key={index}>
              {index > 0 && ", "}
              {crossing.parameters[index] !== undefined && (
                <span className={styles.name}>{crossing.parameters[index]}: </span>
              )}
              <span className={styles.closed}>
                <ValueText value={value} blockAddress={blockAddress} />
                {index === crossing.arguments.length - 1 && ")"}
              </span>
            </Fragment>
          ))}
          {crossing.arguments.length === 0 && ")"}
        </span>
        <Outcome crossing={crossing} blockAddress={blockAddress} />
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

function Outcome({ crossing, blockAddress }: Pick<Props, "crossing" | "blockAddress">) {
  if (crossing.outcome === "threw") return <span className={styles.threw}>threw</span>;
  if (crossing.result === null || crossing.result.kind === "undefined") return null;
  return (
    <span className={styles.result}>
      <span className={styles.name} aria-hidden="true">
        →{" "}
      </span>
      <span className="visually-hidden">returned </span>
      <ValueText value={crossing.result} blockAddress={blockAddress} />
    </span>
  );
}

/** An arrow through the boundary: it starts on the side that calls and its head lies on the side that is called. */
const Arrow = ({ direction }: { readonly direction: Crossing["direction"] }) => (
  <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true" data-direction={direction}>
    {direction === "call" ? <path d="M1 5H32M27 1l5 4-5 4" /> : <path d="M33 5H2M7 1 2 5l5 4" />}
  </svg>
);
