import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether `node_modules` holds exactly what `package-lock.json` asks for on this machine. npm leaves a record of what
 * it installed in `node_modules/.package-lock.json`, last of all, so an interrupted installation has none; comparing
 * the two needs no stamp of our own that could disagree with what is really there.
 *
 * @param {string} root folder of `package.json`
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = present[path];
    if (found === undefined) {
      if (entry.optional && !isForThisMachine(entry)) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return true;
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry */

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | null} null when there is no such file, or it is not a lock file
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * An optional package that names no machine at all is there only for another optional one, so it tells nothing.
 *
 * @param {LockEntry} entry
 */
function isForThisMachine(entry) {
  return (
    (entry.os !== undefined || entry.cpu !== undefined) &&
    names(entry.os, process.platform) &&
    names(entry.cpu, process.arch) &&
    (process.platform !== "linux" || names(entry.libc, libc()))
  );
}

/**
 * @param {string[] | undefined} list empty or absent means any; `!x` means any but x
 * @param {string} name
 */
function names(list, name) {
  if (list === undefined || list.length === 0) return true;
  if (list.includes(`!${name}`)) return false;
  return list.includes(name) || list.every((item) => item.startsWith("!"));
}

function libc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime === undefined ? "musl" : "glibc";
}
