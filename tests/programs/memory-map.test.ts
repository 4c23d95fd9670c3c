import { expect, test } from "vitest";
import { memoryMap } from "../../src/ledger/memory-map.ts";
import { runProgram } from "../../src/cli/run-program.ts";

const PROGRAM = `import { dlopen } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  set_name: { parameters: ["pointer"], result: "bool" },
});
const { malloc, free, set_name } = lib.symbols;
const blocks = [1, 700, 24, 0, 4096, 33, 16].map((bytes) => malloc(bytes));
using name = lib.cstring("Ada Lovelace");
set_name(name.pointer);
free(blocks[1]!);
free(blocks[4]!);
using later = lib.alloc(12);
for (const index of [0, 2, 3, 5, 6]) free(blocks[index]!);
set_name(null);
`;

const RANK = { nothing: 0, freed: 1, c: 2, typescript: 3 } as const;

test("each stretch of the map holds the most alive of the blocks in it, at every step and width", async () => {
  const outcome = await runProgram(PROGRAM);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  const seen = new Set<string>();
  for (let step = 0; step <= ledger.length; step += 1) {
    const blocks = ledger
      .at(step)
      .blocks.filter(({ owner }) => owner !== "static")
      .map(({ address, bytes, owner, state }) => ({
        first: address,
        last: address + Math.max(1, bytes) - 1,
        is: state === "freed" ? ("freed" as const) : owner === "typescript" ? ("typescript" as const) : ("c" as const),
      }));
    for (const columns of [1, 7, 64, 500]) {
      const map = memoryMap(ledger, "strings", step, columns);
      if (blocks.length === 0) {
        expect(map).toBeNull();
        continue;
      }
      const from = Math.min(...blocks.map(({ first }) => first));
      const to = Math.max(...blocks.map(({ last }) => last)) + 1;
      expect(map).toMatchObject({ from, to });
      expect(map!.stretches).toHaveLength(columns);
      map!.stretches.forEach((stretch, column) => {
        // A byte lies in the column that its share of the way leads to.
        const here = blocks.filter(({ first, last }) => {
          const at = (address: number): number => Math.floor(((address - from) * columns) / (to - from));
          return at(first) <= column && column <= at(last);
        });
        const most = here.reduce<keyof typeof RANK>((best, { is }) => (RANK[is] > RANK[best] ? is : best), "nothing");
        expect([step, columns, column, stretch]).toEqual([step, columns, column, most]);
        seen.add(stretch);
      });
    }
  }
  expect([...seen].sort()).toEqual(["c", "freed", "nothing", "typescript"]);
  expect(memoryMap(ledger, "no such library", ledger.length, 10)).toBeNull();
});
