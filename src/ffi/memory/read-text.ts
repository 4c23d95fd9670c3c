const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Texts of up to as many bytes are read in a loop: a call of the engine's decoder costs as much as that. Measured. */
const MOST_BY_HAND = 24;

/** Characters that are put together at once. */
const CHUNK = 8;

/**
 * The text whose UTF-8 stands from `start` to before `end`.
 * @throws TypeError when it is not UTF-8
 */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > MOST_BY_HAND || !isAscii(bytes, start, end)) return decoder.decode(bytes.subarray(start, end));
  let text = "";
  let at = start;
  for (; at + CHUNK <= end; at += CHUNK) {
    text += String.fromCharCode(
      bytes[at]!,
      bytes[at + 1]!,
      bytes[at + 2]!,
      bytes[at + 3]!,
      bytes[at + 4]!,
      bytes[at + 5]!,
      bytes[at + 6]!,
      bytes[at + 7]!,
    );
  }
  for (; at < end; at += 1) text += String.fromCharCode(bytes[at]!);
  return text;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at]! >= 0x80) return false;
  return true;
}

/** Where the first NUL from `start` on is, or -1. One that is near is found without a call of the engine's search. */
export function findNul(bytes: Uint8Array, start: number): number {
  const near = Math.min(bytes.length, start + MOST_BY_HAND + 1);
  for (let at = start; at < near; at += 1) if (bytes[at] === 0) return at;
  return bytes.indexOf(0, near);
}
