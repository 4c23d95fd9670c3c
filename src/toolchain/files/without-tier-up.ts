import { setFlagsFromString } from "node:v8";

/** How many have begun and not ended: two compilations may be under way, each waiting for its files. */
let running = 0;

/**
 * Runs a compiler without having V8 compile a second time, and better, what of WebAssembly runs often. Of clang, 75 MB of
 * it, that takes two seconds of processor time, which a process that compiles one program never gets back, and one that
 * compiles hundreds barely. A program that is checked may run long, and is better off with it: afterwards V8 does so again.
 */
export async function withoutTierUp<T>(compile: () => Promise<T>): Promise<T> {
  running += 1;
  if (running === 1) tierUp(false);
  try {
    return await compile();
  } finally {
    running -= 1;
    if (running === 0) tierUp(true);
  }
}

function tierUp(wanted: boolean): void {
  for (const flag of ["wasm-tier-up", "wasm-dynamic-tiering"]) setFlagsFromString(`--${wanted ? "" : "no-"}${flag}`);
}
