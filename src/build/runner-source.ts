import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { Plugin } from "vite";

const VIRTUAL = "virtual:runner-source";
const RESOLVED = `\0${VIRTUAL}`;
const ENTRY = fileURLToPath(new URL("../runner/worker.ts", import.meta.url));
const DEV_PATH = "@runner-source.js";

/**
 * Offers the worker's code as text: `import url from "virtual:runner-source"` gives the address of one script with
 * everything in it, which needs no module loader and fetches nothing. The page hands that text to the sandboxed
 * frame, which cannot load anything by itself.
 */
export function runnerSource(entry: string = ENTRY): Plugin {
  let base = "/";
  let serving = false;
  return {
    name: "runner-source",
    configResolved(config) {
      base = config.base;
      serving = config.command === "serve";
    },
    configureServer(server) {
      // Bundled for each request: it takes milliseconds, and is never out of date.
      server.middlewares.use(`${base}${DEV_PATH}`, (_request, response, next) => {
        bundleRunner(entry).then(({ code }) => {
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.setHeader("Cache-Control", "no-store");
          response.end(code);
        }, next);
      });
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      if (serving) return `export default ${JSON.stringify(`${base}${DEV_PATH}`)};`;
      const { code, files } = await bundleRunner(entry);
      for (const file of files) this.addWatchFile(file);
      const asset = this.emitFile({ type: "asset", name: "runner.js", source: code });
      return `export default import.meta.ROLLUP_FILE_URL_${asset};`;
    },
  };
}

/**
 * Bundles a worker into one classic script.
 *
 * @returns its text, and the files it was made from.
 * @throws when it does not resolve, or when it would need a second file.
 */
export async function bundleRunner(entry: string = ENTRY): Promise<{ code: string; files: string[] }> {
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    onLog(level, log, handle) {
      // A file of this package that nothing imports is ill-formed; the bundler reads it before leaving it out.
      if (log.code !== "CANNOT_CALL_NAMESPACE" || !log.loc?.file?.includes("emscripten-wasm-loader"))
        handle(level, log);
    },
  });
  try {
    const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`The runner must be one file, but came out as ${output.length}.`);
    return { code: chunk.code, files: chunk.moduleIds.filter((id) => !id.startsWith("\0")) };
  } finally {
    await bundle.close();
  }
}
