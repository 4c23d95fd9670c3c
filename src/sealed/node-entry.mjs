import { readFile } from "node:fs/promises";
import { sealedEngine, WASM } from "../build/sealed-engine.mjs";

/**
 * For Node: the sealed engine's files; made from their sources where one has changed.
 *
 * @returns {Promise<import("../contract/run.ts").SealedEngineFiles>}
 */
export async function sealedFiles() {
  const [engine, wasm] = await Promise.all([sealedEngine(), readFile(WASM)]);
  return { engine, wasm: new Uint8Array(wasm).buffer };
}
