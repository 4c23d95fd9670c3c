import { expect, test } from "vitest";
import { formatAddress, formatBytes, formatMilliseconds, plural } from "./format.ts";

test("an address always has eight digits", () => {
  expect(formatAddress(0)).toBe("0x00000000");
  expect(formatAddress(0x1000010)).toBe("0x01000010");
  expect(formatAddress(0xffffffff)).toBe("0xffffffff");
});

test("one byte is not 1 bytes", () => {
  expect([0, 1, 1024].map(formatBytes)).toEqual(["0 bytes", "1 byte", "1,024 bytes"]);
  expect(plural(2, "leak")).toBe("2 leaks");
});

test("times keep three digits", () => {
  expect([0, 0.0214, 3.4, 123.4, 1200].map(formatMilliseconds)).toEqual([
    "0.000 ms",
    "0.021 ms",
    "3.40 ms",
    "123 ms",
    "1.20 s",
  ]);
});
