import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutGraph, type Box, type BoxSize } from "./graph-layout.ts";

const columns = ["typescript", "memory", "c"] as const;
type Arrow = readonly [string, string];

const boxes = fc
  .array(
    fc.record({
      column: fc.constantFrom(...columns),
      width: fc.integer({ min: 20, max: 180 }),
      height: fc.integer({ min: 16, max: 90 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => all.map((box, index): BoxSize => ({ ...box, key: `box ${index}` })));

/** Arrows lead from one column to a later one, as ownership does. */
const graphs = boxes.chain((all) => {
  const possible = all.flatMap((from) =>
    all.flatMap((to): Arrow[] =>
      columns.indexOf(from.column) < columns.indexOf(to.column) ? [[from.key, to.key]] : [],
    ),
  );
  return fc.record({ boxes: fc.constant(all), arrows: fc.subarray(possible) });
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("every box is in the picture, on its side of the boundary, and lies on no other", () => {
  fc.assert(
    fc.property(graphs, ({ boxes, arrows }) => {
      const { boxes: placed, width, height, boundary } = layOutGraph(boxes, arrows);
      const all = [...placed.values()];
      expect(all.map(({ key }) => key).sort()).toEqual(boxes.map(({ key }) => key).sort());
      for (const box of all) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        if (box.column === "typescript") expect(box.x + box.width).toBeLessThanOrEqual(boundary);
        else expect(box.x).toBeGreaterThanOrEqual(boundary);
      }
      for (const [i, one] of all.entries())
        for (const other of all.slice(i + 1)) expect(overlap(one, other)).toBe(false);
    }),
  );
});

test("what comes later and hangs on nothing that is there moves nothing", () => {
  fc.assert(
    fc.property(graphs, ({ boxes, arrows }) => {
      const before = layOutGraph(boxes, arrows);
      const later: BoxSize[] = [
        { key: "a new value", column: "typescript", width: 20, height: 20 },
        { key: "a new block", column: "memory", width: 20, height: 20 },
      ];
      const after = layOutGraph([...boxes, ...later], [...arrows, ["a new value", "a new block"]]);
      for (const box of before.boxes.values()) expect(after.boxes.get(box.key)!.y).toBe(box.y);
    }),
  );
});
