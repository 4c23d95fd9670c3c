import { useHoverTarget } from "./hover-target.ts";
import { useView } from "../view.ts";
import styles from "./links.module.css";

interface LineProps {
  readonly file: string;
  readonly line: number;
  readonly column?: number | undefined;
  /** What the reader sees; by default the line alone for the program, file and line for C. */
  readonly children?: string;
}

/** A place in the program, as a button that shows it in the editor. */
export function ProgramLine({ file, line, column, children }: LineProps) {
  const reveal = useView((view) => view.revealLine);
  return (
    <button
      type="button"
      className={`${styles.link} ${styles.typescript}`}
      aria-label={`Line ${line} of the program`}
      onClick={() => reveal(file, line, column)}
    >
      {children ?? `line ${line}`}
    </button>
  );
}

/** A place in the C library, as a button that shows it in its source. */
export function CLine({ file, line, column, children }: LineProps) {
  const reveal = useView((view) => view.revealLine);
  return (
    <button type="button" className={`${styles.link} ${styles.c}`} onClick={() => reveal(file, line, column)}>
      {children ?? `${file}:${line}`}
    </button>
  );
}

interface BlockProps {
  readonly block: number;
  readonly children?: string;
}

/** A block of memory, as a button that marks it everywhere and shows it in the heap. */
export function BlockLink({ block, children }: BlockProps) {
  const marked = useView((view) => view.block === block);
  const show = useView((view) => view.showBlock);
  const hoverTarget = useHoverTarget({ kind: "block", block });
  return (
    <button
      type="button"
      className={styles.block}
      data-marked={marked}
      {...hoverTarget}
      aria-label={`${children ?? `#${block}`}, show block ${block} in the heap`}
      onClick={() => show(block)}
    >
      {children ?? `#${block}`}
    </button>
  );
}
