export { createSandbox, type Sandbox, type SandboxOptions } from "./client.ts";
export type { RunOutcome, SandboxRunOptions } from "./follow.ts";
export { createSeries, type SandboxSeries } from "./series.ts";
export { openFrameHost } from "./frame-host.ts";
export { default as frameScript } from "virtual:frame-script";
export { fetchRunnerSource } from "./runner-source.ts";
export type { HostedWorker, WorkerHost } from "./host.ts";
export { fetchSealedEngine } from "./sealed-engine.ts";
