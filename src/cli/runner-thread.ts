import type { FromThread } from "../threads/followed-run.ts";
import { parseMessage, type FromWorker } from "../trace/worker-messages.ts";

/** What a thread that is the runner starts with. */
export const RUNNER = new URL("../runner/node-worker-entry.mjs", import.meta.url);

/** What the runner says of a run that is done. */
export type RunnerDone = Omit<Extract<FromWorker, { type: "done" }>, "type" | "runId">;

/** Reads what the runner says while it is at one run. */
export function runnerSays(runId: number): (data: unknown) => FromThread<RunnerDone> | null {
  return (data) => {
    const message = parseMessage(data);
    if (message === null || (message.type !== "ready" && message.runId !== runId)) return null;
    if (message.type !== "failed") return message;
    const subject = message.library === null ? "the runner" : `the library ${message.library}`;
    return { type: "failed", reason: `${subject} did not start: ${message.reason}` };
  };
}
