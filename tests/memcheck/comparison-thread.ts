import { parentPort } from "node:worker_threads";
import { compare } from "./comparison.ts";
import type { Program } from "./programs.ts";

/** Compares one program after the other, as they come. */
if (!parentPort) throw new Error("comparison-thread.ts runs as a worker thread");
const port = parentPort;
port.on("message", (program: Program) => {
  compare(program).then(
    (row) => port.postMessage({ row }),
    (error: unknown) => port.postMessage({ problem: `${program.name}: ${String(error)}` }),
  );
});
port.postMessage({});
