import { useEffect, useId, useRef } from "react";
import { DeclareButton } from "./DeclareButton.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./PlainEditor.module.css";

/** The editor for narrow screens: a text area, which every phone's keyboard and screen reader knows, with line numbers. */
export default function PlainEditor(props: EditorProps) {
  const { text, library, marks, crossed, reveal, now, highlighted, onHoverLine, onChange, onRun, onSave } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const descriptionId = useId();
  const lines = text.split("\n");

  useEffect(() => {
    const field = area.current;
    if (!field || !reveal) return;
    const start = startOfLine(field.value, reveal.line);
    const end = field.value.indexOf("\n", start);
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end === -1 ? field.value.length : end);
    field.closest("[data-scroller]")?.scrollTo({ top: Math.max(0, (reveal.line - 4) * LINE_HEIGHT) });
  }, [reveal]);

  useEffect(() => {
    if (now === null) return;
    const scroller = area.current?.closest("[data-scroller]");
    const top = (now - 1) * LINE_HEIGHT;
    if (!scroller || (top >= scroller.scrollTop && top < scroller.scrollTop + scroller.clientHeight - LINE_HEIGHT))
      return;
    scroller.scrollTo({ top: Math.max(0, top - 3 * LINE_HEIGHT) });
  }, [now]);

  return (
    <div className={styles.scroller} data-scroller>
      <div className={styles.page} style={{ lineHeight: `${LINE_HEIGHT}px` }}>
        <ol className={styles.numbers} aria-hidden="true">
          {lines.map((_, index) => (
            <li
              key={index}
              data-mark={markOf(index + 1, marks, crossed)}
              data-now={index + 1 === now || undefined}
              data-highlighted={highlighted.has(index + 1) || undefined}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          className={styles.area}
          value={text}
          rows={lines.length + 1}
          aria-label="The program, in TypeScript"
          aria-describedby={marks.length > 0 ? descriptionId : undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap="off"
          onSelect={({ currentTarget: { value, selectionStart } }) =>
            onHoverLine(value.slice(0, selectionStart).split("\n").length)
          }
          onBlur={() => onHoverLine(null)}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            const mod = event.ctrlKey || event.metaKey;
            if (mod && event.key === "Enter") onRun();
            else if (mod && event.key.toLowerCase() === "s") onSave();
            else if (event.key === "Escape") event.currentTarget.blur();
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <DeclareButton text={text} library={library} onChange={onChange} />
      {marks.length > 0 && (
        <ul className={styles.marks} id={descriptionId}>
          {marks.map((mark, index) => (
            <li key={index}>
              Line {mark.line}: <b>{mark.label}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const LINE_HEIGHT = 24;

const markOf = (line: number, marks: EditorProps["marks"], crossed: EditorProps["crossed"]): string | undefined =>
  marks.some((mark) => mark.line === line) ? "fault" : crossed.includes(line) ? "crossed" : undefined;

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return start;
    start = end + 1;
  }
  return start;
}
