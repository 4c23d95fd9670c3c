import { useEffect, useRef } from "react";
import styles from "./SourceView.module.css";

interface Props {
  readonly label: string;
  readonly side: "c" | "rust";
  /** Coloured HTML, one string a line; made at build from the project's own files. */
  readonly lines: readonly string[];
  /** Lines the last run called into. */
  readonly called?: ReadonlySet<number>;
  /** Lines of faults, with what each is. */
  readonly faults?: ReadonlyMap<number, string>;
  /** The line at which the snapshot on screen stands. */
  readonly now?: number | null;
  /** Lines to light up, because of what the reader points at elsewhere. */
  readonly highlighted?: ReadonlySet<number>;
  readonly reveal: { readonly line: number; readonly turn: number } | null;
}

/** A file for reading: C beside the program, or the same boundary in Rust. */
export function SourceView({ label, side, lines, called, faults, now = null, highlighted, reveal }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!reveal) return;
    scroller.current?.querySelector(`[data-line="${reveal.line}"]`)?.scrollIntoView({ block: "center" });
    scroller.current?.focus({ preventScroll: true });
  }, [reveal]);

  useEffect(() => {
    if (now !== null) scroller.current?.querySelector(`[data-line="${now}"]`)?.scrollIntoView({ block: "nearest" });
  }, [now]);

  return (
    <div className={styles.scroller} data-side={side} ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <ol className={styles.lines}>
        {lines.map((html, index) => {
          const number = index + 1;
          const fault = faults?.get(number);
          const mark = fault !== undefined ? "fault" : called?.has(number) ? "called" : undefined;
          return (
            <li
              key={number}
              className={styles.line}
              data-line={number}
              data-mark={mark}
              data-now={number === now || undefined}
              data-highlighted={highlighted?.has(number) || undefined}
              data-revealed={reveal?.line === number || undefined}
            >
              <code dangerouslySetInnerHTML={{ __html: html === "" ? " " : html }} />
              {fault !== undefined && <span className={styles.label}>{fault}</span>}
              {number === now && <span className="visually-hidden"> (the moment on screen)</span>}
              {mark === "called" && <span className="visually-hidden"> (called by the program)</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
