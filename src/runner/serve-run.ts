import type { FromWorker, ToWorker } from "../contract/messages.ts";
import { batchBuffers } from "./batch-buffers.ts";
import type { ImportText } from "./load-library.ts";
import { LibraryLoadError, runProgram } from "./run-program.ts";

/** The worker's end of the protocol: runs what the message asks for and answers with batches, then `done` or `failed`. */
export function serveRun(
  message: ToWorker,
  send: (message: FromWorker, transfer: ArrayBuffer[]) => void,
  importText: ImportText,
  lockdown: () => void,
): void {
  const { runId, request } = message;
  runProgram(request, {
    importText,
    lockdown,
    send: (batch) => send({ type: "batch", runId, batch }, batchBuffers(batch)),
  }).then(
    () => send({ type: "done", runId }, []),
    (error: unknown) => {
      const library = error instanceof LibraryLoadError ? error.library : null;
      send({ type: "failed", runId, library, reason: error instanceof Error ? error.message : String(error) }, []);
    },
  );
}
