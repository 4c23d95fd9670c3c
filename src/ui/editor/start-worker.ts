/** The worker that holds the TypeScript compiler; it serves Monaco, or the plain compiler. */
export const startTypeScriptWorker = (): Worker =>
  new Worker(new URL("./ts.worker.ts", import.meta.url), { type: "module", name: "typescript" });
