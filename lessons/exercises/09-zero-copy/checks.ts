import { calls, check, expect, hasFailed, random } from "exercise";
import { SharedBytes } from "answer";

/** A size that is far more than may be copied. */
const large = (): number => random.integer(500, 4000);

/** Single bytes: all of them would have to be copied. */
function at(shared: SharedBytes, ...places: number[]): number[] {
  return shared.lend((bytes) => places.map((place) => bytes[place]!));
}

check("A new buffer has the size that was asked for, and is 0", () => {
  const size = large();
  using shared = new SharedBytes(size);
  expect(shared.size, "size").toBe(size);
  expect(
    shared.lend((bytes) => bytes.length),
    "the view's length",
  ).toBe(size);
  expect(at(shared, 0, size - 1), "its ends").toEqual([0, 0]);
});

check("What is written in a loan is C's from then on", () => {
  const size = large();
  const place = random.integer(1, size - 1);
  const value = random.integer(1, 254);
  using shared = new SharedBytes(size);
  const last = shared.lend((bytes) => {
    bytes.fill(value, place);
    return bytes[size - 1];
  });
  expect(last, "what lend gave").toBe(value);
  shared.invert();
  expect(calls("process_buffer"), "calls of process_buffer").toBe(1);
  expect(
    at(shared, 0, place - 1, place, size - 1),
    "bytes after invert",
  ).toEqual([255, 255, 255 - value, 255 - value]);
});

check("Growing keeps the bytes and adds zeros", () => {
  const size = large();
  const value = random.integer(1, 255);
  const more = size + random.integer(1, 2000);
  using shared = new SharedBytes(size);
  shared.lend((bytes) => void bytes.fill(value));
  shared.grow(more);
  expect(shared.size, "size").toBe(more);
  expect(
    at(shared, 0, size - 1, size, more - 1),
    "bytes after grow",
  ).toEqual([value, value, 0, 0]);
  shared.lend((bytes) => void bytes.fill(9, size));
  shared.grow(more);
  expect(at(shared, 0, more - 1), "after growing by 0").toEqual([
    value,
    9,
  ]);
});

check("A size that is none is refused", () => {
  for (const size of [0, -1, 1.5, NaN, 2 ** 31])
    expect(
      () => new SharedBytes(size),
      `new SharedBytes(${size})`,
    ).toThrow("RangeError");
  using shared = new SharedBytes(8);
  for (const size of [7, 0, -1, 8.5, Infinity, 2 ** 31])
    expect(() => shared.grow(size), `grow(${size})`).toThrow(
      "RangeError",
    );
  expect(shared.size, "size").toBe(8);
});

check("Growing that fails leaves the buffer as it was", () => {
  const size = large();
  using shared = new SharedBytes(size);
  shared.lend((bytes) => void bytes.fill(7));
  let wanted = size + 1;
  try {
    shared.grow(wanted);
  } catch (error) {
    const { name } = error as { name?: unknown };
    if (!hasFailed() || name !== "RangeError") throw error;
    wanted = size;
  }
  expect(shared.size, "size").toBe(wanted);
  expect(at(shared, 0, size - 1), "its ends").toEqual([7, 7]);
});

check("While bytes are lent nothing moves or releases them", () => {
  const size = large();
  using shared = new SharedBytes(size);
  shared.lend((bytes) => {
    expect(() => shared.grow(size + 1), "grow in a loan").toThrow(
      "BytesLent",
    );
    expect(
      () => shared[Symbol.dispose](),
      "disposing in a loan",
    ).toThrow("BytesLent");
    bytes.fill(5);
    expect(bytes[size - 1], "a byte in the loan").toBe(5);
  });
  shared.grow(size + 1);
  expect(at(shared, 0, size), "after the loan").toEqual([5, 0]);
});

check("A loan inside another ends, and the other goes on", () => {
  using shared = new SharedBytes(large());
  shared.lend(() => {
    shared.lend((bytes) => void bytes.fill(1));
    expect(
      () => shared.grow(5000),
      "grow after the inner loan",
    ).toThrow("BytesLent");
  });
  shared.grow(5000);
  expect(at(shared, 0, 4999), "its ends").toEqual([1, 0]);
});

check("A loan ends also when its work throws", () => {
  using shared = new SharedBytes(large());
  const thrown = new Error(random.word(8));
  const work = (): never => {
    throw thrown;
  };
  expect(() => shared.lend(work), "lend").toThrow(
    "Error",
    thrown.message,
  );
  shared.grow(5000);
  expect(shared.size, "size").toBe(5000);
});

check("A closed buffer says so, and closing twice does nothing", () => {
  const shared = new SharedBytes(large());
  shared[Symbol.dispose]();
  shared[Symbol.dispose]();
  for (const [what, use] of [
    ["size", () => shared.size],
    ["lend", () => shared.lend((bytes) => bytes.length)],
    ["invert", () => shared.invert()],
    ["grow", () => shared.grow(5000)],
  ] as const)
    expect(use, what).toThrow("BufferClosed");
});
