import type { HostedWorker, WorkerHost } from "./host.ts";
import { READY_PATIENCE_MS } from "./limits.ts";
import { parseMessage } from "../trace/worker-messages.ts";

/** A worker that has said it is ready, and the end of its host. */
export type PreparedWorker = Pick<HostedWorker, "port" | "terminate"> & Pick<WorkerHost, "gone">;

/** Starts a worker and waits until it is ready. Rejects, with the worker ended, when it breaks or takes too long. */
export async function prepareWorker(host: WorkerHost): Promise<PreparedWorker> {
  const worker = host.start();
  const { port } = worker;
  try {
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error("The worker did not become ready.")), READY_PATIENCE_MS);
      const finish = (act: () => void): void => {
        clearTimeout(patience);
        port.onmessage = null;
        act();
      };
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (parseMessage(data)?.type === "ready") finish(resolve);
      };
      void worker.broken.then(() => finish(() => reject(new Error("The worker's text is broken."))));
    });
  } catch (error) {
    port.close();
    void worker.terminate();
    throw error;
  }
  return { port, terminate: worker.terminate, gone: host.gone };
}
