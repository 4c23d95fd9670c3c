import fc from "fast-check";

/**
 * What a program may do to the heap. Sizes and offsets are bytes; `which` picks one of the blocks it has asked for,
 * counted round. A block's place on the shelf is its number.
 */
export type Act =
  | { readonly do: "malloc" | "alloc"; readonly bytes: number }
  | { readonly do: "calloc"; readonly count: number; readonly size: number }
  | { readonly do: "aligned"; readonly alignment: number; readonly bytes: number }
  | { readonly do: "write" | "read" | "write word" | "read word"; readonly which: number; readonly at: number }
  | { readonly do: "paint"; readonly which: number; readonly bytes: number }
  | { readonly do: "free" | "free inside" | "dispose" | "use the view"; readonly which: number }
  | { readonly do: "put away" | "take down" | "look at" | "throw away"; readonly which: number }
  | { readonly do: "realloc"; readonly which: number | null; readonly bytes: number };

const MOST_ACTS = 14;

const which = fc.nat(MOST_ACTS - 1);
const bytes = fc.nat(64);
const at = fc.integer({ min: -5, max: 70 });

/** More than the heap may ever have. */
const TOO_MANY = fc.constantFrom(0x40000001, 0x7fffffff, 0xfffffff0, 0xffffffff);
const mostly = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: often, weight: 12 }, { arbitrary: seldom, weight: 1 });

/** Products that are small, and some that do not fit 32 bits: the first two would be 0 and 16 there. */
const counted = mostly(
  fc.record({ count: fc.nat(8), size: fc.nat(8) }),
  fc.constantFrom(
    { count: 0x10000, size: 0x10000 },
    { count: 0x10000001, size: 16 },
    { count: 0xffffffff, size: 2 },
    { count: 3, size: 0x7fffffff },
  ),
);
const alignment = mostly(
  fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 256, 1024, 4096),
  fc.constantFrom(0, 3, 24, 48, 4095, 0x80000000, 0xffffffff),
);

const making = fc.oneof(
  fc.record({ do: fc.constant("malloc" as const), bytes: mostly(bytes, TOO_MANY) }),
  fc.record({ do: fc.constant("alloc" as const), bytes }),
  counted.map((product) => ({ do: "calloc" as const, ...product })),
  fc.record({ do: fc.constant("aligned" as const), alignment, bytes: mostly(bytes, TOO_MANY) }),
);
const using = fc.oneof(
  fc.record({ do: fc.constantFrom("write" as const, "read" as const), which, at }),
  fc.record({ do: fc.constantFrom("write word" as const, "read word" as const), which, at }),
  fc.record({ do: fc.constant("paint" as const), which, bytes: fc.nat(70) }),
  fc.record({ do: fc.constant("use the view" as const), which }),
);
const releasing = fc.oneof(
  fc.record({ do: fc.constantFrom("free" as const, "dispose" as const, "free inside" as const), which }),
  fc.record({
    do: fc.constant("realloc" as const),
    which: mostly<number | null>(which, fc.constant(null)),
    bytes: mostly(bytes, TOO_MANY),
  }),
);
const handing = fc.record({
  do: fc.constantFrom("put away" as const, "take down" as const, "look at" as const, "throw away" as const),
  which,
});

export const programs: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof<fc.Arbitrary<Act>[]>(making, using, releasing, handing),
  {
    minLength: 1,
    maxLength: MOST_ACTS,
  },
);
