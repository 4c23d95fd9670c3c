import type { Plugin } from "vite";

const FALLBACK =
  /createWorker:\s*\(\)\s*=>\s*new Worker\(new URL\((['"]).*?\1, import\.meta\.url\), \{ type: "module" \}\),?/;

/**
 * Monaco names a worker of its own beside each language. The page always gives it workers
 * (`MonacoEnvironment.getWorker`), so those are dead code, but a bundler cannot know and would write a second copy of
 * the TypeScript compiler, several megabytes, into the site. This takes them out.
 */
export function monacoWorkers(): Plugin {
  return {
    name: "ffi-playground:monaco-workers",
    apply: "build",
    transform: {
      filter: { id: /monaco-editor[\\/]esm[\\/]vs[\\/]languages[\\/]features[\\/]typescript[\\/]workerManager\.js$/ },
      handler(code) {
        if (!FALLBACK.test(code))
          this.error("Monaco's worker manager is written otherwise now: look at monaco-workers.ts again");
        return { code: code.replace(FALLBACK, ""), map: null };
      },
    },
  };
}
