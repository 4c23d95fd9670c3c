import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_BY_HAND, MOST_COPIED, roomFor, writeText, type TextMemory } from "./write-text.ts";

const ADDRESS = 32;
const FILL = 0xa5;

/** Writes into memory of which every byte around the text is known. */
function write(text: string): { taken: number; bytes: Uint8Array } {
  const buffer = new ArrayBuffer(ADDRESS + 4 * roomFor(text) + 64);
  const memory: TextMemory = {
    bytes: new Uint8Array(buffer).fill(FILL),
    words: new Int32Array(buffer, 0, buffer.byteLength >> 2),
  };
  return { taken: writeText(memory, text, ADDRESS), bytes: memory.bytes };
}

/** Lengths on both sides of every limit at which the way of writing changes. */
const lengths = [0, 1, 3, 4, 5, MOST_BY_HAND, MOST_BY_HAND + 1, MOST_COPIED, MOST_COPIED + 1, 3 * MOST_COPIED];
const units = fc.constantFrom("a", "\x7f", "\x80", "é", "\u07ff", "\u0800", "鲨", "\uffff", "🦈", "\ud83e", "\udd88");
const texts = fc
  .constantFrom(...lengths)
  .chain((length) =>
    fc.array(units, { minLength: length, maxLength: length }).map((parts) => parts.join("").slice(0, length)),
  );

test("what is written is what the encoder makes of it, a NUL follows, and nothing beside it is touched", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const expected = new TextEncoder().encode(text);
      const { taken, bytes } = write(text);
      expect(taken).toBe(expected.length + 1);
      expect(bytes.slice(ADDRESS, ADDRESS + taken)).toEqual(Uint8Array.of(...expected, 0));
      expect(bytes.subarray(0, ADDRESS).every((byte) => byte === FILL)).toBe(true);
      expect(bytes.subarray(ADDRESS + Math.max(taken, roomFor(text))).every((byte) => byte === FILL)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("U+0000 is found wherever it stands", () => {
  for (const length of lengths.filter((length) => length > 0)) {
    for (const filler of ["a", "\x80", "\x01", "鲨"]) {
      for (let at = 0; at < length; at += 1) {
        const text = `${filler.repeat(at)}\0${filler.repeat(length - at - 1)}`;
        expect([length, at, write(text).taken]).toEqual([length, at, 0]);
      }
    }
  }
});
