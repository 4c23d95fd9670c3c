// Fails: expected
export const safeStrlen = (text: string): unknown => ({
  valueOf: () => text.length,
  toString: () => String(text.length),
  [Symbol.toPrimitive]: () => text.length,
});
