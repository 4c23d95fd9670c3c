/**
 * The rooms of `src/` and the arrows between them: who may import whom, and why no other room may. The linter holds them,
 * and README.md shows them.
 */

/**
 * - `imports`: rooms whose code it may use.
 * - `types`: rooms of which it may use types only.
 * - `packages`: `"pure"` takes no package that brings a browser, a server or React along.
 * - `why`: the end of the sentence "`room` may not import …, because".
 *
 * @type {Record<string, { imports: string[], types?: string[], why: string }>}
 */
export const ROOMS = {
  faults: {
    imports: [],
    why: "faults says what can go wrong and in which words, for every reader alike: it stands on the ground",
  },
  trace: {
    imports: ["faults"],
    why: "the trace is written, checked and read by rooms that share nothing else",
  },
  contract: {
    imports: [],
    types: ["trace", "faults"],
    why: "contract holds the words both sides of the sandbox share, and words that depend on a room can be spoken only there",
  },
  ffi: {
    imports: ["trace", "faults", "contract"],
    why: "ffi is the learner's module: it has to behave the same in a worker, in Node and in a test",
  },
  ledger: {
    imports: ["trace", "faults", "contract"],
    why: "the ledger is a pure fold of the trace: with knowledge from elsewhere two readers of one trace could disagree",
  },
  course: {
    imports: ["faults", "contract"],
    why: "course reads lessons for the page, the build and the command line alike",
  },
  exercise: {
    imports: ["course", "ledger", "trace", "faults", "contract"],
    why: "an exercise is judged the same on the page and on the command line, by what sealed runs did and by nothing else",
  },
  compiler: {
    imports: ["contract"],
    why: "the compiler runs in the editor's worker and in Node, and knows programs, not runs",
  },
  runner: {
    imports: ["ffi", "trace", "faults", "contract"],
    why: "the runner lives inside the sandbox with hostile code: what it can reach, a learner's program can reach",
  },
  sealed: {
    imports: ["runner", "ffi", "trace", "faults", "contract"],
    why: "sealed is a module by itself, whose text the runner imports: what it needs of a run it is given",
  },
  threads: {
    imports: ["trace"],
    why: "threads is to Node what the sandbox is to the page: it believes nothing that a thread says, whatever runs in it",
  },
  sandbox: {
    imports: ["trace", "contract"],
    why: "the sandbox is the wall: it passes messages and believes none of them, so it needs no other room's code",
  },
  state: {
    imports: ["sandbox", "exercise", "course", "ledger", "trace", "faults", "contract"],
    types: ["compiler"],
    why: "state drives a run and remembers what came of it; the compiler is megabytes and reaches it through the editor's worker",
  },
  ui: {
    imports: ["state", "course", "ledger", "faults", "contract"],
    why: "ui draws what state says: a picture that talks to the sandbox or the compiler itself would show another truth",
  },
  toolchain: {
    imports: ["contract"],
    why: "the toolchain makes checked binaries of C for the build, for memcheck and for the page alike, and runs none of them",
  },
  memcheck: {
    imports: ["toolchain", "threads", "ffi", "ledger", "trace", "faults", "contract"],
    why: "memcheck runs C by itself: it writes the trace that a learner's run writes, and has the same ledger read it",
  },
  cli: {
    imports: [
      ...["runner", "sealed", "threads", "compiler", "memcheck", "exercise", "course"],
      ...["ledger", "trace", "faults", "contract"],
    ],
    why: "the command line runs what the page runs, without the page",
  },
};

/** Rooms that know no browser, no worker, no Node and no React: they run wherever JavaScript runs. */
export const PURE_ROOMS = ["faults", "trace", "contract", "ledger"];

/** Folders of other rooms that know as little. Beside them stands what reads this machine's files. */
export const PURE_FOLDERS = ["toolchain/assembly", "toolchain/description", "toolchain/clang", "toolchain/checker"];

/**
 * Folders of `src/` that are not rooms of the running program. `build` runs at build time and may use anything but `ui`;
 * nothing that runs may use it.
 */
export const BUILD = "build";

/**
 * Folders beside `src/` whose files a room may load or read by a path: nothing else outside `src/` is within reach of
 * what runs.
 *
 * @type {Record<string, string[]>}
 */
export const FILES_OUTSIDE = {
  state: ["wasm"],
  toolchain: ["c-sources"],
  cli: ["wasm", "lessons"],
};

/**
 * Folders beside `src/` whose own files may import so much and no more. `tests`, which is not here, may import anything.
 *
 * - `imports`: packages, by name.
 * - `why`: the end of the sentence "`folder` may not import …:".
 *
 * @type {Record<string, { imports: string[], why: string }>}
 */
export const OUTSIDE = {
  "c-sources": { imports: [], why: "c-sources is C, with what belongs to C; what builds it is in src/toolchain" },
  lessons: {
    imports: ["ffi", "exercise", "answer"],
    why: "a program runs where there is nothing else than the module it teaches, and an exercise's checks beside it",
  },
};
