import { expect, test } from "vitest";
import { runtimeObjects } from "../../src/toolchain/files/runtime-objects.ts";
import { symbolsDefined } from "../../src/toolchain/clang/object-symbols.ts";

test("an object's own names are those it defines for others", async () => {
  const { objects } = await runtimeObjects();
  const names = symbolsDefined(objects["checker.o"]!);
  expect(names).toEqual(expect.arrayContaining(["__wrap_malloc", "ffi_why", "shadow_fill_many", "constants_begin"]));
  // What it calls of others, and what is its own alone.
  expect(names).not.toContain("ffi_hook_fault");
  expect(names).not.toContain("__real_malloc");
  expect(names.filter((name) => name.startsWith("."))).toEqual([]);
});

test("an object that ends too early is no object", () => {
  expect(() => symbolsDefined(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0))).toThrow("ends in the middle");
});
