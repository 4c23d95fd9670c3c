import { Operation } from "../operations.ts";
import { arrayHandle, CheckedArray } from "./checked-array.ts";
import { ask } from "./host.ts";
import { bytesOf } from "./typed-arrays.ts";

/** `TextEncoder`, by the host's. */
export class TextEncoderObject {
  get encoding(): string {
    return "utf-8";
  }

  encode(text: unknown = ""): Uint8Array {
    return ask(Operation.Encode, String(text)) as Uint8Array;
  }

  /** Whole characters only, as many as there is room for. */
  encodeInto(text: unknown, destination: unknown): { read: number; written: number } {
    const handle = arrayHandle(destination);
    const target = handle === undefined ? bytesOf(destination) : null;
    if (handle === undefined && target === null) throw new TypeError("encodeInto takes a Uint8Array");
    const room = target ? target.byteLength : (destination as CheckedArray & Uint8Array).length;
    const whole = String(text);
    let read = 0;
    let written = 0;
    for (const character of whole) {
      const size = utf8Bytes(character.codePointAt(0)!);
      if (written + size > room) break;
      read += character.length;
      written += size;
    }
    const bytes = ask(Operation.Encode, whole.slice(0, read)) as Uint8Array;
    if (target) target.set(bytes);
    else (destination as Uint8Array).set(bytes);
    return { read, written };
  }
}

const utf8Bytes = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** `TextDecoder`, by the host's. */
export class TextDecoderObject {
  readonly #decoder: number;
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label: unknown = "utf-8", options: { fatal?: unknown; ignoreBOM?: unknown } = {}) {
    this.encoding = String(label).toLowerCase();
    this.fatal = Boolean(options.fatal);
    this.ignoreBOM = Boolean(options.ignoreBOM);
    this.#decoder = ask(Operation.MakeDecoder, this.encoding, this.fatal, this.ignoreBOM) as number;
  }

  decode(bytes?: unknown, { stream = false }: { stream?: unknown } = {}): string {
    return ask(Operation.Decode, this.#decoder, taken(bytes), Boolean(stream)) as string;
  }
}

function taken(bytes: unknown): Uint8Array | undefined {
  if (bytes === undefined) return undefined;
  if (arrayHandle(bytes) !== undefined) return bytesOf((bytes as Uint8Array).slice())!;
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  const own = bytesOf(bytes);
  if (own === null) throw new TypeError("decode takes an ArrayBuffer or a view of one");
  return own;
}
