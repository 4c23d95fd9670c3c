import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { emcc } from "./emcc.ts";
import { CHECKER_FLAGS, C_SOURCES } from "./flags.ts";

/** Compiles the checker's runtime; returns its object files. */
export async function buildChecker(scratch: string): Promise<string[]> {
  await mkdir(scratch, { recursive: true });
  const sources = (await readdir(path.join(C_SOURCES, "checker"))).filter((file) => file.endsWith(".c")).sort();
  // emcc writes each object into the folder it runs in, under its source's name.
  await emcc(scratch, [...CHECKER_FLAGS, "-c", ...sources.map((file) => path.join(C_SOURCES, "checker", file))]);
  return sources.map((file) => path.join(scratch, file.replace(/\.c$/, ".o")));
}
