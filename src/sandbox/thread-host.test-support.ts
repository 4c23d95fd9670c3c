import { Worker } from "node:worker_threads";
import { SMALL_TRACE } from "../trace/batch.test-support.ts";
import type { WorkerHost } from "./host.ts";

export interface TestHost extends WorkerHost {
  readonly threads: Set<Worker>;
  /** Goes by itself, as a process that wants too much memory does. */
  vanish(): void;
}

/** Workers that are threads of Node: they loop, hang and die as a browser's do. */
export function threadHost(source: string, { deaf = false } = {}): TestHost {
  const threads = new Set<Worker>();
  let vanish = (): void => {};
  const gone = new Promise<void>((resolve) => (vanish = resolve));
  const bootstrap = `const { parentPort } = require("node:worker_threads");
    parentPort.once("message", (data) => onmessage({ data }));
    globalThis.SMALL_TRACE = ${JSON.stringify(SMALL_TRACE, (_key, value: unknown) => (ArrayBuffer.isView(value) ? { [value.constructor.name]: [...(value as Uint8Array)] } : value))};
    for (const [name, column] of Object.entries(SMALL_TRACE)) {
      for (const [type, numbers] of Object.entries(column)) {
        if (typeof globalThis[type] === "function") SMALL_TRACE[name] = globalThis[type].from(numbers);
      }
    }
    ${source}`;
  return {
    threads,
    gone,
    vanish() {
      this.dispose();
      vanish();
    },
    start() {
      const thread = new Worker(bootstrap, { eval: true });
      threads.add(thread);
      const { port1, port2 } = new MessageChannel();
      const broken = new Promise<void>((resolve) => thread.once("error", () => resolve()));
      thread.once("exit", () => threads.delete(thread));
      thread.postMessage({ port: port2 }, [port2 as never]);
      return {
        port: port1,
        broken,
        terminate: async () => !deaf && (await thread.terminate(), true),
      };
    },
    dispose() {
      for (const thread of threads) void thread.terminate();
    },
  };
}

/** A worker that says it is ready and, given a run, does as `body` says. What it is to prepare, it does not. */
export const workerThat = (body: string): string => `onmessage = ({ data: { port } }) => {
  port.onmessage = ({ data: { type, runId } }) => { if (type !== "run") return; ${body} };
  port.postMessage({ type: "ready" });
};`;

/** Parts of a body: send the whole of `SMALL_TRACE`; say that the run is done. */
export const SEND = `port.postMessage({ type: "batch", runId, batch: SMALL_TRACE });`;
export const DONE = `port.postMessage({ type: "done", runId });`;
