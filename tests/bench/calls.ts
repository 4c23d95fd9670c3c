import { readLibrary } from "../../src/cli/library-files.ts";
import { dlopen } from "../../src/ffi/index.ts";
import { compare, type Comparison, type Loop } from "./compare.ts";
import { importText, load } from "./open-library.ts";

export interface CallCosts {
  /** `symbols` of the fast build against the raw export, by function. */
  readonly untraced: { readonly add_i32: Comparison; readonly nop: Comparison };
  /** `symbols` of the checked build, traced, against Emscripten's untraced ccall of the fast build. */
  readonly traced: { readonly add_i32: Comparison; readonly nop: Comparison };
}

const TABLE = {
  nop: { parameters: [], result: "void" },
  add_i32: { parameters: ["i32", "i32"], result: "i32" },
} as const;

/** Traced calls keep their values until the run's end, so a slice may not be too long. */
const MOST_TRACED = 20_000;

type Nop = () => unknown;
type Add = (left: number, right: number) => number;
type Ccall = (name: string, result: string | null, types: string[], args: number[]) => number;

export async function measureCalls(): Promise<CallCosts> {
  const fast = await load("kernels", "fast");
  const checked = await load("kernels", "checked");
  fast.begin();
  const { nop, add_i32 } = dlopen("kernels", TABLE).symbols;
  const raw = fast.instance().functions as { nop: Nop; add_i32: Add };
  const untraced = {
    add_i32: compare(addLoop(add_i32), addLoop(raw.add_i32)),
    nop: compare(nopLoop(nop), nopLoop(raw.nop)),
  };

  const ccall = await openCcall();
  checked.begin();
  const watched = dlopen("kernels", TABLE).symbols;
  const traced = {
    add_i32: compare(addLoop(watched.add_i32), ccallAddLoop(ccall), MOST_TRACED),
    nop: compare(nopLoop(watched.nop), ccallNopLoop(ccall), MOST_TRACED),
  };
  if (checked.events() === 0) throw new Error("the traced calls left no trace");
  return { untraced, traced };
}

/** Emscripten's own ccall over the fast build: its glue has it, and only does not hand it out. */
async function openCcall(): Promise<Ccall> {
  const { glue, wasm } = await readLibrary("kernels", "fast");
  const door = 'Module["addFunction"]=addFunction;';
  if (!glue.includes(door)) throw new Error(`the glue of kernels no longer has ${door}`);
  const module = await importText(glue.replace(door, `${door}Module["ccall"]=ccall;`));
  const factory = module["default"] as (settings: object) => Promise<{ ccall: Ccall }>;
  return (await factory({ wasmBinary: wasm })).ccall;
}

// Each loop is compiled from text of its own, so that the engine learns each call by itself, as in a program that has one.
const make = (parameter: string, body: string) =>
  new Function(
    parameter,
    `return (times) => { let sum = 0; for (let i = 0; i < times; i += 1) { ${body} } return sum; };`,
  );
const addLoop = (add: Add) => make("add", "sum = add(sum, 1);")(add) as Loop;
const nopLoop = (nop: Nop) => make("nop", "nop();")(nop) as Loop;
const ccallAddLoop = (ccall: Ccall) =>
  make("ccall", 'sum = ccall("add_i32", "number", ["number", "number"], [sum, 1]);')(ccall) as Loop;
const ccallNopLoop = (ccall: Ccall) => make("ccall", 'ccall("nop", null, [], []);')(ccall) as Loop;
