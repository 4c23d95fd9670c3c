import { expect, test } from "vitest";
import type { Block } from "../../ledger/snapshot.ts";
import { groupBlocks } from "./group-blocks.ts";

const block = (id: number, change: Partial<Block>): Block => ({
  id,
  library: "strings",
  address: 0x1000,
  bytes: 4,
  owner: "typescript",
  state: "live",
  label: "name",
  release: null,
  allocated: { event: 0, typescript: null, c: null },
  freed: null,
  pointers: [],
  takenOver: null,
  keptBy: null,
  heldIn: null,
  ...change,
});

test("blocks stand by library, statics apart, in address order", () => {
  const groups = groupBlocks([
    block(1, { address: 0x3000, bytes: 64 }),
    block(2, { owner: "static", address: 0x10 }),
    block(3, { address: 0x2000, owner: "c" }),
    block(4, { library: "basics" }),
  ]);
  expect(groups.map(({ library, kind, blocks }) => [library, kind, blocks.map(({ id }) => id)])).toEqual([
    ["strings", "heap", [3, 1]],
    ["strings", "static", [2]],
    ["basics", "heap", [4]],
  ]);
  expect(groups[0]?.largest).toBe(64);
});

test("two lives of one address stay in the order they were lived", () => {
  const [group] = groupBlocks([block(9, {}), block(2, { state: "freed" })]);
  expect(group?.blocks.map(({ id }) => id)).toEqual([2, 9]);
});

test("a bar's scale is never zero", () => {
  expect(groupBlocks([block(1, { bytes: 0 })])[0]?.largest).toBe(1);
});
