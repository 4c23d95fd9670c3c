import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Tree } from "@yowasp/clang";

/** Folder of the compiler's file system under which this machine's files stand, at their whole paths. */
export const MOUNT = "program";

/** `#include "a.h"`, `#include <a.h>`, `#include_next`, `#import`, `#embed`. */
const INCLUDES = /^[ \t]*#[ \t]*(?:include|include_next|import|embed)[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

/**
 * Reads C files and whatever of this machine they include, directly or not: beside the including file, or in one of
 * the folders. What is not found is the compiler's own, or its error to report.
 *
 * Throws as `readFile` does when one of `sources` cannot be read.
 */
export async function readProgram(
  sources: readonly string[],
  folders: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const visit = async (file: string, bytes: Uint8Array): Promise<void> => {
    found.set(file, bytes);
    for (const [, quoted, angled] of new TextDecoder().decode(bytes).matchAll(INCLUDES)) {
      const name = quoted ?? angled!;
      const places = [...(quoted === undefined ? [] : [path.dirname(file)]), ...folders];
      for (const place of places) {
        const candidate = path.resolve(place, name);
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
    enter(root, path.posix.dirname(place))[path.posix.basename(place)] = bytes;
  }
  return root;
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
  return near.startsWith("../") ? whole.slice(MOUNT.length + 1) : near;
}
