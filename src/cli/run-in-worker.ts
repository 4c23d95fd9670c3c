import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker } from "../contract/messages.ts";
import type { RunRequest } from "../contract/run.ts";
import type { TraceBatch } from "../trace/format.ts";

export type WorkerOutcome =
  { readonly kind: "done" | "timed-out" } | { readonly kind: "failed"; readonly reason: string };

/** Runs one request in a worker thread of its own, for at most `timeLimitMs` milliseconds from the program's start. */
export async function runInWorker(
  request: RunRequest,
  timeLimitMs: number,
  onBatch: (batch: TraceBatch) => void,
): Promise<WorkerOutcome> {
  const worker = new Worker(new URL("../runner/node-worker-entry.mjs", import.meta.url), {
    stdout: true,
    stderr: true,
  });
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkerOutcome>((resolve) => {
      worker.on("error", (error) => resolve({ kind: "failed", reason: String(error) }));
      worker.on("exit", () => resolve({ kind: "failed", reason: "the worker ended before the program did" }));
      worker.on("message", (message: FromWorker) => {
        switch (message.type) {
          case "ready": {
            limit = setTimeout(() => resolve({ kind: "timed-out" }), timeLimitMs);
            worker.postMessage({ type: "run", runId: 1, request } satisfies ToWorker);
            return;
          }
          case "batch":
            return onBatch(message.batch);
          case "done":
            return resolve({ kind: "done" });
          case "failed": {
            const subject = message.library === null ? "the runner" : `the library ${message.library}`;
            return resolve({ kind: "failed", reason: `${subject} did not start: ${message.reason}` });
          }
        }
      });
    });
  } finally {
    clearTimeout(limit);
    await worker.terminate();
  }
}
