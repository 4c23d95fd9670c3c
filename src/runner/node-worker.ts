import { parentPort } from "node:worker_threads";
import type { FromWorker } from "../trace/worker-messages.ts";
import type { ImportText } from "./load-library.ts";
import { lockdown } from "./lockdown.ts";
import { prepareRealm } from "./prepare-realm.ts";
import { serveRun } from "./serve-run.ts";

/** Node's worker thread: the same runner as the page's, in the same scope as far as Node has it. */
if (!parentPort) throw new Error("node-worker.ts runs as a worker thread");
const port = parentPort;
const importText = dataImporter();
const post = port.postMessage.bind(port);
const send = (message: FromWorker, transfer: ArrayBuffer[]) => post(message, transfer);

// Emscripten's glue is built for workers and asks for these two.
Object.assign(globalThis, { self: globalThis, location: { href: "" } });

// Node says so when neither a timer nor anything else is left that could make the thread go on.
const once = process.once.bind(process);
const onIdle = (act: () => void): void => void once("beforeExit", act);

prepareRealm(globalThis);
const receive = serveRun(
  send,
  importText,
  () => {
    // As long as it is listened to, the thread would not be idle.
    port.off("message", receive);
    lockdown(globalThis, ["__ffi"]);
  },
  onIdle,
);
port.on("message", receive);
send({ type: "ready" }, []);

function dataImporter(): ImportText {
  const NodeBuffer = Buffer;
  return (text) => {
    const base64 = NodeBuffer.from(text).toString("base64");
    return import(`data:text/javascript;base64,${base64}`) as Promise<Record<string, unknown>>;
  };
}
