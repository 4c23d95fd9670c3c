import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Tree } from "@yowasp/clang";

const FOLDER = fileURLToPath(new URL("../../../c-sources/posix/include", import.meta.url));

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
