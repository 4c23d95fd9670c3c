import type { EngineParts, SealedOrder, ToWorker } from "../contract/messages.ts";
import type { LibraryFiles, RunRequest } from "../contract/run.ts";
import type { FromWorker } from "../trace/worker-messages.ts";
import { batchBuffers } from "../trace/batch-buffers.ts";
import { EngineCache } from "./engine-cache.ts";
import { LibraryCache } from "./library-cache.ts";
import type { ImportText } from "./load-library.ts";
import { LibraryLoadError, runProgram, type Surroundings } from "./run-program.ts";

type Send = (message: FromWorker, transfer: ArrayBuffer[]) => void;

/**
 * The worker's end of the protocol: what it gives back is to be handed each message. It answers each run with batches, then `done`
 * or `failed`. Sealed runs are made one after the other, in the order in which they come. An open run is the only one of its
 * worker: after it nothing is heard.
 */
export function serveRun(
  send: Send,
  importText: ImportText,
  lockdown: () => void,
  onIdle?: (act: () => void) => void,
): (message: ToWorker) => void {
  const surroundings = {
    importText,
    cache: new LibraryCache(importText),
    engines: new EngineCache(importText),
    lockdown,
    ...(onIdle && { onIdle }),
  };
  const held = new HeldFiles();
  let isOpen = false;
  /** The module `"ffi"` knows one run at a time. */
  let last: Promise<void> = Promise.resolve();
  const serve = (runId: number, request: RunRequest): void => {
    isOpen = request.sealed === undefined;
    last = last.then(() => serveOne(runId, request, send, surroundings));
  };
  return (message) => {
    if (isOpen) return;
    switch (message.type) {
      case "prepare":
        for (const files of message.libraries) surroundings.cache.prepare(files, message.build);
        return;
      case "run":
        return serve(message.runId, message.request);
      case "engine":
        held.engine = message;
        return;
      case "library":
        held.libraries.set(message.number, message.files);
        return;
      case "sealed-run":
        return serve(message.runId, held.request(message.request));
    }
  };
}

/** What the runs of a series have in common. */
class HeldFiles {
  engine: EngineParts | null = null;
  readonly libraries = new Map<number, LibraryFiles>();

  request({ libraries, sealed, ...rest }: SealedOrder): RunRequest {
    if (this.engine === null) throw new Error("a series begins with its engine");
    const { engine, wasm } = this.engine;
    return {
      ...rest,
      libraries: libraries.map((number) => this.libraries.get(number)!),
      sealed: { ...sealed, engine, wasm },
    };
  }
}

async function serveOne(
  runId: number,
  request: RunRequest,
  send: Send,
  surroundings: Omit<Surroundings, "send" | "done">,
): Promise<void> {
  try {
    await runProgram(request, {
      ...surroundings,
      send: (batch) => send({ type: "batch", runId, batch }, batchBuffers(batch)),
      done: (work, verdict) =>
        send({ type: "done", runId, ...(work !== undefined && { work }), ...(verdict && { verdict }) }, []),
    });
  } catch (error) {
    const library = error instanceof LibraryLoadError ? error.library : null;
    send({ type: "failed", runId, library, reason: error instanceof Error ? error.message : String(error) }, []);
  }
}
