import { readFile } from "node:fs/promises";
import { sealedEngine, WASM } from "../build/sealed-engine.mjs";
import type { SealedEngineFiles } from "../contract/run.ts";

/** The sealed engine's files; made from their sources where one has changed. */
export async function sealedFiles(): Promise<SealedEngineFiles> {
  const [engine, wasm] = await Promise.all([sealedEngine(), readFile(WASM)]);
  return { engine, wasm: new Uint8Array(wasm).buffer };
}
