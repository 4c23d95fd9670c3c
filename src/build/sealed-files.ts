import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { bundleSealedEngine, WASM } from "./sealed-engine.mjs";

const VIRTUAL = "virtual:sealed-files";
const RESOLVED = `\0${VIRTUAL}`;
const DEV_ENGINE = "@sealed-engine.js";
const DEV_WASM = "@quickjs.wasm";

/**
 * Offers the sealed engine's two files: `import { engine, wasm } from "virtual:sealed-files"` gives their addresses. The page fetches
 * them as data, and hands them to the sandboxed frame, which cannot load anything by itself.
 */
export function sealedFiles(): Plugin {
  let base = "/";
  let serving = false;
  return {
    name: "sealed-files",
    configResolved(config) {
      base = config.base;
      serving = config.command === "serve";
    },
    configureServer(server) {
      server.middlewares.use(`${base}${DEV_ENGINE}`, (_request, response, next) => {
        bundleSealedEngine().then(({ code }) => {
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.setHeader("Cache-Control", "no-store");
          response.end(code);
        }, next);
      });
      server.middlewares.use(`${base}${DEV_WASM}`, (_request, response) => {
        response.setHeader("Content-Type", "application/wasm");
        response.end(readFileSync(WASM));
      });
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      if (serving) {
        return `export const engine = ${JSON.stringify(`${base}${DEV_ENGINE}`)}, wasm = ${JSON.stringify(`${base}${DEV_WASM}`)};`;
      }
      const { code, files } = await bundleSealedEngine();
      for (const file of files) this.addWatchFile(file);
      const engine = this.emitFile({ type: "asset", name: "sealed-engine.js", source: code });
      const wasm = this.emitFile({ type: "asset", name: "quickjs.wasm", source: readFileSync(WASM) });
      return `export const engine = import.meta.ROLLUP_FILE_URL_${engine}, wasm = import.meta.ROLLUP_FILE_URL_${wasm};`;
    },
  };
}
