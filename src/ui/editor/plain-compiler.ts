import type { CompileOutcome } from "../../contract/program.ts";
import { START_COMPILER, type CompileReply, type CompileRequest } from "./compile-messages.ts";
import { startTypeScriptWorker } from "./start-worker.ts";

interface Waiting {
  resolve(outcome: CompileOutcome): void;
  reject(error: Error): void;
}

/** Compiles in a worker without loading the rich editor. The worker starts with the first program. */
export function createPlainCompiler(): (text: string) => Promise<CompileOutcome> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 1;

  const start = (): Worker => {
    const started = startTypeScriptWorker();
    started.postMessage(START_COMPILER);
    started.onmessage = (event: MessageEvent<CompileReply>) => {
      const reply = event.data;
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ("outcome" in reply) asked?.resolve(reply.outcome);
      else asked?.reject(new Error(reply.error));
    };
    started.onerror = () => {
      started.terminate();
      worker = null;
      for (const asked of waiting.values()) asked.reject(new Error("The TypeScript compiler could not be loaded."));
      waiting.clear();
    };
    return started;
  };

  return (text) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker ??= start();
      worker.postMessage({ id, text } satisfies CompileRequest);
    });
}
