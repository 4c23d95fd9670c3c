import { afterEach, describe, expect, it } from "vitest";
import type { CompileOutcome } from "../contract/program.ts";
import { createSandbox, type Sandbox } from "../sandbox/client.ts";
import { DONE, SEND, threadHost, workerThat } from "../sandbox/thread-host.test-support.ts";
import { createLibraryLoader, type LibraryLoader } from "./library-files.ts";
import { createRunStore, type RunStoreOptions } from "./run-store.ts";

const program: CompileOutcome = {
  ok: true,
  program: { code: "", spans: [null], map: "", libraries: ["strings"], awaits: [] },
};
const description = JSON.stringify({ name: "strings", files: [], functions: [], structs: [], locations: [null] });
const FILES = ["strings.json", "strings.checked.mjs", "strings.checked.wasm"];
const libraries = createLibraryLoader(
  new Map(FILES.map((file) => [file, file])),
  async () => new Response(description),
);

let sandbox: Sandbox | null = null;
afterEach(() => sandbox?.dispose());

/** A store whose worker does as `body` says. */
function storeWith(body: string, options: Partial<RunStoreOptions> = {}) {
  sandbox = createSandbox({ openHost: async () => threadHost(workerThat(body)) });
  return createRunStore({
    compiler: { compile: async () => program },
    sandbox,
    libraries,
    takeProgram: () => "text",
    onRunning: () => {},
    nextFrame: (task) => setImmediate(task),
    ...options,
  });
}

/** All of the trace but its End. */
const HALF = `port.postMessage({ type: "batch", runId, batch: { ...SMALL_TRACE,
  ...Object.fromEntries(Object.entries(SMALL_TRACE).map(([name, column]) => [name, name === "values" || name === "strings" ? column : column.slice?.(0, 7)])), first: 0 } });`;

describe("a run", () => {
  it("goes through its phases and ends with the last snapshot", async () => {
    const store = storeWith(SEND + DONE);
    const phases: string[] = [];
    store.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await store.getState().run();
    expect(phases).toEqual(["running", "ended"]);
    expect(store.getState()).toMatchObject({ outcome: "done", failure: null, problems: [] });
    expect(store.getState().snapshot).toMatchObject({
      step: 8,
      console: [{ text: "it was set" }],
      end: { status: "completed" },
    });
  });

  it("keeps the text that it ran, and gives another ledger to each run", async () => {
    let text = "first";
    const compile = async (): Promise<CompileOutcome> => {
      text = "edited while it compiles";
      return program;
    };
    const store = storeWith(SEND + DONE, { takeProgram: () => text, compiler: { compile } });
    await store.getState().run();
    expect(store.getState().text).toBe("first");
    const { ledger, attempt } = store.getState();
    await store.getState().run();
    expect(store.getState()).toMatchObject({ text: "edited while it compiles", attempt: attempt + 1 });
    expect(store.getState().ledger).not.toBe(ledger);
  });

  it("says that it compiles when the program was not compiled ahead", async () => {
    const compile = async (): Promise<CompileOutcome> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return program;
    };
    const store = storeWith(SEND + DONE, { compiler: { compile } });
    const phases: string[] = [];
    store.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await store.getState().run();
    expect(phases).toEqual(["compiling", "running", "ended"]);
  });

  it("shows nothing of the run before once it has begun, and counts itself", async () => {
    const store = storeWith(SEND + DONE);
    await store.getState().run();
    const { ledger: before } = store.getState();
    const seen: [number, boolean][] = [];
    store.subscribe(({ attempt, ledger }) => seen.push([attempt, ledger === before]));
    let first: unknown;
    const unsubscribe = store.subscribe(({ snapshot, outcome }) => {
      first = [snapshot, outcome];
      unsubscribe();
    });
    await store.getState().run();
    expect(first).toEqual([null, null]);
    expect(seen.every(([, isBefore]) => !isBefore)).toBe(true);
    expect(seen.every(([attempt]) => attempt === 2)).toBe(true);
  });

  it("has the next worker prepare what this one opened", async () => {
    const told: unknown[] = [];
    const expecting = {
      run: () => Promise.resolve({ outcome: "stopped" as const }),
      expect: (prefetch: unknown) => void told.push(prefetch),
    };
    const store = storeWith("", { sandbox: expecting });
    await store.getState().run();
    expect(told).toEqual([{ build: "checked", libraries: [expect.objectContaining({ name: "strings" })] }]);
  });

  it("says that it loads when a library takes its time", async () => {
    const load: LibraryLoader["load"] = async (...which) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return libraries.load(...which);
    };
    const store = storeWith(SEND + DONE, { libraries: { ...libraries, load } });
    const phases: string[] = [];
    store.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await store.getState().run();
    expect(phases).toEqual(["loading", "running", "ended"]);
  });

  it("draws at most once a frame, however many batches come", async () => {
    const frames: (() => void)[] = [];
    const cut = `const { strings, values, ...columns } = SMALL_TRACE;
      const empty = { strings: [], values: new Float64Array(0) };
      for (let first = 0; first < 8; first++) {
        const one = Object.entries(columns).map(([name, column]) => [name, column.slice?.(first, first + 1)]);
        port.postMessage({ type: "batch", runId, batch: { ...Object.fromEntries(one), ...(first ? empty : { strings, values }), first } });
      } ${DONE}`;
    const store = storeWith(cut, { nextFrame: (task) => frames.push(task) });
    await store.getState().run();
    expect(store.getState().snapshot?.step).toBe(8);
    expect(frames).toHaveLength(1);
    const last = store.getState().snapshot;
    frames[0]?.();
    expect(store.getState().snapshot).toBe(last);
  });

  it("says when a program has hold of the worker, and when it has let go", async () => {
    const told: boolean[] = [];
    await storeWith(SEND + DONE, { onRunning: (running) => told.push(running) })
      .getState()
      .run();
    expect(told).toEqual([true, false]);
  });

  it("does nothing without a program", async () => {
    const store = storeWith(SEND + DONE, { takeProgram: () => null });
    await store.getState().run();
    expect(store.getState().phase).toBe("idle");
  });

  it("of a program that does not parse ends with its problems", async () => {
    const problems = [{ message: "';' expected.", line: 1, column: 5 }];
    const store = storeWith(SEND + DONE, { compiler: { compile: async () => ({ ok: false, problems }) } });
    await store.getState().run();
    expect(store.getState()).toMatchObject({ phase: "ended", outcome: "refused", problems, snapshot: null });
  });
});

