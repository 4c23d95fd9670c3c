import type { editor as MonacoApi } from "monaco-editor/editor/editor.api";
import { useEffect, useRef } from "react";
import { monaco } from "./monaco.ts";
import styles from "./MonacoEditor.module.css";

/** Shows the line at which the snapshot on screen stands, and lights up what belongs to what the reader points at. */
export function useSnapshotLines(
  editor: MonacoApi.IStandaloneCodeEditor | null,
  path: string,
  now: number | null,
  highlighted: ReadonlySet<number>,
): void {
  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const line = (number: number, className: string | undefined, margin: string | undefined) => ({
      range: new monaco.Range(number, 1, number, 1),
      options: { isWholeLine: true, className: className ?? "", linesDecorationsClassName: margin ?? "" },
    });
    const inside = (number: number): boolean => number >= 1 && number <= model.getLineCount();
    const decorations = editor.createDecorationsCollection([
      ...[...highlighted].filter(inside).map((number) => line(number, styles.highlighted, styles.highlightedMargin)),
      ...(now !== null && inside(now) ? [line(now, styles.now, styles.nowMargin)] : []),
    ]);
    return () => decorations.clear();
  }, [editor, path, now, highlighted]);

  useEffect(() => {
    if (editor && now !== null) editor.revealLineInCenterIfOutsideViewport(now);
  }, [editor, now]);
}

/** Tells which line the pointer is on, or else the caret while the editor has the focus. */
export function useHoveredLine(
  editor: MonacoApi.IStandaloneCodeEditor | null,
  onHoverLine: (line: number | null) => void,
): void {
  const tell = useRef(onHoverLine);
  useEffect(() => {
    tell.current = onHoverLine;
  });
  useEffect(() => {
    if (!editor) return;
    let last: number | null = null;
    const hoverTarget = (line: number | null): void => {
      if (line === last) return;
      last = line;
      tell.current(line);
    };
    const caret = (): number | null => (editor.hasTextFocus() ? (editor.getPosition()?.lineNumber ?? null) : null);
    const added = [
      editor.onMouseMove(({ target }) => hoverTarget(target.position?.lineNumber ?? null)),
      editor.onMouseLeave(() => hoverTarget(caret())),
      editor.onDidChangeCursorPosition(() => hoverTarget(caret())),
      editor.onDidBlurEditorText(() => hoverTarget(null)),
    ];
    return () => added.forEach((listener) => listener.dispose());
  }, [editor]);
}
