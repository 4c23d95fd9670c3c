import { engine, wasm } from "virtual:sealed-files";
import type { EngineParts } from "../contract/messages.ts";

let loading: Promise<EngineParts> | null = null;

/**
 * The files of the sealed engine, fetched when they are first asked for and the same ever after. Rejects when they do not load;
 * the next call tries again.
 */
export function fetchSealedEngine(): Promise<EngineParts> {
  if (loading) return loading;
  const asked = Promise.all([
    get(engine).then((response) => response.text()),
    get(wasm).then((response) => response.arrayBuffer()),
  ]).then(([text, binary]) => ({ engine: text, wasm: binary }));
  loading = asked;
  asked.catch(() => {
    if (loading === asked) loading = null;
  });
  return asked;
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine for checks did not load: ${response.status} ${response.statusText}`);
  return response;
}
