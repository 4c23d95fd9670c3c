import { afterEach, describe, expect, it } from "vitest";
import type { RunRequest } from "../contract/run.ts";
import type { TraceBatch } from "../trace/format.ts";
import { SMALL_TRACE } from "../trace/batch.test-support.ts";
import { createSandbox, type Sandbox } from "./client.ts";
import { DONE, SEND, threadHost, workerThat } from "./thread-host.test-support.ts";

const request: RunRequest = {
  program: { code: "", spans: [null], map: "", libraries: [], awaits: [] },
  libraries: [],
  known: [],
  build: "checked",
  quarantineBytes: 0,
};

let sandbox: Sandbox | null = null;
const sandboxOf = (source: string): Sandbox => (sandbox = createSandbox({ openHost: async () => threadHost(source) }));
afterEach(() => sandbox?.dispose());

describe("a run", () => {
  it("hands over its batches and is done", async () => {
    const batches: TraceBatch[] = [];
    const outcome = await sandboxOf(workerThat(SEND + DONE)).run(request, { onBatch: (batch) => batches.push(batch) });
    expect(outcome).toEqual({ outcome: "done" });
    expect(batches).toEqual([SMALL_TRACE]);
  });

  it("has a worker of its own: what the one before left behind is gone", async () => {
    const body = `if (globalThis.used) port.postMessage("used"); globalThis.used = true; ${SEND + DONE}`;
    const shared = sandboxOf(workerThat(body));
    for (let i = 0; i < 3; i++) expect(await shared.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
  });

  it("finds what was expected in its worker, whether that was there before or came after", async () => {
    const body = `if (type === "prepare") globalThis.prepared = libraries[0].name; else { if (globalThis.prepared !== "strings") port.postMessage(0); ${SEND + DONE} }`;
    const source = workerThat("").replace(
      /port\.onmessage = .*$/m,
      `port.onmessage = ({ data: { type, runId, libraries } }) => { ${body} };`,
    );
    const files = { name: "strings", glue: "", wasm: new ArrayBuffer(0), description: "" };
    const shared = sandboxOf(source);
    shared.expect({ libraries: [files], build: "checked" });
    for (let i = 0; i < 2; i++) expect(await shared.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
  });

  it("says when its worker has got the program", async () => {
    const order: string[] = [];
    await sandboxOf(workerThat(SEND + DONE)).run(request, {
      onStart: () => order.push("start"),
      onBatch: () => order.push("batch"),
    });
    expect(order).toEqual(["start", "batch"]);
  });

  it("stops, in an endless loop too, and keeps what came before", async () => {
    const stop = new AbortController();
    let events = 0;
    const onBatch = (batch: TraceBatch): void => {
      events += batch.kind.length;
      stop.abort();
    };
    const outcome = await sandboxOf(workerThat(`${SEND} for (;;);`)).run(request, { onBatch, signal: stop.signal });
    expect(outcome).toEqual({ outcome: "stopped" });
    expect(events).toBe(SMALL_TRACE.kind.length);
  });

  it("is ended by its time limit, and keeps what came before", async () => {
    const batches: TraceBatch[] = [];
    const endless = sandboxOf(workerThat(`${SEND} for (;;);`));
    const outcome = await endless.run(request, { onBatch: (batch) => batches.push(batch), timeLimitMs: 150 });
    expect(outcome).toEqual({ outcome: "timed-out", limit: "time" });
    expect(batches).toHaveLength(1);
  });

  it("is followed by another after one that never ended", async () => {
    const body = `if (runId === 1) for (;;); ${SEND + DONE}`;
    const shared = sandboxOf(workerThat(body));
    await shared.run(request, { onBatch: () => {}, timeLimitMs: 50 });
    expect(await shared.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
  });

  it("stops the run before it", async () => {
    const shared = sandboxOf(workerThat(`if (runId > 1) { ${SEND + DONE} }`));
    const first = shared.run(request, { onBatch: () => {} });
    await new Promise((resolve) => setTimeout(resolve));
    const second = shared.run(request, { onBatch: () => {} });
    expect(await first).toEqual({ outcome: "stopped" });
    expect(await second).toEqual({ outcome: "done" });
  });

  it("ends when its host goes by itself, and the next one has another host", async () => {
    const hosts: ReturnType<typeof threadHost>[] = [];
    sandbox = createSandbox({
      openHost: async () => {
        const host = threadHost(workerThat(`${SEND} if (runId === 1) for (;;); ${DONE}`));
        hosts.push(host);
        return host;
      },
    });
    let events = 0;
    const outcome = await sandbox.run(request, {
      onBatch(batch) {
        events += batch.kind.length;
        hosts[0]!.vanish();
      },
    });
    expect(outcome).toEqual({ outcome: "timed-out", limit: "memory" });
    expect(events).toBe(SMALL_TRACE.kind.length);
    expect(await sandbox.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
    expect(hosts.length).toBe(2);
  });

  it("does not begin when it was stopped before", async () => {
    const onBatch = (): never => expect.unreachable();
    const outcome = await sandboxOf(workerThat(SEND + DONE)).run(request, { onBatch, signal: AbortSignal.abort() });
    expect(outcome).toEqual({ outcome: "stopped" });
  });

  it("says why it failed, and which library did not load", async () => {
    const body = `port.postMessage({ type: "failed", runId, library: "strings", reason: "It is damaged." });`;
    const outcome = await sandboxOf(workerThat(body)).run(request, { onBatch: () => {} });
    expect(outcome).toEqual({ outcome: "failed", library: "strings", sentence: "It is damaged." });
  });
});

describe("a hostile worker", () => {
  const failed = { outcome: "failed", library: null, sentence: expect.stringMatching(/^[A-Z].*\.$/) as string };
  const outcomeOf = (body: string, onBatch: (batch: TraceBatch) => void = () => {}) =>
    sandboxOf(workerThat(body)).run(request, { onBatch });

  it("fails the run with its first nonsense, and what came before stands", async () => {
    const batches: TraceBatch[] = [];
    const outcome = await outcomeOf(
      `${SEND} port.postMessage({ type: "batch", runId, batch: {} }); ${SEND + DONE}`,
      (b) => batches.push(b),
    );
    expect(outcome).toEqual(failed);
    expect(batches).toHaveLength(1);
  });

  it("fails the run when it floods the port", async () => {
    expect(await outcomeOf("for (;;) port.postMessage(0);")).toEqual(failed);
  });

  it("cannot be done without an end", async () => {
    expect(await outcomeOf(DONE)).toEqual(failed);
  });

  it("is not heard under another run's number", async () => {
    const late = `port.postMessage({ type: "batch", runId: runId - 1, batch: { hostile: true, ...SMALL_TRACE } });
      port.postMessage({ type: "done", runId: runId + 1 });
      port.postMessage({ type: "failed", runId: 0, library: null, reason: "An old one." });`;
    let batches = 0;
    expect(await outcomeOf(late + SEND + DONE, () => batches++)).toEqual({ outcome: "done" });
    expect(batches).toBe(1);
  });

  it("is not heard after its run has ended", async () => {
    let batches = 0;
    const body = `${SEND + DONE} setInterval(() => { ${SEND} }, 1);`;
    await outcomeOf(body, () => batches++);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(batches).toBe(1);
  });

  it("does not throw into the page through what reads its batches", async () => {
    const outcome = await outcomeOf(SEND + DONE, () => {
      throw new Error("unreadable");
    });
    expect(outcome).toEqual(failed);
  });
});

describe("a worker that cannot be made", () => {
  it("fails the run in one sentence, and the next run asks again", async () => {
    let online = false;
    sandbox = createSandbox({
      openHost: async () => {
        if (!online) throw new Error("offline");
        return threadHost(workerThat(SEND + DONE));
      },
    });
    const first = await sandbox.run(request, { onBatch: () => {} });
    expect(first).toMatchObject({ outcome: "failed", library: null, sentence: /try again/ });
    online = true;
    expect(await sandbox.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
  });

  it("fails the run when its text is broken", async () => {
    const outcome = await sandboxOf("throw new Error('no such thing');").run(request, { onBatch: () => {} });
    expect(outcome).toMatchObject({ outcome: "failed", library: null });
  });
});

/** Runs one program, and gives the hosts that were opened for it and after it. */
async function hostsOfOneRun(body: string, deaf: boolean): Promise<ReturnType<typeof threadHost>[]> {
  const hosts: ReturnType<typeof threadHost>[] = [];
  sandbox = createSandbox({
    openHost: async () => {
      const host = threadHost(workerThat(body), { deaf });
      hosts.push(host);
      return host;
    },
  });
  await sandbox.run(request, { onBatch: () => {}, timeLimitMs: 50 });
  return hosts;
}

describe("the host of a run", () => {
  it("is kept for the next one when the program ended by itself", async () => {
    const hosts = await hostsOfOneRun(SEND + DONE, false);
    expect(await sandbox!.run(request, { onBatch: () => {} })).toEqual({ outcome: "done" });
    expect(hosts.length).toBe(1);
  });

  it("is given up when it does not confirm that the worker ended", async () => {
    const hosts = await hostsOfOneRun(SEND + DONE, true);
    await expect.poll(() => [hosts.length, hosts[0]?.threads.size]).toEqual([2, 0]);
  });

  it.each([
    ["met its time limit", "for (;;);"],
    ["sent nonsense", "port.postMessage(0);"],
    ["met a limit in its own thread", `SMALL_TRACE.a[7] = 2; ${SEND + DONE}`],
  ])("is given up when the program %s, whatever it confirms: its thread may go on", async (_what, body) => {
    const hosts = await hostsOfOneRun(body, false);
    await expect.poll(() => [hosts.length, hosts[0]?.threads.size]).toEqual([2, 0]);
  });
});
