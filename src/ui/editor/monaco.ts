import "monaco-editor/features/anchorSelect/register";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/documentSymbols/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/gotoSymbol/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/lineSelection/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/links/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/parameterHints/register";
import "monaco-editor/features/quickCommand/register";
import "monaco-editor/features/quickHelp/register";
import "monaco-editor/features/quickOutline/register";
import "monaco-editor/features/referenceSearch/register";
import "monaco-editor/features/rename/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/tokenization/register";
import "monaco-editor/features/unicodeHighlighter/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/features/wordOperations/register";
import "monaco-editor/features/wordPartOperations/register";
import "monaco-editor/languages/definitions/typescript/register";
import * as monaco from "monaco-editor/editor/editor.api";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { getTypeScriptWorker, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import declarations from "virtual:ffi-types";
import type { CompileOutcome } from "../../contract/program.ts";
import { COMPILER_OPTIONS } from "./compiler-options.ts";
import { startTypeScriptWorker } from "./start-worker.ts";

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId, label) => (label === "typescript" ? startTypeScriptWorker() : new EditorWorker()),
};

const { moduleResolution, ...options } = COMPILER_OPTIONS;
typescriptDefaults.setCompilerOptions({ ...options, moduleResolution: moduleResolution as 2 });
typescriptDefaults.setEagerModelSync(true);
for (const { path, text } of declarations) {
  typescriptDefaults.addExtraLib(text, `file:///node_modules/ffi/${path}`);
}
// The module's declarations lie in their own folders; its name leads to the first of them.
typescriptDefaults.addExtraLib('export * from "./ffi/index";\n', "file:///node_modules/ffi/index.d.ts");

export { monaco };

/** There is a worker to ask for only when the first text in the language has appeared, which is when the editor has. */
const languageIsThere = new Promise<void>((resolve) => void monaco.languages.onLanguage("typescript", resolve));

interface LanguageWorker {
  compile(text: string): Promise<CompileOutcome>;
}

/** Tries to reach the worker, and the pause between two, in milliseconds: together longer than any sound start. */
const TRIES = 100;
const PAUSE_MS = 50;

/**
 * The language worker. Monaco sets the language up by itself once a text in it has appeared, says to nobody when it has
 * done so, and until then turns down whoever asks for the worker.
 *
 * @throws Monaco's own error when the language is still not there
 */
async function languageWorker(): Promise<LanguageWorker> {
  await languageIsThere;
  for (let tries = 1; ; tries += 1) {
    try {
      return (await (
        await getTypeScriptWorker()
      )()) as unknown as LanguageWorker;
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Compiles a program in the language worker, starting it where it has not been. */
export const compileWithMonaco = async (text: string): Promise<CompileOutcome> =>
  (await languageWorker()).compile(text);
