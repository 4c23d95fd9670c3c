import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the site is made of, relative to the root. A test beside a file counts too: that costs a build, never a stale page. */
export const SOURCES = [
  "src",
  "lessons",
  "c-sources",
  "wasm",
  "public",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];

/**
 * Whether `dist/` is there and newer than everything it is made of.
 *
 * @param {string} root folder of `package.json`
 * @returns {boolean}
 */
export function isBuilt(root) {
  const page = join(root, "dist", "index.html");
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return SOURCES.every((source) => newest(join(root, source)) <= built);
}

/**
 * The newest modification under `path`, in milliseconds since 1970; 0 when there is no such path. Folders count, because
 * a deleted file shows only there.
 *
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs);
}
