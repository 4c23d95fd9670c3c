import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { BUILT, FaultKind, Instance } from "./library.ts";

const Allocator = { malloc: 1, calloc: 2, realloc: 3 } as const;

describe("the checked heap", () => {
  let library: Instance;
  beforeEach(async () => {
    library = await Instance.load(BUILT, "faulty", "checked");
  });

  test("every way to allocate says which it was", () => {
    const first = library.call("malloc", 5);
    library.call("calloc", 3, 4);
    library.call("realloc", first, 50);
    library.call("duplicate_unterminated", 0);
    expect(library.allocations.map(({ allocator }) => allocator)).toEqual([1, 2, 3, 1, 5]);
    expect(library.releases[0]!.address).toBe(first);
  });

  test("calloc clears, also memory that was used before", () => {
    library.call("ffi_set_quarantine", 0);
    const used = library.call("malloc", 100);
    library.bytes.fill(7, used, used + 100);
    library.call("free", used);
    const cleared = library.call("calloc", 10, 10);
    expect(cleared).toBe(used);
    expect(library.bytes.subarray(cleared, cleared + 100).every((byte) => byte === 0)).toBe(true);
  });

  test("an impossible size gives NULL and tells nobody", () => {
    expect(library.call("calloc", 0x10000, 0x10000)).toBe(0);
    expect(library.call("malloc", -1)).toBe(0);
    expect(library.call("malloc", 127 * 1024 * 1024)).toBe(0);
    const kept = library.call("malloc", 8);
    expect(library.call("realloc", kept, -1)).toBe(0);
    expect(library.allocations.map(({ bytes }) => bytes)).toEqual([8]);
    expect(library.releases).toEqual([]);
  });

  test("blocks of no bytes are blocks, each its own", () => {
    const [one, other] = [library.call("malloc", 0), library.call("malloc", 0)];
    expect(one).not.toBe(other);
    expect(library.call("ffi_block_base", one!)).toBe(one);
    library.call("strlen", one!);
    expect(library.reports).toMatchObject([{ kind: FaultKind.Read, address: one }]);
    library.call("free", one!);
    library.call("free", other!);
    expect(library.reports).toHaveLength(1);
  });

  test("realloc moves always, and keeps what fits", () => {
    const old = library.text("a text");
    const moved = library.call("realloc", old, 3);
    expect(moved).not.toBe(old);
    expect([...library.bytes.subarray(moved, moved + 3)]).toEqual([..."a t"].map((letter) => letter.charCodeAt(0)));
    expect(library.call("realloc", old, 3)).toBe(0);
    expect(library.reports).toMatchObject([{ kind: FaultKind.DoubleFree, address: old }]);
  });

  test("a release that is refused changes nothing", () => {
    const block = library.text("stays");
    library.mayRelease = () => false;
    library.call("free", block);
    expect(library.call("strlen", block)).toBe(5);
    const copy = library.call("realloc", block, 20);
    expect(library.readText(copy)).toBe("stays");
    expect(library.call("strlen", block)).toBe(5);
    library.mayRelease = () => true;
    library.call("free", block);
    expect(library.reports).toEqual([]);
    library.call("strlen", block);
    expect(library.reports).toHaveLength(1);
  });

  test("freed memory waits as long as the quarantine has room", () => {
    library.call("ffi_set_quarantine", 1000);
    const [first, ...others] = Array.from({ length: 10 }, () => library.call("malloc", 100));
    library.call("free", first!);
    expect(library.call("ffi_block_base", first! + 50)).toBe(first);
    expect(library.call("ffi_block_size", first!)).toBe(100);
    for (const other of others) library.call("free", other);
    expect(library.call("ffi_block_base", first! + 50)).toBe(0);
    expect(library.call("ffi_block_base", others.at(-1)! + 50)).toBe(others.at(-1));
    library.call("ffi_set_quarantine", 0);
    const again = library.call("malloc", 64);
    library.call("free", again);
    expect(library.call("malloc", 64)).toBe(again);
  });

  test("waiting memory is given out rather than none", () => {
    library.call("ffi_set_quarantine", 0x7fff_ffff);
    const half = 60 * 1024 * 1024;
    for (let i = 0; i < 4; i++) {
      const block = library.call("malloc", half);
      expect(block).not.toBe(0);
      library.call("free", block);
    }
  });

  test("memory that grew is forbidden until it is handed out", () => {
    const before = library.memory.buffer.byteLength;
    const large = library.call("malloc", 40 * 1024 * 1024);
    const after = library.memory.buffer.byteLength;
    expect(after).toBeGreaterThan(before);
    expect(library.call("memset", large, 1, 40 * 1024 * 1024)).toBe(large);
    expect(library.reports).toEqual([]);
    library.call("strlen", after - 64);
    expect(library.reports).toMatchObject([{ kind: FaultKind.Read, address: after - 64 }]);
    expect(library.call("ffi_block_base", after - 64)).toBe(0);
  });

  test.each([0, 1, 7, 8, 15, 16, 17, 100, 4096, 70_000])("a block of %i bytes is found by its addresses", (bytes) => {
    const [before, block, after] = [8, bytes, 8].map((size) => library.call("malloc", size));
    for (const inside of [0, bytes >> 1, Math.max(0, bytes - 1), bytes, -1, -16, bytes + 15]) {
      expect(library.call("ffi_block_base", block! + inside)).toBe(block);
    }
    expect(library.call("ffi_block_size", block!)).toBe(bytes);
    expect(library.call("ffi_block_size", block! + 16)).toBe(0);
    expect(library.call("ffi_block_base", before!)).toBe(before);
    expect(library.call("ffi_block_base", after!)).toBe(after);
    for (const elsewhere of [0, 1000, library.call("stackSave"), library.memory.buffer.byteLength, -1]) {
      expect(library.call("ffi_block_base", elsewhere)).toBe(0);
    }
  });

  test("allocations fail when they are told to: every one, or the nth only", () => {
    const old = library.text("old");
    library.call("ffi_fail_malloc", 0);
    expect([library.call("malloc", 8), library.call("calloc", 1, 8), library.call("realloc", old, 8)]).toEqual([
      0, 0, 0,
    ]);
    expect(library.readText(old)).toBe("old");
    expect(library.call("ffi_fail_malloc", 3)).toBe(0);
    const made = Array.from({ length: 5 }, () => library.call("malloc", 8) !== 0);
    expect(made).toEqual([true, true, false, true, true]);
    library.call("ffi_fail_malloc", 3);
    library.call("free", library.call("malloc", 8));
    // What is left to count can be taken away for a while, and put back.
    const left = library.call("ffi_fail_malloc", -1);
    library.call("malloc", 8);
    expect(left).toBe(2);
    library.call("ffi_fail_malloc", left);
    expect([library.call("malloc", 8) !== 0, library.call("malloc", 8)]).toEqual([true, 0]);
    expect(library.allocations).toHaveLength(8);
    expect(library.reports).toEqual([]);
  });

  describe("bytes that were never written", () => {
    const unwritten = (address: number, bytes: number): number => library.call("ffi_uninitialised", address, bytes);

    test("are known word by word until they are written", () => {
      const block = library.call("malloc", 22);
      expect(unwritten(block, 4)).toBe(block);
      library.bytes.fill(0, block, block + 8);
      expect(unwritten(block, 8)).toBe(0);
      expect(unwritten(block, 12)).toBe(block + 8);
      expect(unwritten(block + 9, 11)).toBe(block + 12);
      // Less than a whole word of it is not enough to be sure.
      expect([unwritten(block + 9, 6), unwritten(block + 20, 4), unwritten(block + 8, 3)]).toEqual([0, 0, 0]);
      library.call("memset", block, 0xff, 22);
      expect(unwritten(block, 22)).toBe(0);
      library.call("free", block);
      expect(unwritten(block, 22)).toBe(0);
    });

    test("are none in what calloc and strdup give, or in what is no heap", () => {
      const cleared = library.call("calloc", 4, 4);
      library.call("duplicate_unterminated", 0);
      expect([unwritten(cleared, 16), unwritten(library.allocations.at(-1)!.address, 16)]).toEqual([0, 0]);
      expect([unwritten(0, 4), unwritten(library.call("stackSave"), 64), unwritten(-4, 4)]).toEqual([0, 0, 0]);
    });

    test("stay unwritten when realloc moves them, and those it adds are", () => {
      const old = library.call("malloc", 16);
      library.bytes.fill(1, old, old + 4);
      const moved = library.call("realloc", old, 40);
      expect([unwritten(moved, 4), unwritten(moved, 40), unwritten(moved + 16, 24)]).toEqual([
        0,
        moved + 4,
        moved + 16,
      ]);
      const cleared = library.call("realloc", library.call("calloc", 1, 16), 24);
      expect([unwritten(cleared, 16), unwritten(cleared, 24)]).toEqual([0, cleared + 16]);
    });

    test("have a pattern of their own in each block, that a copy into another is not", () => {
      const [one, other] = [library.call("malloc", 64), library.call("malloc", 64)];
      const words = (block: number): number[] => [...new Uint32Array(library.memory.buffer, block, 16)];
      expect(new Set([...words(one), ...words(other)]).size).toBe(4);
      library.call("memcpy", one, other, 64);
      expect(unwritten(one, 64)).toBe(0);
      expect(unwritten(other, 64)).toBe(other);
    });

    test("are never numbers that programs write: small ones, addresses, letters", () => {
      for (let i = 0; i < 3000; i++) {
        const block = library.call("malloc", 8);
        for (const word of new Uint32Array(library.memory.buffer, block, 2)) {
          expect(word >>> 24).toBeGreaterThanOrEqual(0x80);
          expect(word >>> 24).toBeLessThan(0xf0);
        }
        library.call("free", block);
      }
    });
  });

  /** One step of a random program: `pick` chooses among the live blocks, or among the freed ones. */
  const step = fc.record({
    act: fc.constantFrom("malloc", "malloc", "calloc", "realloc", "free", "free", "freeAgain", "freeInside", "touch"),
    bytes: fc.oneof(fc.nat(40), fc.nat(5000)),
    pick: fc.nat(),
  });

  test("does what a simple model does, whatever the order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 120 }),
        fc.constantFrom(0, 500, 1 << 20),
        async (steps, quarantine) => {
          const heap = await Instance.load(BUILT, "faulty", "checked");
          heap.call("ffi_set_quarantine", quarantine);
          const live = new Map<number, { readonly bytes: number; readonly mark: number }>();
          let faults = 0;
          let mark = 0;
          const made = (address: number, bytes: number, allocator: number): void => {
            expect(heap.allocations.at(-1)).toMatchObject({ address, bytes, allocator });
            for (const [other, { bytes: size }] of live) {
              expect(address + bytes < other || other + size < address).toBe(true);
            }
            mark = (mark % 250) + 1;
            heap.bytes.fill(mark, address, address + bytes);
            live.set(address, { bytes, mark });
          };
          for (const { act, bytes, pick } of steps) {
            const addresses = [...live.keys()];
            const chosen = addresses[pick % Math.max(1, addresses.length)];
            if (act === "malloc") made(heap.call("malloc", bytes), bytes, Allocator.malloc);
            else if (act === "calloc") made(heap.call("calloc", bytes, 1), bytes, Allocator.calloc);
            else if (chosen === undefined) continue;
            else if (act === "realloc") {
              const { bytes: had, mark: old } = live.get(chosen)!;
              const moved = heap.call("realloc", chosen, bytes);
              const kept = heap.bytes.subarray(moved, moved + Math.min(had, bytes));
              expect(kept.every((byte) => byte === old)).toBe(true);
              live.delete(chosen);
              made(moved, bytes, Allocator.realloc);
            } else if (act === "free") {
              heap.call("free", chosen);
              live.delete(chosen);
            } else if (act === "freeAgain") {
              heap.call("free", chosen);
              live.delete(chosen);
              // Without a quarantine nothing is left of the block: then it is a pointer like any other.
              heap.call("free", chosen);
              faults++;
              const kind = heap.reports.at(-1)!.kind;
              expect(
                quarantine > 10_000 ? [FaultKind.DoubleFree] : [FaultKind.DoubleFree, FaultKind.InvalidFree],
              ).toContain(kind);
            } else if (act === "freeInside") {
              heap.call("free", chosen + 16);
              faults++;
              expect(heap.reports.at(-1)).toMatchObject({ kind: FaultKind.InvalidFree, address: chosen + 16 });
            } else {
              const { bytes: size } = live.get(chosen)!;
              heap.call("memset", chosen, live.get(chosen)!.mark, size + (pick % 2));
              if (pick % 2 === 1) {
                faults++;
                expect(heap.reports.at(-1)).toMatchObject({ kind: FaultKind.Write, address: chosen + size });
              }
            }
          }
          expect(heap.reports).toHaveLength(faults);
          for (const [address, { bytes, mark: own }] of live) {
            expect(heap.bytes.subarray(address, address + bytes).every((byte) => byte === own)).toBe(true);
            expect(heap.call("ffi_block_size", address)).toBe(bytes);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
