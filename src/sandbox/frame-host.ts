import { FRAME_DOCUMENT, type FromFrame, type ToFrame } from "./frame.ts";
import type { HostedWorker, WorkerHost } from "./host.ts";
import { TERMINATE_PATIENCE_MS } from "./limits.ts";

/**
 * Opens the frame that keeps learner programs apart from the page, and resolves when it can start workers.
 *
 * @param source text of the worker, one classic script.
 * @param parent where the frame goes; it is not displayed. The caller ends it with `dispose`.
 */
export async function openFrameHost(source: string, parent: HTMLElement): Promise<WorkerHost> {
  const frame = parent.ownerDocument.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Where programs run";
  frame.setAttribute("aria-hidden", "true");
  frame.srcdoc = FRAME_DOCUMENT;
  const loaded = new Promise<void>((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
  parent.append(frame);
  await loaded;

  const { port1: control, port2: frameControl } = new MessageChannel();
  // The frame's origin is opaque and cannot be named; the message goes to the very window made above.
  frame.contentWindow?.postMessage(source, "*", [frameControl]);

  const terminated = new Map<number, () => void>();
  const broken = new Map<number, () => void>();
  control.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    const waiting = data.type === "terminated" ? terminated : broken;
    waiting.get(data.worker)?.();
    waiting.delete(data.worker);
  };
  const tell = (message: ToFrame, transfer: Transferable[] = []): void => control.postMessage(message, transfer);

  let workers = 0;
  const start = (): HostedWorker => {
    const id = ++workers;
    const { port1: port, port2: workerPort } = new MessageChannel();
    const isBroken = new Promise<void>((resolve) => broken.set(id, resolve));
    tell({ type: "start", worker: id }, [workerPort]);
    const terminate = (): Promise<boolean> =>
      new Promise((resolve) => {
        const patience = setTimeout(() => resolve(false), TERMINATE_PATIENCE_MS);
        terminated.set(id, () => {
          clearTimeout(patience);
          resolve(true);
        });
        broken.delete(id);
        tell({ type: "terminate", worker: id });
      });
    return { port, broken: isBroken, terminate };
  };
  const dispose = (): void => {
    control.close();
    frame.remove();
  };
  return { start, dispose };
}
