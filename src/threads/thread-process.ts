import { fork, type ChildProcess } from "node:child_process";
import type { ResourceLimits } from "node:worker_threads";

/** What is heard of a thread in a process of its own. The process is ours; what the thread said is anything. */
export type FromProcess =
  | { readonly type: "said"; readonly message: unknown }
  | { readonly type: "error"; readonly reason: string }
  | { readonly type: "out-of-memory" }
  /** The thread has ended by itself. */
  | { readonly type: "ended" };

export interface ThreadProcessOptions {
  /** The module of plain JavaScript that the thread starts with. */
  readonly entry: URL;
  /** Whether what the thread itself writes to its output stays unseen, and it finds no input. */
  readonly silent: boolean;
  readonly resourceLimits: ResourceLimits | null;
  readonly hear: (event: FromProcess) => void;
}

/** Signals by which an engine, or the system, ends a process that needs more memory than there is. */
const WANT_OF_MEMORY: readonly (string | null)[] = ["SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL"];

/** A thread in a process of its own, which can be ended whatever it does. It begins to start when this is made. */
export class ThreadProcess {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;

  constructor({ entry, silent, resourceLimits, hear }: ThreadProcessOptions) {
    const stream = silent ? "ignore" : "inherit";
    this.#process = fork(new URL("thread-host.mjs", import.meta.url), {
      stdio: [stream, stream, stream, "ipc"],
      // As between threads: typed arrays stay what they are.
      serialization: "advanced",
      execArgv: [],
    });
    this.#process.on("message", (event) => hear(event as FromProcess));
    this.#process.on("error", (error) => hear({ type: "error", reason: String(error) }));
    const signalled = new Promise<string | null>((resolve) =>
      this.#process.once("exit", (_code, signal) => resolve(signal)),
    );
    // What it has said before its end may be heard after it.
    const heard = new Promise<void>((resolve) => this.#process.once("disconnect", () => resolve()));
    this.#exited = signalled.then(() => {});
    void Promise.all([signalled, heard]).then(([signal]) =>
      hear({ type: WANT_OF_MEMORY.includes(signal) ? "out-of-memory" : "ended" }),
    );
    this.#send({
      entry: entry.href,
      options: { stdout: silent, stderr: silent, ...(resourceLimits && { resourceLimits }) },
    });
  }

  /** Tells the thread something. */
  post(message: unknown): void {
    this.#send(message);
  }

  /** Resolves when the process is no more. */
  async end(): Promise<void> {
    // One that could not be started has no end either.
    if (this.#process.pid === undefined) return;
    this.#process.kill("SIGKILL");
    await this.#exited;
  }

  #send(message: unknown): void {
    // A process that is gone is heard of by its exit.
    this.#process.send(message as object, () => {});
  }
}
