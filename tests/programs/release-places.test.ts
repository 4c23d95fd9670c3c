import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** Where each block of a program was released, by its label: a line, and `}` where that is the end of a scope. */
async function releases(text: string): Promise<Record<string, string | null>> {
  const outcome = await runProgram(text);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  const { blocks, faults, end } = ledger.at(ledger.length);
  expect([end?.status, faults]).toEqual(["completed", []]);
  return Object.fromEntries(
    blocks
      .filter(({ owner }) => owner !== "static")
      .map(({ label, freed }) => {
        const place = freed?.typescript;
        return [label, place ? `${place.line}${place.scopeEnd ? " }" : ""}` : null];
      }),
  );
}

test("what is released is released where the program says so, or where the scope ends", async () => {
  const text = `import { dlopen, owned } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: ["pointer"], result: "void" },
});
{
  using atTheEnd = lib.alloc(1);
  const byName = lib.alloc(2);
  byName[Symbol.dispose]();
}
class Wrapper {
  readonly #inside = lib.alloc(3);
  [Symbol.dispose](): void {
    this.#inside[Symbol.dispose]();
  }
}
{
  using wrapper = new Wrapper();
}
{
  using stack = new DisposableStack();
  const stacked = stack.use(lib.alloc(4));
}
{
  using stack = new DisposableStack();
  const earlier = stack.use(lib.alloc(5));
  stack.dispose();
  using after = lib.alloc(6);
}
using empty = lib.cstring("");
lib.symbols.set_name(empty.pointer);
{
  using message = lib.symbols.get_error_message();
}
console.log("the end");
`;
  expect(await releases(text)).toEqual({
    atTheEnd: "11 }",
    byName: "10",
    "#inside": "15",
    stacked: "24 }",
    earlier: "28",
    after: "30 }",
    empty: "36 }",
    message: "35 }",
  });
});

test("a disposable that is released before its scope ends says so, and the scope's end is the second release", async () => {
  const outcome = await runProgram(`import { dlopen } from "ffi";
using lib = dlopen("strings", {});
{
  using twice = lib.alloc(1);
  twice[Symbol.dispose]();
}
`);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const [fault, ...others] = outcome.report.faults;
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code: "FFI003", typescript: { line: 6 } });
  expect(fault!.message).toBe("Block 1 (`twice`) was released a second time by the end of its scope.");
  const [first] = outcome.ledger.at(outcome.ledger.length).faults;
  expect(first!.notes).toContain("It was released by `dispose` at line 5.");
});
