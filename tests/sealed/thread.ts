import { parentPort } from "node:worker_threads";
import type { RunRequest } from "../../src/contract/run.ts";
import { EngineCache } from "../../src/runner/engine-cache.ts";
import { LibraryCache } from "../../src/runner/library-cache.ts";
import type { ImportText } from "../../src/runner/load-library.ts";
import { prepareRealm } from "../../src/runner/prepare-realm.ts";
import { runProgram } from "../../src/runner/run-program.ts";
import type { TraceBatch } from "../../src/trace/format.ts";

/** A thread that runs one sealed program after the other. They share it, and nothing in it shares an object with them. */
const port = parentPort!;
const importText: ImportText = (code) =>
  import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`) as Promise<Record<string, unknown>>;

Object.assign(globalThis, { self: globalThis, location: { href: "" } });
prepareRealm(globalThis);
const engines = new EngineCache(importText);

/** One at a time: the module has one current run. */
let last: Promise<void> = Promise.resolve();
port.on("message", ({ id, request }: { id: number; request: RunRequest }) => {
  last = last.then(() => serve(id, request));
});

async function serve(id: number, request: RunRequest): Promise<void> {
  const batches: TraceBatch[] = [];
  let work: number | null = null;
  const surroundings = {
    importText,
    cache: new LibraryCache(importText),
    engines,
    send: (batch: TraceBatch) => void batches.push(batch),
    done: (steps?: number) => void (work = steps ?? null),
    lockdown: () => {},
  };
  try {
    await runProgram(request, surroundings);
    port.postMessage({ id, batches, work });
  } catch (error) {
    port.postMessage({ id, failure: String(error) });
  }
}
