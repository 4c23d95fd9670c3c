/** Where workers live. In a page it is the frame; anything that can start and end a worker will do. */
export interface WorkerHost {
  /** Starts one worker. Only `terminate` or `dispose` ends it. */
  start(): HostedWorker;
  /**
   * Settles when the place went by itself, with every worker in it: an engine ends a process that wants more memory than it
   * may have.
   */
  readonly gone: Promise<void>;
  /** Ends every worker at once, without an answer from any. The host is of no use afterwards. */
  dispose(): void;
}

export interface HostedWorker {
  /** The page's end of the channel. Every message that comes out of it is untrusted. */
  readonly port: MessagePort;
  /** Settles when an error that nothing caught reached the top of the worker: before it is ready, its text is broken. */
  readonly broken: Promise<void>;
  /** Ends the worker. True when that was confirmed in time; false means only `dispose` ends it for certain. */
  terminate(): Promise<boolean>;
}
