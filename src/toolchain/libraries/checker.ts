import { mkdir } from "node:fs/promises";
import path from "node:path";
import { emcc } from "./emcc.ts";
import { CHECKER_FLAGS, C_SOURCES } from "./flags.ts";

/** Compiles the checker's runtime into `scratch`; returns its object file. */
export async function buildChecker(scratch: string): Promise<string> {
  await mkdir(scratch, { recursive: true });
  const object = path.join(scratch, "checker.o");
  await emcc(C_SOURCES, [...CHECKER_FLAGS, "-c", "checker/checker.c", "-o", object]);
  return object;
}
