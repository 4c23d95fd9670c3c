/** A library's memory, as `writeText` needs it. */
export interface TextMemory {
  readonly bytes: Uint8Array;
  /** The same memory, four bytes at a time. */
  readonly words: Int32Array;
}

const encoder = new TextEncoder();

/**
 * Texts of up to as many UTF-16 units are written in a loop: a call of the engine's encoder costs as much as that.
 * Measured, as `npm run bench -- calls` does it.
 */
export const MOST_BY_HAND = 24;

/**
 * Texts of up to as many are encoded outside of C's memory, and copied. A view of the one place in C's memory, which
 * the encoder would have to be given for each text, costs more than a copy of so little.
 */
export const MOST_COPIED = 72;

/** Bytes that UTF-8 needs at most for one UTF-16 unit. */
const MOST_BYTES = 3;

/** Bytes that a text can need at most as a C string. */
export const roomFor = (text: string): number => MOST_BYTES * text.length + 1;

/**
 * Writes a text as a C string to an address with room for `roomFor(text)` bytes, and returns how many bytes it takes,
 * the NUL included: the text is looked at only once. 0 where it holds U+0000.
 *
 * @param address a multiple of four, as what `malloc` returns
 */
export function writeText(memory: TextMemory, text: string, address: number): number {
  if (text.length > MOST_COPIED) return encode(memory.bytes, text, address);
  if (text.length > MOST_BY_HAND) return copyEncoded(memory, text, address);
  return writeAscii(memory.bytes, text, address) ? text.length + 1 : writeByHand(memory.bytes, text, address);
}

function encode(bytes: Uint8Array, text: string, address: number): number {
  if (text.indexOf("\0") >= 0) return 0;
  const { written } = encoder.encodeInto(text, new Uint8Array(bytes.buffer, address, MOST_BYTES * text.length));
  bytes[address + written] = 0;
  return written + 1;
}

const encoded = new Uint8Array(MOST_BYTES * MOST_COPIED + 4);
const encodedWords = new Int32Array(encoded.buffer);

function copyEncoded({ bytes, words }: TextMemory, text: string, address: number): number {
  const { written } = encoder.encodeInto(text, encoded);
  const whole = written >>> 2;
  const to = address >>> 2;
  let zeros = 0;
  for (let i = 0; i < whole; i += 1) {
    const word = encodedWords[i]!;
    words[to + i] = word;
    // A byte's highest bit is set where the byte is 0, or lies above one that is.
    zeros |= (word - 0x01010101) & ~word & 0x80808080;
  }
  for (let i = whole << 2; i < written; i += 1) {
    const byte = encoded[i]!;
    bytes[address + i] = byte;
    if (byte === 0) return 0;
  }
  bytes[address + written] = 0;
  return zeros === 0 ? written + 1 : 0;
}

/** A loop as small as it can be, for most of the texts there are. False where there is more than ASCII, or U+0000. */
function writeAscii(bytes: Uint8Array, text: string, address: number): boolean {
  let to = address;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // One comparison for U+0000 too.
    if ((unit - 1) >>> 0 >= 0x7f) return false;
    bytes[to++] = unit;
  }
  bytes[to] = 0;
  return true;
}

function writeByHand(bytes: Uint8Array, text: string, address: number): number {
  let to = address;
  for (let i = 0; i < text.length; i += 1) {
    const point = pointAt(text, i);
    if (point === 0) return 0;
    if (point > 0xffff) i += 1;
    to = writePoint(bytes, to, point);
  }
  bytes[to] = 0;
  return to + 1 - address;
}

/** Half a surrogate pair is no character; the encoder too puts this one in its place. */
const REPLACEMENT = 0xfffd;

function pointAt(text: string, index: number): number {
  const point = text.codePointAt(index)!;
  return point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
}

/** Writes one character, and returns where the next one begins. */
function writePoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    bytes[at] = 0xc0 | (point >> 6);
    bytes[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    bytes[at] = 0xe0 | (point >> 12);
    bytes[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (point >> 18);
  bytes[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
