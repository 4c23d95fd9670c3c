import { expect, test } from "vitest";
import { BUILT, Instance } from "./library.ts";

test.each(["fast", "checked"] as const)("a right program through much of the C library, %s", async (build) => {
  const tour = await Instance.load(BUILT, "tour", build);
  // Twice: what the first leaves behind may not accuse the second.
  expect([tour.call("tour"), tour.call("tour")]).toEqual([0, 0]);
  expect(tour.reports).toEqual([]);
});
