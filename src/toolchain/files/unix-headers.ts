import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Tree } from "@yowasp/clang";

const FOLDER = fileURLToPath(new URL("../../../c-sources/posix/include", import.meta.url));

/** Where the compiler finds the headers, before those of WASI's C library, which they complete. */
export const UNIX_HEADER_FLAGS = ["-isystem", "/ffi/include"];

/** Parts of a Unix C library that WASI's has only for programs that say so; `link.ts` links them. */
export const EMULATED = ["SIGNAL", "PROCESS_CLOCKS", "MMAN", "GETPID"].map((name) => `-D_WASI_EMULATED_${name}`);

/** Headers of what a Unix declares and WASI does not: beside each stands its function, in `c-sources/posix/`. */
export const UNIX_HEADERS: Tree = read(FOLDER);

function read(folder: string): Tree {
  const tree: Tree = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = `${folder}/${entry.name}`;
    tree[entry.name] = entry.isDirectory() ? read(place) : readFileSync(place, "utf8");
  }
  return tree;
}
