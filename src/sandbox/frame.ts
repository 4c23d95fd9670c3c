import { framePolicy } from "./policy.ts";

/**
 * The document of the frame that learner programs run in.
 *
 * The frame has an opaque origin: no cookies, no storage, nothing of the page in reach, and `framePolicy` besides. A page
 * that embeds this one can put a document of its own into the frame at any time. So the page sends nothing to whatever
 * document is there: this one makes the control port, and hands one end of it to the page with the nonce that is written
 * into it, which no other document knows. Its end goes when it goes. The script never listens to a window, nor to a
 * worker, so a program cannot speak to it.
 */
export const frameDocument = (nonce: string, frameScript: string): string =>
  `<!doctype html><html data-nonce="${nonce}"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${framePolicy(frameScript)}"><title>Program</title><script>${FRAME_SCRIPT}</script>`;

/** Frame to page, once: the control port comes with it. */
export interface FrameReady {
  readonly type: "frame-ready";
  readonly nonce: string;
}

/** Page to frame, over the control port. `runner`, the worker's text, comes first; `start` carries the worker's port. */
export type ToFrame =
  | { readonly type: "runner"; readonly source: string }
  | { readonly type: "start"; readonly worker: number }
  | { readonly type: "terminate"; readonly worker: number }
  | { readonly type: "ping" };

/** Frame to page, over the control port. `broken`: an error that nothing caught reached the top of the worker. */
export type FromFrame =
  { readonly type: "terminated" | "broken"; readonly worker: number } | { readonly type: "alive" };

/** The same in every frame: the policies allow it by its hash. */
export const FRAME_SCRIPT = `"use strict";
const { port1: control, port2: pageControl } = new MessageChannel();
const workers = new Map();
let url = "";
control.onmessage = ({ data: { type, source, worker: id }, ports: [port] }) => {
  if (type === "runner") {
    url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  } else if (type === "start") {
    const worker = new Worker(url);
    worker.onerror = (event) => {
      event.preventDefault();
      control.postMessage({ type: "broken", worker: id });
    };
    worker.postMessage({ port }, [port]);
    workers.set(id, worker);
  } else if (type === "ping") {
    control.postMessage({ type: "alive" });
  } else {
    workers.get(id)?.terminate();
    workers.delete(id);
    control.postMessage({ type: "terminated", worker: id });
  }
};
parent.postMessage({ type: "frame-ready", nonce: document.documentElement.dataset.nonce }, "*", [pageControl]);`;
