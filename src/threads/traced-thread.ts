import type { RunToFollow, ThreadOutcome } from "./followed-run.ts";
import type { ThreadProcessOptions } from "./thread-process.ts";
import { ThreadSeries } from "./thread-series.ts";

export interface ThreadRun<Done> extends RunToFollow<Done>, Partial<Omit<ThreadProcessOptions, "entry" | "hear">> {
  /** The module of plain JavaScript that the thread starts with. */
  readonly entry: URL;
  /** What the thread is told once it is ready. */
  readonly order: unknown;
}

/**
 * Runs one order in a thread of a process of its own and follows it to its end, as the sandbox follows a worker of the
 * page. When it resolves the process has ended, and nothing more of it is heard. Never rejects.
 */
export async function runInThread<Done>(run: ThreadRun<Done>): Promise<ThreadOutcome<Done>> {
  const { entry, order, silent = false, resourceLimits = null, ...rest } = run;
  const series = new ThreadSeries({ entry, silent, resourceLimits });
  const outcome = await series.run<Done>({ ...rest, order: () => [order] });
  await series.end();
  return outcome;
}
