/** Bits of a symbol's flags, and its kinds, as the tool conventions for WebAssembly number them. */
const LOCAL = 0x02;
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
const DATA = 1;
const SECTION = 3;
const SYMBOL_TABLE = 8;

/** Names that an object file of WebAssembly defines for other files. */
export function symbolsDefined(object: Uint8Array): string[] {
  for (const { id, body } of sections(object)) {
    if (id !== 0) continue;
    const reader = new Reader(body);
    if (reader.text() !== "linking") continue;
    reader.number();
    while (!reader.atEnd) {
      const kind = reader.byte();
      const part = reader.part();
      if (kind === SYMBOL_TABLE) return readSymbols(part);
    }
  }
  return [];
}

function readSymbols(reader: Reader): string[] {
  const names: string[] = [];
  const count = reader.number();
  for (let i = 0; i < count; i += 1) {
    const kind = reader.byte();
    const flags = reader.number();
    const isDefined = (flags & UNDEFINED) === 0;
    let name: string | null = null;
    if (kind === DATA) {
      name = reader.text();
      if (isDefined) for (let field = 0; field < 3; field += 1) reader.number();
    } else {
      reader.number();
      if (kind !== SECTION && (isDefined || (flags & EXPLICIT_NAME) !== 0)) name = reader.text();
    }
    if (name !== null && isDefined && (flags & LOCAL) === 0) names.push(name);
  }
  return names;
}

const HEADER_BYTES = 8;

function* sections(object: Uint8Array): Generator<{ id: number; body: Uint8Array }> {
  const reader = new Reader(object.subarray(HEADER_BYTES));
  while (!reader.atEnd) yield { id: reader.byte(), body: reader.bytes() };
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Throws at the end. */
  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error("the object file ends in the middle of a section");
    this.#at += 1;
    return byte;
  }

  /** A number as LEB128, unsigned and of 32 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  /** Bytes behind their length. */
  bytes(): Uint8Array {
    const length = this.number();
    const found = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return found;
  }

  part(): Reader {
    return new Reader(this.bytes());
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }
}
