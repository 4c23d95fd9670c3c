import { afterEach, expect, it } from "vitest";
import type { SealedRequest } from "../contract/messages.ts";
import { SMALL_TRACE } from "../trace/batch.test-support.ts";
import { createSeries, type SandboxSeries } from "./series.ts";
import { DONE, SEND, threadHost, type TestHost } from "./thread-host.test-support.ts";

const library = { name: "strings", glue: "", wasm: new ArrayBuffer(0), description: "" };
const request: SealedRequest = {
  program: { code: "", spans: [null], map: "", libraries: [], awaits: [] },
  libraries: [library],
  known: [],
  build: "checked",
  quarantineBytes: 0,
  sealed: { engine: "", wasm: new ArrayBuffer(0), mostWork: 5 },
};

let series: SandboxSeries | null = null;
let hosts: TestHost[] = [];
afterEach(() => {
  series?.dispose();
  for (const host of hosts) host.dispose();
  hosts = [];
});

/** A series whose workers do as `body` says for each run: `told` counts the messages of each type, `runs` the runs. */
function seriesOf(body: string): SandboxSeries {
  const source = `onmessage = ({ data: { port } }) => {
    const told = { engine: 0, library: 0 };
    let runs = 0;
    port.onmessage = ({ data }) => {
      const { type, runId, request } = data;
      if (type !== "sealed-run") return void told[type]++;
      runs += 1;
      ${body}
    };
    port.postMessage({ type: "ready" });
  };`;
  return (series = createSeries({
    openHost: async () => {
      const host = threadHost(source);
      hosts.push(host);
      return host;
    },
  }));
}
const run = (signal?: AbortSignal, timeLimitMs = 10_000) =>
  series!.run(request, { onBatch: () => {}, timeLimitMs, ...(signal && { signal }) });
const threads = (): number[] => hosts.map((host) => host.threads.size);

it("makes its runs in one worker, which gets the engine and each library once, and opens no host before", async () => {
  const isRight =
    "runs !== runId || told.engine !== 1 || told.library !== 1 || request.libraries[0] !== 1 || request.sealed.mostWork !== 5";
  seriesOf(`if (${isRight}) port.postMessage(0); ${SEND} port.postMessage({ type: "done", runId, work: runs });`);
  expect(hosts).toEqual([]);
  const outcomes = await Promise.all([run(), run(), run()]);
  expect(outcomes).toEqual([1, 2, 3].map((work) => ({ outcome: "done", work })));
  expect(threads()).toEqual([1]);
});

it("keeps its worker after a run that met a limit inside", async () => {
  seriesOf(`SMALL_TRACE.a[7] = 2; ${SEND} port.postMessage({ type: "done", runId, work: runs });`);
  expect([await run(), await run()]).toMatchObject([{ work: 1 }, { work: 2 }]);
});

it.each([
  ["met its time limit", "for (;;);", { outcome: "timed-out", limit: "time" }],
  ["sent nonsense", "port.postMessage(0);", { outcome: "failed" }],
  ["had no end", DONE, { outcome: "failed" }],
  ["failed", `port.postMessage({ type: "failed", runId, library: null, reason: "No." });`, { outcome: "failed" }],
])("has another worker after a run that %s", async (_what, body, outcome) => {
  seriesOf(
    `if (runId === 1) { ${body} } else { ${SEND} port.postMessage({ type: "done", runId, work: told.engine }); }`,
  );
  expect(await run(undefined, 300)).toMatchObject(outcome);
  // It has got the engine too.
  expect(await run()).toEqual({ outcome: "done", work: 1 });
  await expect.poll(threads).toEqual([0, 1]);
});

it("stops one run, in an endless loop too, and makes the next", async () => {
  seriesOf(`if (runId === 1) { ${SEND} for (;;); } ${SEND + DONE}`);
  const stop = new AbortController();
  const first = series!.run(request, { onBatch: () => stop.abort(), signal: stop.signal });
  const waiting = run(AbortSignal.abort());
  const next = run();
  expect([await first, await waiting, await next]).toEqual([
    { outcome: "stopped" },
    { outcome: "stopped" },
    { outcome: "done" },
  ]);
});

it("says so when its host goes by itself, and has another one for the next run", async () => {
  seriesOf(`${SEND} if (runId === 2) for (;;); ${DONE}`);
  expect(await run()).toEqual({ outcome: "done" });
  const lost = series!.run(request, { onBatch: () => hosts[0]!.vanish() });
  expect(await lost).toEqual({ outcome: "timed-out", limit: "memory" });
  expect(await run()).toEqual({ outcome: "done" });
  expect(threads()).toEqual([0, 1]);
});

it("does not hear in one run what belongs to another", async () => {
  const late = `port.postMessage({ type: "batch", runId: runId - 1, batch: SMALL_TRACE });
    port.postMessage({ type: "done", runId: runId - 1 });`;
  seriesOf(late + SEND + DONE + SEND + DONE);
  let events = 0;
  for (let i = 0; i < 3; i += 1) {
    const outcome = await series!.run(request, { onBatch: ({ kind }) => void (events += kind.length) });
    expect(outcome).toEqual({ outcome: "done" });
  }
  expect(events).toBe(3 * SMALL_TRACE.kind.length);
});

it("ends its worker and stops what runs or waits when it is disposed of", async () => {
  seriesOf("for (;;);");
  const waiting = [run(), run()];
  await expect.poll(threads).toEqual([1]);
  series!.dispose();
  expect(await Promise.all(waiting)).toEqual([{ outcome: "stopped" }, { outcome: "stopped" }]);
  expect(await run()).toEqual({ outcome: "stopped" });
  await expect.poll(threads).toEqual([0]);
});
