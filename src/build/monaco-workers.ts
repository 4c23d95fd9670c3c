import type { Plugin } from "vite";

const LANGUAGES = /monaco-editor[\\/]esm[\\/]vs[\\/]languages[\\/]features[\\/]typescript[\\/]workerManager\.js$/;
const OWN_WORKER =
  /createWorker:\s*\(\)\s*=>\s*new Worker\(new URL\((['"]).*?\1, import\.meta\.url\), \{ type: "module" \}\),?/;

const START = /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js$/;
const EVERY_FEATURE = /^import '[^']+';\n/gm;

/**
 * Takes two things out of Monaco that a bundler cannot know are not wanted:
 *
 * - the worker that its TypeScript support would start where the page gives none. The page always does
 *   (`MonacoEnvironment.getWorker`), and a second copy of the compiler is several megabytes;
 * - the imports by which the function that starts a worker brings in every feature of the editor, late, when the editor
 *   has already been made without them. The features wanted are those that `src/ui/editor/monaco.ts` names.
 */
export function monacoWorkers(): Plugin {
  return {
    name: "ffi-playground:monaco-workers",
    apply: "build",
    transform: {
      filter: { id: [LANGUAGES, START] },
      handler(code, id) {
        const unwanted = START.test(id) ? EVERY_FEATURE : OWN_WORKER;
        const wanted = code.replace(unwanted, "");
        if (wanted === code) this.error("Monaco is written otherwise now: look at monaco-workers.ts again");
        return { code: wanted, map: null };
      },
    },
  };
}
