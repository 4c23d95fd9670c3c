import { dlopen } from "../../../src/ffi/index.ts";
import { compare, type Loop } from "../compare.ts";
import { load } from "../open-library.ts";
import { openEmscripten } from "./emscripten.ts";
import { AT_ONCE, loopOver } from "./loop.ts";
import { row, type CallRow } from "./row.ts";

const TABLE = {
  nop: { parameters: [], result: "void" },
  add_i32: { parameters: ["i32", "i32"], result: "i32" },
  add_f64: { parameters: ["f64", "f64"], result: "f64" },
} as const;
type Name = keyof typeof TABLE;

/** `ccall` takes thirty times as long: as many turns as a call needs for a good measurement would take minutes. */
const MOST = 200_000;

/** How a program calls each, and how `ccall` is told. */
const CALLS: Readonly<Record<Name, { readonly call: string; readonly ccall: string }>> = {
  nop: { call: "call();", ccall: 'call("nop", null, [], []);' },
  add_i32: { call: "sum = call(sum, 1);", ccall: 'sum = call("add_i32", "number", ["number", "number"], [sum, 1]);' },
  add_f64: {
    call: "sum = call(sum, 1.5);",
    ccall: 'sum = call("add_f64", "number", ["number", "number"], [sum, 1.5]);',
  },
};

/** Numbers only: `symbols` of the fast build and of the checked one, which is traced. */
export async function measureNumbers(): Promise<CallRow[]> {
  const fast = await load("kernels", "fast");
  fast.begin();
  const { symbols } = dlopen("kernels", TABLE);
  const raw = fast.instance().functions;
  const checked = await load("kernels", "checked");
  checked.begin();
  const watched = dlopen("kernels", TABLE).symbols;

  const rows: CallRow[] = [];
  for (const [name, { call, ccall: told }] of Object.entries(CALLS) as [Name, (typeof CALLS)[Name]][]) {
    const through = (atOnce = 1): Loop => loopOver({ call: symbols[name] }, call, atOnce);
    const what = `${name} through symbols, untraced`;
    // As in a program that calls nothing else: `ccall` is at its fastest then.
    const { ccall, cwrap } = await openEmscripten("kernels");
    const types = TABLE[name].parameters.map(() => "number");
    const wrapped = cwrap(name, name === "nop" ? null : "number", types);
    rows.push(
      row(what, "raw export", compare(through(AT_ONCE), loopOver({ call: raw[name] }, call, AT_ONCE)), "1.1 ×"),
      row(what, "cwrap", compare(through(AT_ONCE), loopOver({ call: wrapped }, call, AT_ONCE))),
      row(what, "ccall", compare(through(), loopOver({ call: ccall }, told), MOST)),
      row(
        `${name} through symbols, traced`,
        "ccall, untraced",
        compare(loopOver({ call: watched[name] }, call), loopOver({ call: ccall }, told)),
        "4 ×",
      ),
    );
  }
  if (checked.events() === 0) throw new Error("the traced calls left no trace");
  return rows;
}
