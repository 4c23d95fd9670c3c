/**
 * The sealed engine as it is given to a runner: the text of one module, with QuickJS's package and the code that stands inside
 * the seal in it, and QuickJS's binary.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE, hashOf, HEAD, isFresh, keep } from "./node-bundle.mjs";
import { ROOT } from "./setup.mjs";

const SELF = fileURLToPath(import.meta.url);
const ENGINE = fileURLToPath(new URL("../sealed/main.ts", import.meta.url));
/** What stands inside of an engine, by the module under which the host's side has its text. */
const INSIDE = {
  "virtual:sealed-guest": fileURLToPath(new URL("../sealed/guest/main.ts", import.meta.url)),
  "virtual:sealed-checks": fileURLToPath(new URL("../sealed/examiner/main.ts", import.meta.url)),
};

/** QuickJS's binary. */
export const WASM = createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm");

/**
 * The module's text, from the cache where none of its sources has changed.
 *
 * @returns {Promise<string>}
 */
export async function sealedEngine() {
  const bundle = join(CACHE, "sealed-engine.mjs");
  if (!isFresh(bundle)) {
    const { code, files } = await bundleSealedEngine();
    const sources = [SELF, join(ROOT, "package-lock.json"), ...files].map(
      (file) => /** @type {const} */ ([file, hashOf(file)]),
    );
    try {
      keep(bundle, new Map(sources), code);
    } catch {
      // A folder that may not be written: it is made anew each time.
    }
    return code;
  }
  const text = readFileSync(bundle, "utf8");
  return text.startsWith(HEAD) ? text.slice(text.indexOf("\n") + 1) : text;
}

/** @returns {Promise<{ code: string, files: string[] }>} the text, and the files it was made from */
export async function bundleSealedEngine() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {string[]} */
  const files = [];
  for (const [name, input] of Object.entries(INSIDE)) {
    const made = await bundle(input, { format: "iife" });
    texts.set(`\0${name}`, made.code);
    files.push(...made.files);
  }
  const engine = await bundle(ENGINE, { format: "esm" }, [
    {
      name: "sealed-inside",
      resolveId: (id) => (id in INSIDE ? `\0${id}` : null),
      load: (id) => (texts.has(id) ? `export default ${JSON.stringify(texts.get(id))};` : null),
    },
  ]);
  return { code: engine.code, files: [...new Set([...files, ...engine.files])] };
}

/**
 * @param {string} input
 * @param {{ format: "iife" | "esm" }} output
 * @param {import("rolldown").Plugin[]} [plugins]
 */
async function bundle(input, output, plugins = []) {
  const { rolldown } = await import("rolldown");
  const made = await rolldown({ input, platform: "browser", plugins });
  try {
    const { output: chunks } = await made.generate({ ...output, minify: true, keepNames: true, codeSplitting: false });
    const [chunk] = chunks;
    return { code: chunk.code, files: chunk.moduleIds.filter((id) => !id.startsWith("\0")) };
  } finally {
    await made.close();
  }
}
