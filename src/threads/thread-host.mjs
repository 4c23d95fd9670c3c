/**
 * The process of one run, and in it the run's thread: plain JavaScript, because it starts as a file. It passes on what
 * either side says, and knows nothing of it.
 *
 * A thread in the middle of one of the engine's own functions (`indexOf` of a huge array-like) does not end when it is
 * told to, and as long as it has not ended its process does not end by itself either. From outside a process can always
 * be ended, whatever its threads do.
 */
import { Worker } from "node:worker_threads";

// Whoever has started this process is gone.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.once("message", ({ entry, options }) => {
  const worker = new Worker(new URL(entry), options);
  const tell = (event) => process.send(event);
  process.on("message", (order) => worker.postMessage(order));
  worker.on("message", (message) => {
    try {
      tell({ type: "said", message });
    } catch {
      // It can be sent to a thread and not to a process: no part of a run.
      tell({ type: "said", message: null });
    }
  });
  worker.on("messageerror", () => tell({ type: "said", message: null }));
  worker.on("error", (error) => {
    if (error?.code === "ERR_WORKER_OUT_OF_MEMORY") tell({ type: "out-of-memory" });
    else tell({ type: "error", reason: String(error) });
  });
  worker.on("exit", () => tell({ type: "ended" }));
});
