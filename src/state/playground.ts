import type { StoreApi } from "zustand/vanilla";
import type { CompiledProgram } from "../contract/program.ts";
import type { Sandbox } from "../sandbox/client.ts";
import { compileAhead } from "./compile-ahead.ts";
import type { Compiler } from "./compiler.ts";
import type { LibraryLoader } from "./library-files.ts";
import { createSnapshotStore, type SnapshotState } from "./snapshot-store.ts";
import { createRouteStore, type RouteState, type Whereabouts } from "./route-store.ts";
import { createProgramStore, type OpenedLesson, type ProgramState } from "./program-store.ts";
import { createProgressStore, type ProgressState } from "./progress-store.ts";
import { createRunStore, loadLedger, type RunStoreOptions, type RunState } from "./run-store.ts";
import { createSettingsStore, type SettingsState } from "./settings-store.ts";
import { createRecordStore, type StorageAreas } from "./storage/record-store.ts";

export interface PlaygroundOptions {
  readonly compiler: Compiler;
  /** Rejects for a lesson that does not exist or does not load. */
  readonly loadLesson: (slug: string) => Promise<OpenedLesson>;
  readonly storage: StorageAreas;
  readonly sandbox: Pick<Sandbox, "run" | "expect" | "dispose">;
  readonly libraries: LibraryLoader;
  /** The window: where it is, and when it goes. */
  readonly page: Whereabouts;
  /** Calls back before the next picture is drawn. */
  readonly nextFrame: (task: () => void) => void;
}

/** Everything the page knows, outside of what draws it. */
export interface Playground {
  readonly routeStore: StoreApi<RouteState>;
  readonly programStore: StoreApi<ProgramState>;
  readonly runStore: StoreApi<RunState>;
  readonly snapshotStore: StoreApi<SnapshotState>;
  readonly settingsStore: StoreApi<SettingsState>;
  readonly progressStore: StoreApi<ProgressState>;
  /**
   * A run of its own, for a program of the course that is compiled already: nothing is saved, and nothing in the editor
   * changes. All runs share one sandbox: one that begins stops the one before.
   */
  openRun(program: CompiledProgram, options?: Pick<RunStoreOptions, "build" | "timeLimitMs">): StoreApi<RunState>;
  dispose(): void;
}

/** Pause in typing after which the text is compiled. */
const COMPILE_AFTER_MS = 150;

/** Makes the stores and ties them together: the address opens a lesson, a lesson opens its program, a run saves it. */
export function createPlayground(options: PlaygroundOptions): Playground {
  const { loadLesson, storage, sandbox, libraries, page, nextFrame } = options;
  const compiler = compileAhead(options.compiler);
  const records = createRecordStore(storage);
  const settingsStore = createSettingsStore(records);
  const progressStore = createProgressStore(records);
  const routeStore = createRouteStore(page);
  const programStore = createProgramStore({ records, loadLesson });
  const runStore = createRunStore({
    compiler,
    sandbox,
    libraries,
    nextFrame,
    takeProgram() {
      programStore.getState().save();
      const { phase, text } = programStore.getState();
      return phase === "ready" ? text : null;
    },
    onRunning(running) {
      const { slug } = programStore.getState();
      if (running && slug !== null) records.write("running", { slug });
      else records.remove("running");
    },
  });
  const snapshotStore = createSnapshotStore(runStore);

  const follow = ({ route }: RouteState): void => {
    if (route.kind !== "lesson" || route.slug === programStore.getState().slug) return;
    runStore.getState().reset();
    void programStore.getState().open(route.slug);
  };
  const note = ({ phase, outcome, snapshot }: RunState, before: RunState): void => {
    const { slug } = programStore.getState();
    const ended = phase === "ended" && before.phase !== "ended" && outcome === "done";
    if (ended && slug !== null && snapshot?.end?.status === "completed" && snapshot.faults.length === 0) {
      progressStore.getState().noteRun(slug);
    }
  };
  // The library is fetched and compiled before Run is pressed; should it fail, the run says so.
  const prefetch = ({ lesson }: ProgramState, { lesson: before }: ProgramState): void => {
    if (!lesson || lesson === before) return;
    loadLedger().catch(() => {});
    libraries.load(lesson.library, "checked").then(
      (files) => sandbox.expect({ libraries: [files], build: "checked" }),
      () => {},
    );
  };
  // What has been edited is likely to be run: it is compiled when typing pauses.
  let pause: ReturnType<typeof setTimeout> | undefined;
  const compileEdited = ({ phase, text }: ProgramState, before: ProgramState): void => {
    if (phase !== "ready" || before.phase !== "ready" || text === before.text) return;
    clearTimeout(pause);
    pause = setTimeout(() => compiler.expect(text), COMPILE_AFTER_MS);
  };
  const leave = (): void => {
    programStore.getState().save();
    // A page that goes by itself did not go down.
    records.remove("running");
  };
  const unsubscribe = [
    routeStore.subscribe(follow),
    programStore.subscribe(prefetch),
    programStore.subscribe(compileEdited),
    runStore.subscribe(note),
  ];
  page.addEventListener("pagehide", leave);
  follow(routeStore.getState());

  return {
    routeStore,
    programStore,
    runStore,
    snapshotStore,
    settingsStore,
    progressStore,
    openRun: (program, options) =>
      createRunStore({
        compiler: { compile: () => Promise.resolve({ ok: true, program }) },
        sandbox,
        libraries,
        nextFrame,
        takeProgram: () => "",
        onRunning: () => {},
        ...options,
      }),
    dispose() {
      for (const end of unsubscribe) end();
      clearTimeout(pause);
      page.removeEventListener("pagehide", leave);
      routeStore.dispose();
      snapshotStore.dispose();
      sandbox.dispose();
    },
  };
}
