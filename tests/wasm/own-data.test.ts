import { expect, test } from "vitest";
import { GlobalRecord, GRANULE, ShadowValue, Why } from "../../src/contract/checker-abi.ts";
import { BUILT, FaultKind, Instance } from "./library.ts";

/** Addresses of words that hold this number, in all of memory behind the shadow. */
function addressesOf(library: Instance, number: number): number[] {
  const words = new Uint32Array(library.memory.buffer);
  const found: number[] = [];
  const begin = words.length / GRANULE;
  for (let at = words.indexOf(number, begin); at >= 0; at = words.indexOf(number, at + 1)) found.push(at * 4);
  return found;
}

test.each([
  ["how much it keeps from reuse", "ffi_set_quarantine"],
  ["which allocation is to fail", "ffi_fail_malloc"],
])("the checker's own data cannot be written by C: %s", async (_what, setter) => {
  const library = await Instance.load(BUILT, "faulty", "checked");
  library.call(setter, 0x1234567);
  const [address, ...others] = addressesOf(library, 0x1234567);
  expect([typeof address, others]).toEqual(["number", []]);
  expect(library.call("ffi_why", address!)).not.toBe(Why.Allowed);
  library.call("memset", address!, 0, 4);
  expect(library.reports).toMatchObject([{ kind: FaultKind.Write, address, bytes: 4 }]);
  expect(addressesOf(library, 0x1234567)).toEqual([address]);
});

test("nor can the records of globals", async () => {
  const library = await Instance.load(BUILT, "faulty", "checked");
  const shadow = library.bytes.subarray(0, library.bytes.length / GRANULE);
  const record = library.call("ffi_global_at", shadow.indexOf(ShadowValue.Global) * GRANULE);
  expect(record).not.toBe(0);
  library.call("memset", record + GlobalRecord.Name, 0, 4);
  expect(library.reports).toMatchObject([{ kind: FaultKind.Write, address: record + GlobalRecord.Name }]);
});

test("what C may write, it may: its stack, its heap and the C library's data", async () => {
  const library = await Instance.load(BUILT, "faulty", "checked");
  const places = [library.call("stackAlloc", 16), library.call("malloc", 16), library.call("__errno_location")];
  for (const place of places) library.call("memset", place, 0, 4);
  expect(library.reports).toEqual([]);
});
