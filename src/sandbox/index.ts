export { createSandbox, type SandboxRunOptions, type RunOutcome, type Sandbox, type SandboxOptions } from "./client.ts";
export { openFrameHost } from "./frame-host.ts";
export { default as frameScript } from "virtual:frame-script";
export { fetchRunnerSource } from "./runner-source.ts";
export type { HostedWorker, WorkerHost } from "./host.ts";
