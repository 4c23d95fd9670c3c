/** Something a run found at a line of the program. */
export interface Mark {
  readonly kind: "fault" | "problem";
  /** Short, shown at the end of the line: `FFI004 use-after-free`. */
  readonly label: string;
  /** The whole sentence, shown on hover and read aloud. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What every editor of a program takes and tells, the rich one and the plain one. */
export interface EditorProps {
  readonly text: string;
  /** The library that the program is about; the editor offers its declarations. */
  readonly library: string;
  /** Names the text: another name is another text with a history of its own. */
  readonly path: string;
  readonly marks: readonly Mark[];
  /** Lines from which the last run crossed into C. */
  readonly crossed: readonly number[];
  /** A line to bring on screen; a larger `turn` asks again. */
  readonly reveal: { readonly line: number; readonly column: number; readonly turn: number } | null;
  /** The line at which the snapshot on screen stands. */
  readonly now: number | null;
  /** Lines to light up, because of what the reader points at elsewhere. */
  readonly highlighted: ReadonlySet<number>;
  /** Told on which line the pointer or the caret is; null when neither is on one. */
  readonly onHoverLine: (line: number | null) => void;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly onSave: () => void;
}
