import type { ReactNode } from "react";
import { codeFrame, type FrameSpan } from "../../faults/code-frame.ts";
import styles from "./Faults.module.css";

interface Props {
  /** Where the line is, as a link that shows it. */
  readonly title: ReactNode;
  readonly side: "typescript" | "c";
  /** The whole text; null when it is not known. */
  readonly text: string | null;
  readonly span: FrameSpan;
}

/** A few lines of code with one stretch underlined, on the side of the boundary it belongs to. */
export function CodeFrame({ title, side, text, span }: Props) {
  const lines = text === null ? [] : codeFrame(text.split(/\r?\n/), span);
  return (
    <figure className={styles.frame} data-side={side}>
      <figcaption>{title}</figcaption>
      {lines.length > 0 && (
        <pre tabIndex={0}>
          {lines.map(({ number, text: line, mark }) => (
            <code key={number} className={styles.line} data-marked={mark !== null}>
              <span className={styles.lineNumber}>{number}</span>
              {mark === null ? (
                line
              ) : (
                <>
                  {line.slice(0, mark.start)}
                  <mark>{line.slice(mark.start, mark.start + mark.length)}</mark>
                  {line.slice(mark.start + mark.length)}
                </>
              )}
              {"\n"}
            </code>
          ))}
        </pre>
      )}
    </figure>
  );
}
