import { parentPort } from "node:worker_threads";
import type { FromProgramThread, RunOrder } from "./messages.ts";
import { runBinary } from "./run-binary.ts";

/** The thread a program runs in, so that one that does not end can be stopped. One run, then it is over. */
if (!parentPort) throw new Error("node-worker.ts runs as a worker thread");
const port = parentPort;
const send = (message: FromProgramThread): void => port.postMessage(message);

port.once("message", (order: RunOrder) => {
  runBinary(order, (batch) => send({ type: "batch", batch })).then(
    (end) => send({ type: "done", ...end }),
    (error: unknown) => send({ type: "failed", reason: String(error) }),
  );
});
send({ type: "ready" });
