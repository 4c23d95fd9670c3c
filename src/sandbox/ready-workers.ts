import type { WorkerHost } from "./host.ts";
import { prepareWorker, type PreparedWorker } from "./prepared-worker.ts";

/** Makes workers ready, one ahead, in a host that is opened anew when it had to be given up. */
export class ReadyWorkers {
  readonly #openHost: () => Promise<WorkerHost>;
  readonly #tell: (worker: PreparedWorker) => PreparedWorker;
  #host: Promise<WorkerHost> | null = null;
  #next: Promise<PreparedWorker> | null = null;

  /**
   * @param openHost opens a place for workers; asked again after one had to be given up. Rejects when the worker's text does not load.
   * @param tell called with each worker that is ready.
   */
  constructor(
    openHost: () => Promise<WorkerHost>,
    tell: (worker: PreparedWorker) => PreparedWorker = (worker) => worker,
  ) {
    this.#openHost = openHost;
    this.#tell = tell;
  }

  /** The worker that is made ready; null when none is. */
  get next(): Promise<PreparedWorker> | null {
    return this.#next;
  }

  /** Has a worker made ready, unless one is. Rejects when that cannot be; asked again, it tries with a fresh host. */
  prepare(): Promise<PreparedWorker> {
    if (this.#next) return this.#next;
    this.#host ??= this.#openWatched();
    const preparing = this.#host.then((opened) => prepareWorker(opened)).then(this.#tell);
    this.#next = preparing;
    preparing.catch(() => {
      if (this.#next === preparing) this.giveUpHost();
    });
    return preparing;
  }

  /** The next worker is taken: another one is made ready when it is asked for. */
  taken(): void {
    this.#next = null;
  }

  /**
   * Ends a worker whose messages are not read any more. One that may still be at work goes with its host: an engine does not end a
   * thread that is inside a long function of its own, such as `indexOf`.
   */
  async end(worker: PreparedWorker, isAtRest: boolean): Promise<void> {
    worker.port.close();
    if (!isAtRest || !(await worker.terminate())) this.giveUpHost();
  }

  /** Ends every worker of the host at once. */
  giveUpHost(): void {
    void this.#host?.then((opened) => opened.dispose()).catch(() => {});
    this.#host = null;
    this.#next = null;
  }

  /** A host that goes by itself is not used any more; the next worker has another one opened. */
  #openWatched(): Promise<WorkerHost> {
    const opening = this.#openHost();
    const forget = (): void => {
      if (this.#host === opening) this.giveUpHost();
    };
    opening.then((opened) => opened.gone.then(forget)).catch(() => {});
    return opening;
  }
}
