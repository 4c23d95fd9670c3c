import { FollowedRun, type RunToFollow, type ThreadOutcome } from "./followed-run.ts";
import { ThreadProcess, type FromProcess, type ThreadProcessOptions } from "./thread-process.ts";

export type ThreadSeriesOptions = Omit<ThreadProcessOptions, "hear">;

/** One of several runs of a thread. */
export interface SeriesRun<Done> extends RunToFollow<Done> {
  /**
   * What the thread is told, message by message, once it is ready.
   *
   * @param isFirst whether this thread has had no run yet. It is another thread after a run that did not end as it should.
   */
  readonly order: (isFirst: boolean) => readonly unknown[];
}

/**
 * Makes runs one after the other in one thread of a process of its own, as long as each ends by itself. After one that was ended from
 * outside, or that said what it may not, the process is ended and the next run has another one. Between two runs a thread has
 * nothing to say: one that does is not used again.
 */
export class ThreadSeries {
  readonly #options: ThreadSeriesOptions;
  #thread: SeriesThread | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #hasEnded = false;

  constructor(options: ThreadSeriesOptions) {
    this.#options = options;
  }

  /** Makes one run, after those that were asked for before it. Nothing of it is heard when it resolves. Never rejects. */
  run<Done>(run: SeriesRun<Done>): Promise<ThreadOutcome<Done>> {
    const outcome = this.#last.then(() => this.#runNow(run));
    this.#last = outcome;
    return outcome;
  }

  /** Ends the process; runs under way, or asked for, fail. Resolves when the process is no more. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#thread?.end();
    await this.#last;
  }

  async #runNow<Done>(run: SeriesRun<Done>): Promise<ThreadOutcome<Done>> {
    if (this.#hasEnded) return { kind: "failed", reason: "its series of runs has ended" };
    if (this.#thread?.isFit === false) await this.#thread.end();
    if (!this.#thread?.isFit) this.#thread = new SeriesThread(this.#options);
    const thread = this.#thread;
    const outcome = await thread.run(run);
    if (outcome.kind !== "done") {
      this.#thread = null;
      await thread.end();
    }
    return outcome;
  }
}

class SeriesThread {
  readonly #process: ThreadProcess;
  #current: Pick<FollowedRun<never>, "hear" | "isSettled"> | null = null;
  /** Whether it waits for its next run. */
  #isReady = false;
  /** Whether it may have another run. */
  isFit = true;

  constructor(options: ThreadSeriesOptions) {
    this.#process = new ThreadProcess({ ...options, hear: (event) => this.#hear(event) });
  }

  async run<Done>(run: SeriesRun<Done>): Promise<ThreadOutcome<Done>> {
    const isFirst = !this.#isReady;
    const followed = new FollowedRun<Done>(run, () => {
      for (const message of run.order(isFirst)) this.#process.post(message);
    });
    this.#current = followed;
    // A fresh thread says when it is ready.
    if (this.#isReady) followed.begin();
    const outcome = await followed.outcome;
    this.#current = null;
    this.#isReady = true;
    return outcome;
  }

  end(): Promise<void> {
    this.isFit = false;
    return this.#process.end();
  }

  #hear(event: FromProcess): void {
    if (this.#current?.isSettled === false) this.#current.hear(event);
    else this.isFit = false;
  }
}
