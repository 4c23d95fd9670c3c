import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Tree } from "@yowasp/clang";
import { includeGiven, includesIn, replaceIncludes, type Include } from "./includes.ts";

/** Folder of the compiler's file system under which this machine's files stand, at their whole paths. */
export const MOUNT = "program";

/**
 * Reads C files and whatever of this machine they include, directly or not: beside the including file, or in one of
 * the folders. What is not found is the compiler's own, or its error to report.
 *
 * Throws as `readFile` does when one of `sources` cannot be read.
 *
 * @param define Macros as on a command line: one of them may be the name of a file.
 */
export async function readProgram(
  sources: readonly string[],
  folders: readonly string[],
  define: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const given = define.map(includeGiven).filter((include) => include !== null);
  const visit = async (file: string, bytes: Uint8Array): Promise<void> => {
    found.set(file, bytes);
    for (const include of [...includesIn(new TextDecoder().decode(bytes)), ...given]) {
      for (const candidate of placesOf(include, file, folders)) {
        if (found.has(candidate)) break;
        const included = await readFile(candidate).catch(() => null);
        if (included === null) continue;
        await visit(candidate, included);
        break;
      }
    }
  };
  for (const source of sources) {
    const file = path.resolve(source);
    const bytes = await readFile(file);
    if (!found.has(file)) await visit(file, bytes);
  }
  return found;
}

/** Where a file that is included may be, in the order in which it is looked for. */
function placesOf({ name, quoted }: Include, by: string, folders: readonly string[]): string[] {
  return [...(quoted ? [path.dirname(by)] : []), ...folders].map((place) => path.resolve(place, name));
}

/** Where a file of this machine stands in the compiler's file system. */
export function mounted(file: string): string {
  const parts = path.resolve(file).split(path.sep).filter(Boolean);
  return `/${[MOUNT, ...parts].join("/")}`;
}

/** The files as the compiler sees them. */
export function mountedTree(files: ReadonlyMap<string, Uint8Array>, folders: readonly string[]): Tree {
  const root: Tree = {};
  for (const folder of folders) enter(root, mounted(folder));
  for (const [file, bytes] of files) {
    const place = mounted(file);
    enter(root, path.posix.dirname(place))[path.posix.basename(place)] = withoutSteps(file, bytes, files, folders);
  }
  return root;
}

/**
 * A C text in which what is included from a folder above is named by its whole path: the compiler's file system takes
 * `..` for nothing. It has the lines it had, and nothing else of it changes.
 */
function withoutSteps(
  file: string,
  bytes: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
  folders: readonly string[],
): Uint8Array {
  // Byte for byte, whatever the text is encoded in.
  const text = Buffer.from(bytes).toString("latin1");
  const named = replaceIncludes(text, (include) => {
    const name = Buffer.from(include.name, "latin1").toString();
    if (!name.split("/").includes("..")) return null;
    const found = placesOf({ ...include, name }, file, folders).find((place) => files.has(place));
    return found === undefined ? null : Buffer.from(mounted(found)).toString("latin1");
  });
  return named === text ? bytes : Buffer.from(named, "latin1");
}

function enter(root: Tree, folder: string): Tree {
  let at = root;
  for (const part of folder.split("/").filter(Boolean)) at = (at[part] ??= {}) as Tree;
  return at;
}

/** The compiler's words about its file system, said of this machine's. */
export function unmountedText(text: string): string {
  const here = mounted(process.cwd());
  return text.replaceAll(`${here}/`, "").replaceAll(`/${MOUNT}/`, "/");
}

/** The name of a file as a person at this machine would write it; null for the compiler's own files. */
export function unmountedFile(file: string): string | null {
  const whole = path.posix.normalize(`/${file}`);
  if (!whole.startsWith(`/${MOUNT}/`)) return null;
  const near = path.posix.relative(mounted(process.cwd()), whole);
  return near.startsWith("../../") ? whole.slice(MOUNT.length + 1) : near;
}
