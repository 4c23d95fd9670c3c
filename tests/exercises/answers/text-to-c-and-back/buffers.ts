import { dlopen, NulError } from "ffi";

const { symbols } = dlopen("texts", {
  to_capitals: {
    parameters: ["buffer", "buffer", "usize"],
    result: "usize",
  },
});

class Capitals {
  readonly #text: Uint8Array;

  constructor(text: string) {
    const nul = text.indexOf("\0");
    if (nul >= 0) throw new NulError(nul);
    this.#text = new TextEncoder().encode(`${text}\0`);
  }

  get bytes(): Uint8Array {
    const room = symbols.to_capitals(this.#text, null, 0);
    const out = new Uint8Array(room);
    symbols.to_capitals(this.#text, out, room);
    return out.subarray(0, room - 1);
  }
}

export function capitals(text: string): string {
  return new TextDecoder().decode(new Capitals(text).bytes);
}
