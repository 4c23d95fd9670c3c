import type { ToWorker } from "../contract/messages.ts";
import type { FromWorker } from "../trace/worker-messages.ts";
import { batchBuffers } from "../trace/batch-buffers.ts";
import { LibraryCache } from "./library-cache.ts";
import type { ImportText } from "./load-library.ts";
import { LibraryLoadError, runProgram, type Surroundings } from "./run-program.ts";

/**
 * The worker's end of the protocol: what it gives back is to be handed each message. It runs what the first `run` asks
 * for and answers with batches, then `done` or `failed`; after that it hears nothing.
 */
export function serveRun(
  send: (message: FromWorker, transfer: ArrayBuffer[]) => void,
  importText: ImportText,
  lockdown: () => void,
  onIdle?: (act: () => void) => void,
): (message: ToWorker) => void {
  const cache = new LibraryCache(importText);
  let begun = false;
  return (message) => {
    if (begun) return;
    if (message.type === "prepare") {
      for (const files of message.libraries) cache.prepare(files, message.build);
      return;
    }
    begun = true;
    serve(message, send, { importText, cache, lockdown, ...(onIdle && { onIdle }) });
  };
}

function serve(
  { runId, request }: Extract<ToWorker, { type: "run" }>,
  send: (message: FromWorker, transfer: ArrayBuffer[]) => void,
  surroundings: Omit<Surroundings, "send" | "done">,
): void {
  runProgram(request, {
    ...surroundings,
    send: (batch) => send({ type: "batch", runId, batch }, batchBuffers(batch)),
    done: (work, verdict) =>
      send({ type: "done", runId, ...(work !== undefined && { work }), ...(verdict && { verdict }) }, []),
  }).catch((error: unknown) => {
    const library = error instanceof LibraryLoadError ? error.library : null;
    send({ type: "failed", runId, library, reason: error instanceof Error ? error.message : String(error) }, []);
  });
}
