/**
 * The rooms of `src/` and the arrows between them: who may import whom, and why nobody else may. The linter holds them,
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
  contract: {
    imports: [],
    why: "contract holds the words both sides of the sandbox share, and words that depend on a room can be spoken only there",
  },
  ffi: {
    imports: ["contract"],
    why: "ffi is the learner's module: it has to behave the same in a worker, in Node and in a test",
  },
  ledger: {
    imports: ["contract"],
    why: "the ledger is a pure fold of the trace: whatever else it knew would make two readers of one trace disagree",
  },
  course: {
    imports: ["contract"],
    why: "course reads lessons for the page, the build and the command line alike",
  },
  share: {
    imports: ["contract"],
    why: "share turns exercises into text and back: the page and the command line must get the same text",
  },
  compiler: {
    imports: ["contract"],
    why: "the compiler runs in the editor's worker and in Node, and knows programs, not runs",
  },
  runner: {
    imports: ["ffi", "ledger", "contract"],
    why: "the runner lives inside the sandbox with hostile code: what it can reach, a learner's program can reach",
  },
  sandbox: {
    imports: ["contract"],
    why: "the sandbox is the wall: it passes messages and believes none of them, so it needs nobody's code",
  },
  state: {
    imports: ["sandbox", "course", "ledger", "share", "contract"],
    types: ["compiler"],
    why: "state drives a run and remembers what came of it; the compiler is megabytes and reaches it through the editor's worker",
  },
  ui: {
    imports: ["state", "course", "ledger", "share", "contract"],
    why: "ui draws what state says: a picture that talks to the sandbox or the compiler itself would show another truth",
  },
  memcheck: {
    imports: ["ffi", "ledger", "contract"],
    why: "memcheck runs C by itself: it writes the trace that a learner's run writes, and has the same ledger read it",
  },
  cli: {
    imports: ["runner", "compiler", "memcheck", "course", "share", "ledger", "contract"],
    why: "the command line runs what the page runs, without the page",
  },
};

/** Rooms that know no browser, no worker, no Node and no React: they run wherever JavaScript runs. */
export const PURE_ROOMS = ["contract", "ledger", "share"];

/**
 * Folders of `src/` that are not rooms of the running program. `build` runs at build time and may use anything but `ui`;
 * nothing that runs may use it.
 */
export const BUILD = "build";
