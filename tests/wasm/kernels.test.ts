import { beforeEach, describe, expect, test } from "vitest";
import { Instance, SHIPPED } from "./library.ts";

/** FNV-1a, the other way to the same number. */
const fnv1a = (bytes: Uint8Array): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261);

describe.each(["fast", "checked"] as const)("kernels, %s", (build) => {
  let kernels: Instance;
  let data: number;
  const bytes = 1001;
  beforeEach(async () => {
    kernels = await Instance.load(SHIPPED, "kernels", build);
    // Exactly as large as what the kernels are told: a checked one would report a step too far.
    data = kernels.call("malloc", bytes);
    for (let i = 0; i < bytes; i++) kernels.bytes[data + i] = 1 + (i % 251);
  });

  test("calls", () => {
    expect(kernels.call("nop")).toBeUndefined();
    expect(kernels.call("add_i32", 2 ** 31 - 1, 1)).toBe(-(2 ** 31));
    expect(kernels.call("add_f64", 0.1, 0.2)).toBe(0.1 + 0.2);
  });

  test("bytes: hash, fill, copies, strlen", () => {
    expect(kernels.call("kernel_hash", data, bytes, 1) >>> 0).toBe(fnv1a(kernels.bytes.slice(data, data + bytes)));
    const copy = kernels.call("malloc", bytes);
    for (const name of ["kernel_copy", "kernel_memcpy"]) {
      kernels.bytes.fill(0, copy, copy + bytes);
      kernels.call(name, copy, data, bytes, 2);
      expect(kernels.bytes.slice(copy, copy + bytes)).toEqual(kernels.bytes.slice(data, data + bytes));
    }
    kernels.call("kernel_fill", copy, bytes, 3);
    expect([...kernels.bytes.subarray(copy, copy + 3)]).toEqual([2, 9, 16]);
    kernels.bytes[data + bytes - 1] = 0;
    expect(kernels.call("kernel_strlen", data, 3)).toBe(3 * (bytes - 1));
    expect(kernels.reports).toEqual([]);
  });

  test("numbers: sum, sort", () => {
    const count = bytes >> 2;
    const numbers = new Int32Array(kernels.memory.buffer, data, count);
    const sum = numbers.reduce((total, number) => (total + number) | 0, 0);
    expect(kernels.call("kernel_sum", data, count, 1)).toBe(sum);
    const middle = kernels.call("kernel_sort", data, count, 2) >>> 0;
    const sorted = [...new Uint32Array(kernels.memory.buffer, data, count)];
    expect(sorted).toEqual(sorted.toSorted((one, other) => one - other));
    expect(new Set(sorted).size).toBeGreaterThan(count / 2);
    expect(middle).toBe(sorted[count >> 1]);
    expect(kernels.reports).toEqual([]);
  });

  test("the store finds what was set, and nothing else", () => {
    const count = 40;
    const entries = kernels.call("malloc", count * 32);
    // Keys 7i are set to i, keys 13i are read: in the first round those below what has been set by then.
    const set = new Map<number, number>();
    let sum = 0;
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < count / 2; i++) {
        set.set(i * 7, i + round);
        sum += set.get(i * 13) ?? 0;
      }
    }
    expect(kernels.call("kernel_store", entries, count, 2)).toBe(sum);
    expect(sum).toBeGreaterThan(0);
    expect(kernels.reports).toEqual([]);
  });

  test("the heap: every node of the list is walked, every block is released", () => {
    const count = 100;
    const nodes = kernels.call("malloc", count * 8);
    expect(kernels.call("kernel_list", nodes, count, 2)).toBe(count * (count - 1));
    expect(kernels.call("kernel_malloc", 40, 30)).toBe(30);
    if (build === "checked") expect(kernels.releases).toHaveLength(30);
    expect(kernels.reports).toEqual([]);
  });
});
