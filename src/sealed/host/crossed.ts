/** What crosses: copies, taken before anything else is done. */
export type Crossed = number | boolean | bigint | string | null | undefined | Uint8Array<ArrayBuffer>;

/** @throws TypeError for what is no text */
export function text(crossed: Crossed): string {
  if (typeof crossed !== "string") throw new TypeError("a text is wanted");
  return crossed;
}

/** @throws TypeError for what are no bytes */
export function bytes(crossed: Crossed): Uint8Array<ArrayBuffer> {
  if (!(crossed instanceof Uint8Array)) throw new TypeError("bytes are wanted");
  return crossed;
}

/** Bytes that the program inside wants copied. @throws RangeError */
export function length(crossed: Crossed): number {
  if (typeof crossed !== "number" || !(crossed >= 0 && crossed <= 0x7fffffff))
    throw new RangeError("a length is wanted");
  return crossed;
}
