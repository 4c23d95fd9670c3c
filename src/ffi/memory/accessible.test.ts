import { describe, expect, test } from "vitest";
import { ShadowValue, Why } from "../../contract/checker-abi.ts";
import { accessibleBytes, forbidden } from "./accessible.ts";
import type { LibraryBinary } from "./library-binary.ts";

/** Memory of 2 MiB whose shadow forbids everything but 13 bytes at `START`. */
const START = 0x100000;
function binary(checked: boolean, why: number = Why.Heap): LibraryBinary {
  const bytes = new Uint8Array(0x200000);
  bytes.fill(ShadowValue.Heap, 0, bytes.length / 8);
  bytes[START / 8] = 0;
  bytes[START / 8 + 1] = 5;
  return { bytes, checked, call: () => why } as unknown as LibraryBinary;
}

describe("as many bytes may be accessed as the shadow says", () => {
  test.each([
    ["the whole", START, 13, 13],
    ["one byte more", START, 14, 13],
    ["a part that begins within a granule", START + 3, 7, 7],
    ["from the last one on", START + 12, 4, 1],
    ["behind it", START + 13, 1, 0],
    ["before it", START - 1, 4, 0],
    ["none", START, 0, 0],
    ["below zero", -8, 4, 0],
    ["past the end of memory", 0x200000, 1, 0],
    ["at no number", NaN, 1, 0],
  ])("%s", (_what, address, bytes, accessible) => {
    expect(accessibleBytes(binary(true), address, bytes)).toBe(accessible);
  });
});

test("without a checker memory ends where it ends", () => {
  expect(accessibleBytes(binary(false), 8, 16)).toBe(16);
  expect(accessibleBytes(binary(false), 0x1ffffe, 16)).toBe(2);
  expect(forbidden(binary(false), 8, 16)).toBeNull();
  expect(forbidden(binary(false), 0x1ffffe, 16)).toEqual({ code: "FFI005" });
});

test("what is forbidden is named by what lies there", () => {
  expect(forbidden(binary(true), START, 13)).toBeNull();
  expect(forbidden(binary(true), 12, 1)).toEqual({ code: "FFI001" });
  expect(forbidden(binary(true), START + 16, 1)).toEqual({ code: "FFI005" });
  expect(forbidden(binary(true, Why.Freed), START + 16, 1)).toEqual({ code: "FFI004", ended: "release" });
  expect(forbidden(binary(true, Why.AfterReturn), START + 16, 1)).toEqual({ code: "FFI004", ended: "return" });
});