describe("Stop", () => {
  it("ends an endless loop, and keeps what it did", async () => {
    const store = storeWith(`${HALF} for (;;);`);
    store.subscribe(({ snapshot, phase, stop }) => snapshot && phase === "running" && stop());
    await store.getState().run();
    expect(store.getState()).toMatchObject({
      phase: "ended",
      outcome: "stopped",
      failure: null,
      snapshot: { console: [{ text: "it was set" }], end: { status: "timed-out" } },
    });
  });

  it("ends a compilation that does not come back", async () => {
    const store = storeWith(SEND + DONE, { compiler: { compile: () => new Promise(() => {}) } });
    const run = store.getState().run();
    store.getState().stop();
    await run;
    expect(store.getState()).toMatchObject({ phase: "ended", outcome: "stopped", failure: null });
  });
});

describe("a run that is replaced", () => {
  it("has nothing more to say, not even under the number of the next", async () => {
    const late = `${HALF} setInterval(() => { runId = 2; ${SEND + DONE} }, 1);`;
    const store = storeWith(`if (runId === 1) { ${late} } else { ${SEND} setTimeout(() => { ${DONE} }, 50); }`);
    let second: Promise<void> | null = null;
    store.subscribe(({ snapshot, run }) => {
      if (snapshot) second ??= run();
    });
    await store.getState().run();
    await second;
    expect(store.getState()).toMatchObject({ phase: "ended", outcome: "done", snapshot: { step: 8 } });
  });

  it("is forgotten by reset", async () => {
    const store = storeWith("for (;;);");
    const run = store.getState().run();
    store.getState().reset();
    await run;
    expect(store.getState()).toMatchObject({ phase: "idle", outcome: null, snapshot: null, ledger: null });
  });
});

describe("a failure that is not the program's", () => {
  it("names the library that did not load, and Try again fetches it again", async () => {
    let online = false;
    const get = async (): Promise<Response> => new Response(description, { status: online ? 200 : 503 });
    const loader = createLibraryLoader(new Map(FILES.map((file) => [file, file])), get);
    const store = storeWith(SEND + DONE, { libraries: loader });
    await store.getState().run();
    expect(store.getState()).toMatchObject({
      phase: "ended",
      outcome: "failed",
      failure: { library: "strings", sentence: /“strings” did not load/ },
    });
    online = true;
    await store.getState().retry();
    expect(store.getState()).toMatchObject({ outcome: "done", failure: null });
  });

  it("names the library that arrived damaged, and Try again fetches it again", async () => {
    let fetched = 0;
    const loader = createLibraryLoader(new Map(FILES.map((file) => [file, file])), async () => {
      fetched += 1;
      return new Response(description);
    });
    const failing = `if (runId > 1) { ${SEND + DONE} }
      else port.postMessage({ type: "failed", runId, library: "strings", reason: "no magic word" });`;
    const store = storeWith(failing, { libraries: loader });
    await store.getState().run();
    expect(store.getState().failure).toMatchObject({
      library: "strings",
      sentence: /“strings” did not start.*Try again/,
    });
    await store.getState().retry();
    expect(store.getState()).toMatchObject({ outcome: "done", failure: null });
    expect(fetched).toBe(2 * FILES.length);
  });

  it("says when the compiler does not load", async () => {
    const store = storeWith(SEND + DONE, { compiler: { compile: () => Promise.reject(new Error("404")) } });
    await store.getState().run();
    expect(store.getState()).toMatchObject({ outcome: "failed", failure: { library: null, sentence: /compiler/ } });
  });

  it("keeps what came before a program's nonsense", async () => {
    const store = storeWith(`${SEND} port.postMessage(NaN);`);
    await store.getState().run();
    expect(store.getState()).toMatchObject({ outcome: "failed", failure: { library: null }, snapshot: { step: 8 } });
  });
});
