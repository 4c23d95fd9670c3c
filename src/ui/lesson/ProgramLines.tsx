import styles from "./ProgramLines.module.css";

interface Props {
  readonly label: string;
  /** Coloured HTML, made at build from the project's own files. */
  readonly lines: readonly string[];
  /** Lines to be blamed, from 1. */
  readonly marks?: readonly { readonly line: number; readonly code: string }[];
}

/** A program to be read, with its line numbers and the lines that a run blamed. */
export const ProgramLines = ({ label, lines, marks = [] }: Props) => (
  <pre className={styles.lines} tabIndex={0} role="region" aria-label={label}>
    {lines.map((html, index) => {
      const mark = marks.find(({ line }) => line === index + 1);
      return (
        <code key={index} className={styles.line} data-marked={mark !== undefined}>
          <span className={styles.number}>{index + 1}</span>
          <span dangerouslySetInnerHTML={{ __html: html === "" ? " " : html }} />
          {mark && <span className={styles.mark}>{mark.code}</span>}
          {"\n"}
        </code>
      );
    })}
  </pre>
);
