/**
 * Our TypeScript for Node, without a loader: an entry and all of this repository it imports become one file of plain
 * JavaScript, which starts in a tenth of the time that reading each module as TypeScript takes, in every process and in
 * every worker thread anew. Packages stay where they are.
 *
 * The file is kept in `node_modules/.cache/` and begins with the hash of each source it was made of. It is used only
 * while all of them are as they were, so it is never out of date.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import { ROOT } from "./setup.mjs";

const SELF = fileURLToPath(import.meta.url);
export const CACHE = join(ROOT, "node_modules", ".cache", "ffi-playground");
export const HEAD = "// Made of: ";

/** What a bundle depends on beside its sources: how it is made, and the packages. */
const ALWAYS = [SELF, join(ROOT, "package-lock.json")];

/**
 * Imports a module of TypeScript as one bundle, which is made first when there is none or a source of it has changed.
 *
 * @param {URL} entry
 * @returns {Promise<any>} its exports
 * @throws when it does not resolve or parse
 */
export async function importBundled(entry) {
  const file = fileURLToPath(entry);
  const bundle = bundlePath(file);
  if (!isFresh(bundle)) {
    // In a process of its own: this may be a thread whose globals a learner's program is about to see.
    const { status } = spawnSync(process.execPath, [SELF, file], { stdio: "ignore" });
    // Where no bundle can be kept, as in a folder that may not be written, the modules are read one by one. That is
    // slower, and says what is wrong where a source does not resolve or parse.
    if (status !== 0) {
      const { register } = await import("tsx/esm/api");
      register();
      return import(entry.href);
    }
  }
  return import(pathToFileURL(bundle).href);
}

/**
 * Where the bundle of a module is kept.
 *
 * @param {string} entry path of the module
 * @returns {string}
 */
export function bundlePath(entry) {
  const place = createHash("sha256").update(entry).digest("hex").slice(0, 12);
  return join(CACHE, `${basename(entry, ".ts")}-${place}.mjs`);
}

/**
 * Whether a bundle is there and its sources are as they were.
 *
 * @param {string} bundle
 */
export function isFresh(bundle) {
  try {
    const [first] = readFileSync(bundle, "utf8").split("\n", 1);
    if (!first?.startsWith(HEAD)) return false;
    return Object.entries(JSON.parse(first.slice(HEAD.length))).every(([source, hash]) => hashOf(source) === hash);
  } catch {
    return false;
  }
}

/** @param {string} file */
export const hashOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** @param {string} entry path of the module */
async function make(entry) {
  const { rolldown } = await import("rolldown");
  /** @type {Map<string, string>} */
  const sources = new Map(ALWAYS.map((file) => [file, hashOf(file)]));
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    external: /^(?!\.{0,2}\/)(?![A-Za-z]:)/,
    transform: { target: "node20.19" },
    plugins: [
      {
        name: "sources",
        load(id) {
          const text = readFileSync(id);
          // The hash is of what was bundled, not of what the file may hold by the time the bundle is written.
          sources.set(id, createHash("sha256").update(text).digest("hex"));
          // A module looks for its neighbours from where its source stands.
          const code = text.toString("utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href));
          if (/\bimport\.meta\b/.test(code))
            throw new Error(`${id}: of import.meta, only the url is known in a bundle`);
          return { code, moduleType: id.endsWith(".ts") ? "ts" : "js" };
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  keep(bundlePath(entry), sources, output[0].code);
}

/**
 * Keeps a bundle, with the hashes of what it was made of.
 *
 * @param {string} to
 * @param {ReadonlyMap<string, string>} sources
 * @param {string} code
 */
export function keep(to, sources, code) {
  mkdirSync(CACHE, { recursive: true });
  // Whole or not at all: another process may be reading it.
  const part = `${to}.${process.pid}-${threadId}`;
  writeFileSync(part, `${HEAD}${JSON.stringify(Object.fromEntries(sources))}\n${code}`);
  renameSync(part, to);
}

if (process.argv[1] === SELF && process.argv[2] !== undefined) await make(process.argv[2]);
