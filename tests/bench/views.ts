import ts from "typescript";
import { compileProgram } from "../../src/compiler/index.ts";
import { dlopen, PointerView } from "../../src/ffi/index.ts";
import { prepareRealm } from "../../src/runner/prepare-realm.ts";
import { row, type CallRow } from "./calls/row.ts";
import { compare, type Loop } from "./compare.ts";
import { load } from "./open-library.ts";

const MIB = 2 ** 20;

/** What goes once through `array`, as a program writes it. */
const ACCESSES = {
  "1 MiB read element by element": "for (let i = 0; i < array.length; i++) sum += array[i];",
  "1 MiB written element by element": "for (let i = 0; i < array.length; i++) array[i] = i;",
  "1 MiB walked with for…of": "for (const byte of array) sum += byte;",
};

/**
 * Each element of C's memory under a view, in a compiled program: beside a typed array of the program's own there, and
 * beside the same loop as the engine has it, without the checks. To be measured last: it leaves the realm as a program's is.
 */
export async function measureViews(): Promise<CallRow[]> {
  const library = await load("buffers", "checked");
  const runtime = library.begin();
  const { pointer } = dlopen("buffers", {}).alloc(MIB);
  const view = new PointerView(pointer).getArray("u8", MIB).fill(1);
  prepareRealm(globalThis);
  const rows: CallRow[] = [];
  for (const [what, access] of Object.entries(ACCESSES)) {
    const compiled = (array: Uint8Array) => loopOver(runtime, array, access);
    rows.push(row(what, "a plain typed array", compare(compiled(view), compiled(new Uint8Array(MIB)))));
    rows.push(
      row(what, "the same without checks", compare(compiled(view), loopOver(null, new Uint8Array(MIB), access))),
    );
  }
  return rows;
}

/** A loop over `access`, compiled as a program's text is; as it stands where there is no runtime for it. */
function loopOver(runtime: object | null, array: Uint8Array, access: string): Loop {
  const text = `function loop(array, times) { let sum = 0; for (let n = 0; n < times; n++) { ${access} } return sum; }`;
  const code = runtime === null ? text : codeOf(text);
  const make = new Function("globalThis", `${code}\nreturn loop;`);
  const loop = make({ __ffi: runtime }) as (array: Uint8Array, times: number) => number;
  return (times) => void loop(array, times);
}

function codeOf(text: string): string {
  const compiled = compileProgram(ts, text);
  if (!compiled.ok) throw new Error("a loop of the bench does not parse");
  return compiled.program.code;
}
