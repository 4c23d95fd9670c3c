import { frameDocument, type FrameReady, type FromFrame, type ToFrame } from "./frame.ts";
import type { HostedWorker, WorkerHost } from "./host.ts";
import { FRAME_PATIENCE_MS, MOST_UNANSWERED, PING_MS, TERMINATE_PATIENCE_MS } from "./limits.ts";

export interface FrameParts {
  /** Text of the worker, one classic script. */
  readonly source: string;
  /** The frame's own script as a policy names it: `'sha256-…'`. */
  readonly frameScript: string;
}

/**
 * Opens the frame that keeps learner programs apart from the page, and resolves when it can start workers.
 *
 * @param parent where the frame goes; it is not displayed. The caller ends it with `dispose`.
 * @throws Error, with the frame removed, when the document in it does not answer in time, or is not ours.
 */
export async function openFrameHost({ source, frameScript }: FrameParts, parent: HTMLElement): Promise<WorkerHost> {
  const frame = parent.ownerDocument.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Where programs run";
  frame.setAttribute("aria-hidden", "true");
  const nonce = freshNonce();
  frame.srcdoc = frameDocument(nonce, frameScript);
  const answered = controlPort(frame, nonce);
  parent.append(frame);
  const control = await answered.catch((error: unknown) => {
    frame.remove();
    throw error;
  });

  const terminated = new Map<number, () => void>();
  const broken = new Map<number, () => void>();
  let unanswered = 0;
  control.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    unanswered = 0;
    if (data.type === "alive") return;
    const waiting = data.type === "terminated" ? terminated : broken;
    waiting.get(data.worker)?.();
    waiting.delete(data.worker);
  };
  const tell = (message: ToFrame, transfer: Transferable[] = []): void => control.postMessage(message, transfer);
  tell({ type: "runner", source });
  // No engine tells a page that the process of a frame has ended, and the frame's own thread is never busy for long.
  let leave = (): void => {};
  const gone = new Promise<void>((resolve) => (leave = resolve));
  const heartbeat = setInterval(() => {
    if (unanswered >= MOST_UNANSWERED) {
      clearInterval(heartbeat);
      leave();
    }
    unanswered += 1;
    tell({ type: "ping" });
  }, PING_MS);

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
    clearInterval(heartbeat);
    control.close();
    frame.remove();
  };
  return { start, gone, dispose };
}

/** The port that the frame's own document hands over. A document that took its place does not know the nonce. */
function controlPort(frame: HTMLIFrameElement, nonce: string): Promise<MessagePort> {
  const page = frame.ownerDocument.defaultView ?? window;
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      clearTimeout(patience);
      page.removeEventListener("message", listen);
      act();
    };
    const listen = ({ source, data, ports: [port] }: MessageEvent<unknown>): void => {
      if (source === frame.contentWindow && isReady(data, nonce) && port) finish(() => resolve(port));
    };
    const patience = setTimeout(
      () => finish(() => reject(new Error("The frame that programs run in did not answer."))),
      FRAME_PATIENCE_MS,
    );
    page.addEventListener("message", listen);
  });
}

const isReady = (data: unknown, nonce: string): boolean => {
  const { type, nonce: told } = (data ?? {}) as Partial<FrameReady>;
  return type === "frame-ready" && told === nonce;
};

/** 128 bits that only the document in which they are written knows. */
const freshNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
