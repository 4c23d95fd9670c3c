import Editor, { loader } from "@monaco-editor/react";
import type { editor as MonacoApi } from "monaco-editor/editor/editor.api";
import { useEffect, useRef, useState } from "react";
import { useScheme } from "../parts/use-scheme.ts";
import type { EditorProps } from "./editor-props.ts";
import { LEAVE_TO } from "./leave.ts";
import { offerDeclarations } from "./library-features.ts";
import { monaco } from "./monaco.ts";
import styles from "./MonacoEditor.module.css";
import { useSnapshotLines, useHoveredLine } from "./snapshot-lines.ts";
import { applyTheme, themeName } from "./themes.ts";

loader.config({ monaco });

const OPTIONS: MonacoApi.IStandaloneEditorConstructionOptions = {
  accessibilitySupport: "auto",
  ariaLabel: "The program, in TypeScript. Press Escape and then Tab to leave the editor.",
  automaticLayout: true,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: '"Atkinson Hyperlegible Mono Variable", ui-monospace, Menlo, Consolas, monospace',
  fontLigatures: false,
  fontSize: 14,
  glyphMargin: true,
  lineDecorationsWidth: 8,
  lineHeight: 21,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  occurrencesHighlight: "singleFile",
  overviewRulerBorder: false,
  padding: { top: 12, bottom: 12 },
  renderFinalNewline: "on",
  renderLineHighlight: "line",
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  tabSize: 2,
  wordBasedSuggestions: "off",
};

/** The rich editor: completion, types and documentation of `"ffi"`, and the marks of the last run. */
export default function MonacoEditor(props: EditorProps) {
  const { text, path, library, marks, crossed, reveal, now, highlighted, onHoverLine, onChange, onRun, onSave } = props;
  const [editor, setEditor] = useState<MonacoApi.IStandaloneCodeEditor | null>(null);
  const actions = useRef({ onRun, onSave });
  useEffect(() => {
    actions.current = { onRun, onSave };
  });

  useEffect(() => {
    if (!editor) return;
    const run = monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter;
    const save = monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS;
    const added = [
      editor.addAction({ id: "run", label: "Run the program", keybindings: [run], run: () => actions.current.onRun() }),
      editor.addAction({
        id: "save",
        label: "Save the program",
        keybindings: [save],
        run: () => actions.current.onSave(),
      }),
    ];
    return () => added.forEach((action) => action.dispose());
  }, [editor]);

  const scheme = useScheme();
  useEffect(() => applyTheme(monaco, scheme), [scheme]);

  useEffect(() => {
    const model = editor?.getModel();
    return editor && model ? offerDeclarations(editor, model, library) : undefined;
  }, [editor, path, library]);
  useLeaveOnEscape(editor);
  useMarks(editor, path, marks, crossed);
  useSnapshotLines(editor, path, now, highlighted);
  useHoveredLine(editor, onHoverLine);

  useEffect(() => {
    if (!editor || !reveal) return;
    editor.setPosition({ lineNumber: reveal.line, column: reveal.column });
    editor.revealLineInCenterIfOutsideViewport(reveal.line);
    editor.focus();
  }, [editor, reveal]);

  return (
    <Editor
      path={`file:///${path}`}
      language="typescript"
      theme={themeName(scheme)}
      value={text}
      options={OPTIONS}
      onChange={(value) => onChange(value ?? "")}
      onMount={setEditor}
      loading={null}
      {...(styles.editor === undefined ? {} : { className: styles.editor })}
    />
  );
}

/** Escape leaves the editor, unless something of the editor's is open that Escape closes first. */
function useLeaveOnEscape(editor: MonacoApi.IStandaloneCodeEditor | null): void {
  useEffect(() => {
    if (!editor) return;
    const open =
      "suggestWidgetVisible || findWidgetVisible || parameterHintsVisible || renameInputVisible || inSnippetMode";
    const busy = `${open} || markersNavigationVisible || editorHoverVisible || editorHasSelection || editorHasMultipleSelections`;
    const added = editor.addAction({
      id: "leave",
      label: "Leave the editor",
      keybindings: [monaco.KeyCode.Escape],
      keybindingContext: `!(${busy})`,
      run: () => document.getElementById(LEAVE_TO)?.focus(),
    });
    return () => added.dispose();
  }, [editor]);
}

function useMarks(
  editor: MonacoApi.IStandaloneCodeEditor | null,
  path: string,
  marks: EditorProps["marks"],
  crossed: EditorProps["crossed"],
): void {
  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const inside = (line: number): boolean => line >= 1 && line <= model.getLineCount();
    const faulty = marks.filter((mark) => inside(mark.line));
    const lines = new Set(faulty.map((mark) => mark.line));

    monaco.editor.setModelMarkers(
      model,
      "run",
      faulty.map((mark) => ({
        severity: monaco.MarkerSeverity.Error,
        message: mark.message,
        source: mark.label,
        startLineNumber: mark.line,
        startColumn: mark.column,
        endLineNumber: mark.endLine,
        endColumn: mark.endColumn,
      })),
    );
    const decorations = editor.createDecorationsCollection([
      ...crossed
        .filter((line) => inside(line) && !lines.has(line))
        .map((line) => ({
          range: new monaco.Range(line, 1, line, 1),
          options: { glyphMarginClassName: styles.crossed ?? "", glyphMarginHoverMessage: { value: "Calls C" } },
        })),
      ...faulty.map((mark) => ({
        range: new monaco.Range(mark.line, 1, mark.line, model.getLineMaxColumn(mark.line)),
        options: {
          isWholeLine: true,
          className: styles.faultLine ?? "",
          glyphMarginClassName: styles.fault ?? "",
          glyphMarginHoverMessage: { value: mark.message },
          after: { content: `  ${mark.label}`, inlineClassName: styles.label ?? "" },
        },
      })),
    ]);
    return () => {
      decorations.clear();
      monaco.editor.setModelMarkers(model, "run", []);
    };
  }, [editor, path, marks, crossed]);
}
