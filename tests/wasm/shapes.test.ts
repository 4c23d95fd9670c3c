import { beforeEach, describe, expect, test } from "vitest";
import { BUILT, FaultKind, Instance } from "./library.ts";

describe.each(["fast", "checked"] as const)("a library with structs, callbacks and files, %s", (build) => {
  let shapes: Instance;
  beforeEach(async () => {
    shapes = await Instance.load(BUILT, "shapes", build);
  });

  /** Doubles in the library's memory, from its malloc. */
  const doubles = (...values: number[]): number => {
    const address = shapes.call("malloc", values.length * 8);
    new Float64Array(shapes.memory.buffer, address, values.length).set(values);
    return address;
  };

  test("structs by value cross as pointers to copies", () => {
    expect(shapes.call("distance", doubles(0, 0), doubles(3, 4))).toBe(5);
    expect(shapes.call("contains", doubles(0, 0, 10, 10), doubles(5, 10))).toBe(1);
    const result = doubles(0, 0, 0, 0);
    shapes.call("around", result, doubles(5, 5), 1);
    expect([...new Float64Array(shapes.memory.buffer, result, 4)]).toEqual([4, 4, 6, 6]);
    expect(shapes.reports).toEqual([]);
  });

  test("C calls back, through a table that grows", () => {
    const seen: number[][] = [];
    const visit = shapes.module.addFunction((...values) => void seen.push(values), "vii");
    const values = shapes.call("malloc", 12);
    new Int32Array(shapes.memory.buffer, values, 3).set([1, -2, 3]);
    shapes.call("visit_all", values, 3, visit, 99);
    expect(seen).toEqual([
      [1, 99],
      [-2, 99],
      [3, 99],
    ]);
  });

  test("64-bit integers cross as BigInt", () => {
    expect(shapes.call("widen", -1, 65535, 0.5, 2n ** 40n)).toBe(2n ** 40n + 65534n);
  });

  test("a file is written and found again", () => {
    expect(shapes.call("through_a_file", shapes.text("/kept.txt"), shapes.text("eight ch"))).toBe(8);
    expect(shapes.reports).toEqual([]);
  });
});

test("a struct that is too small is found at the field that is missing", async () => {
  const shapes = await Instance.load(BUILT, "shapes", "checked");
  const small = shapes.call("malloc", 20);
  new Uint8Array(shapes.memory.buffer, small, 20).fill(0);
  shapes.call("contains", small, shapes.call("calloc", 2, 8));
  expect(shapes.reports[0]).toMatchObject({ kind: FaultKind.Read, address: small + 20, bytes: 8 });
  expect(shapes.reports[0]).toMatchObject({ span: { function: "contains", line: 16 } });
});

test("what a file's functions allocate belongs to the line that called them", async () => {
  const shapes = await Instance.load(BUILT, "shapes", "checked");
  const [name, text] = [shapes.text("/kept.txt"), shapes.text("x")];
  const before = shapes.allocations.length;
  shapes.call("through_a_file", name, text);
  const inside = shapes.allocations.slice(before);
  expect(inside.length).toBeGreaterThan(0);
  for (const allocation of inside) expect(allocation.span).toMatchObject({ function: "through_a_file" });
});
