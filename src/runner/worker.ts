import type { ToWorker } from "../contract/messages.ts";
import type { FromWorker } from "../trace/worker-messages.ts";
import type { ImportText } from "./load-library.ts";
import { lockdown } from "./lockdown.ts";
import { prepareRealm } from "./prepare-realm.ts";
import { serveRun } from "./serve-run.ts";

/** The page's worker: a classic worker in an opaque origin. It gets a port, serves an open run or a series of sealed ones through it, and is thrown away. */
self.addEventListener("message", ({ data }: MessageEvent<{ port: MessagePort }>) => serve(data.port), { once: true });

function serve(port: MessagePort): void {
  prepareRealm(self);
  const importText = blobImporter();
  const post = port.postMessage.bind(port);
  const send = (message: FromWorker, transfer: Transferable[]) => post(message, transfer);
  const receive = serveRun(send, importText, () => {
    port.removeEventListener("message", listen);
    lockdown(self, ["__ffi"]);
  });
  const listen = ({ data }: MessageEvent<ToWorker>): void => receive(data);
  port.addEventListener("message", listen);
  port.start();
  send({ type: "ready" }, []);
}

/** Imports text as a module through a blob. Takes what it needs now: the program gets to run without these. */
function blobImporter(): ImportText {
  const BlobConstructor = Blob;
  const createObjectURL = URL.createObjectURL.bind(URL);
  return (text) => {
    const url = createObjectURL(new BlobConstructor([text], { type: "text/javascript" }));
    return import(/* @vite-ignore */ url) as Promise<Record<string, unknown>>;
  };
}
