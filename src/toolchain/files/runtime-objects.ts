import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { REAL } from "../checker/interface.ts";
import { CHECKER_FLAGS, C_SOURCES } from "../libraries/flags.ts";
import { CHECKER_FOLDERS } from "../libraries/libraries.ts";
import { clang } from "../clang/clang.ts";
import { withHeaders } from "../clang/definedness.ts";
import type { RuntimeObjects } from "../clang/link.ts";
import { EMULATED, UNIX_HEADER_FLAGS } from "../clang/unix.ts";
import { UNIX_HEADERS } from "./unix-headers.ts";

const COMPILER = createRequire(import.meta.url).resolve("@yowasp/clang");
const CACHE = path.join(path.dirname(COMPILER), "../../../.cache/ffi-playground");

const RUNTIME_FLAGS = ["-DFFI_FOLLOWS_VALUES", ...EMULATED, ...UNIX_HEADER_FLAGS];

/** They include what every program needs. */
const UNITS = ["checker/checker.c", "checker/whole-program.c"];

let made: Promise<RuntimeObjects> | undefined;

/** Compiles the checker and what a program needs beside it, or takes them from an earlier time. */
export function runtimeObjects(): Promise<RuntimeObjects> {
  return (made ??= make());
}

async function make(): Promise<RuntimeObjects> {
  const folders = CHECKER_FOLDERS.map((folder) => readFolder(folder, path.join(C_SOURCES, folder)));
  const sources: Record<string, string> = Object.assign({}, ...(await Promise.all(folders)));
  const text = Object.values(sources).join("\n");
  // Those of the checker are listed: some are the work of a macro, and stand nowhere in the text.
  const real = [...new Set([...REAL, ...[...text.matchAll(/\b__real_(\w+)/g)].map((match) => match[1]!)])];
  const version = await readFile(path.join(path.dirname(COMPILER), "../package.json"), "utf8");
  const objects: Record<string, Uint8Array> = {};
  const onDemand: Record<string, Uint8Array> = {};
  for (const unit of [...UNITS, ...unitsOnDemand(sources)]) {
    const name = `${path.posix.basename(unit, ".c")}.o`;
    const flags = [...CHECKER_FLAGS.filter((flag) => !flag.startsWith("-ffile-prefix-map")), ...RUNTIME_FLAGS];
    const key = createHash("sha256")
      .update(JSON.stringify([version, flags, unit, sources, UNIX_HEADERS]))
      .digest("hex");
    (UNITS.includes(unit) ? objects : onDemand)[name] = await cached(`${key}.o`, async () => {
      const run = await clang([...flags, "-c", unit, "-o", "-"], withHeaders(tree(sources), UNIX_HEADERS), unit);
      if (!run.ok) throw new Error(`${unit} does not compile:\n${run.output}`);
      return run.stdout;
    });
  }
  return { objects, onDemand, real };
}

/** The C files that no unit includes. */
function unitsOnDemand(sources: Readonly<Record<string, string>>): string[] {
  const included = new Set(
    UNITS.flatMap((unit) => [...sources[unit]!.matchAll(/^#include "(.+\.c)"/gm)].map((match) => match[1]!)),
  );
  return Object.keys(sources).filter(
    (file) => file.endsWith(".c") && !UNITS.includes(file) && !included.has(path.posix.basename(file)),
  );
}

/** The C files of a folder, by the names under which the compiler sees them. */
async function readFolder(name: string, folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of (await readdir(folder)).filter((each) => /\.[ch]$/.test(each)).sort()) {
    files[`${name}/${file}`] = await readFile(path.join(folder, file), "utf8");
  }
  return files;
}

function tree(files: Readonly<Record<string, string>>): Record<string, Record<string, string>> {
  const folders: Record<string, Record<string, string>> = {};
  for (const [name, text] of Object.entries(files)) {
    const [folder, file] = name.split("/") as [string, string];
    (folders[folder] ??= {})[file] = text;
  }
  return folders;
}

/** Keeps what was made beside the installed packages, where that can be written; elsewhere it is made each time. */
async function cached(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = path.join(CACHE, name);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return kept;
  const bytes = await make();
  try {
    await mkdir(CACHE, { recursive: true });
    // Whole or not at all: another run may be reading it.
    await writeFile(`${file}.${process.pid}`, bytes);
    await rename(`${file}.${process.pid}`, file);
  } catch {
    // A folder that cannot be written costs time, nothing else.
  }
  return bytes;
}
