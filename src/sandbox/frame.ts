/**
 * The document of the frame that learner programs run in.
 *
 * The frame has an opaque origin: no cookies, no storage, nothing of the page in reach. Its policy allows inline
 * script (its own), WebAssembly, and blobs; the worker inherits it, so neither can reach any network. The script keeps
 * no door open: it takes one message from the page, and from then on listens to the control port in it alone. It never
 * listens to a worker, so a program cannot speak to it.
 */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; base-uri 'none'; form-action 'none'";

/** Page to frame, over the control port. `start` carries the port that becomes the worker's. */
export type ToFrame =
  { readonly type: "start"; readonly worker: number } | { readonly type: "terminate"; readonly worker: number };

/** Frame to page, over the control port. `broken`: an error that nothing caught reached the top of the worker. */
export type FromFrame = { readonly type: "terminated" | "broken"; readonly worker: number };

const FRAME_SCRIPT = `"use strict";
addEventListener("message", ({ source, data, ports: [control] }) => {
  if (source !== parent || !control) return;
  const url = URL.createObjectURL(new Blob([data], { type: "text/javascript" }));
  const workers = new Map();
  control.onmessage = ({ data: { type, worker: id }, ports: [port] }) => {
    if (type === "start") {
      const worker = new Worker(url);
      worker.onerror = (event) => {
        event.preventDefault();
        control.postMessage({ type: "broken", worker: id });
      };
      worker.postMessage({ port }, [port]);
      workers.set(id, worker);
    } else {
      workers.get(id)?.terminate();
      workers.delete(id);
      control.postMessage({ type: "terminated", worker: id });
    }
  };
}, { once: true });`;

export const FRAME_DOCUMENT = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><title>Program</title><script>${FRAME_SCRIPT}</script>`;
