import { dlopen, PointerView } from "../../../src/ffi/index.ts";
import { compare, type Loop } from "../compare.ts";
import { load } from "../open-library.ts";
import { openEmscripten } from "./emscripten.ts";
import { loopOver } from "./loop.ts";
import { row, type CallRow } from "./row.ts";
import { readByDecoder, readByHand, writeByEncodeInto, writeByHand, type CMemory } from "./text-by-hand.ts";

const LENGTHS = [8, 64, 1024, 65_536];
const REACH: Readonly<Record<number, string>> = { 8: "1.2 ×", 64: "1.2 ×", 1024: "1.2 ×" };

/** Characters in one measurement: enough for the fastest way, and no minutes for the slowest. */
const MOST_CHARACTERS = 4_000_000;

/** Texts that take turns, so that nothing about one of them is known beforehand. */
const TEXTS = 8;

/** As the title of a book may be: mostly ASCII, some letters of two and three bytes, one character beyond the first 65,536. */
const FOREIGN = "Der Weiße Hai — 大白鲨 🦈, Les Dents de la mer ";

function textsOf(length: number, pattern: string): string[] {
  return Array.from({ length: TEXTS }, (_, turn) => {
    const start = turn % pattern.length;
    const text = (pattern.slice(start) + pattern.repeat(Math.ceil(length / pattern.length))).slice(0, length);
    // Whole characters only, and flat, as a text that came from somewhere is.
    return Buffer.from(text).toString();
  });
}

const ASCII = "The quick brown fox jumps over the lazy dog. ";

/** Text into C's memory and out of it; each measurement allocates, writes and releases, or reads. */
export async function measureText(): Promise<CallRow[]> {
  const fast = await load("strings", "fast");
  fast.begin();
  const strings = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } });
  const instance = fast.instance();
  const memory = cMemory(instance.functions as never, instance.memory);
  const emscripten = await openEmscripten("strings");
  const theirs = cMemory(emscripten.asm, emscripten.memory);

  const rows: CallRow[] = [];
  for (const length of LENGTHS) {
    const most = Math.ceil(MOST_CHARACTERS / length);
    const size = `${length.toLocaleString("en-US")} characters`;
    for (const [kind, pattern] of [
      ["", ASCII],
      [" of other alphabets", FOREIGN],
    ] as const) {
      const texts = textsOf(length, pattern);
      const what = `text in, ${size}${kind}`;
      const cstring = (): Loop =>
        loopOver(
          { strings, texts, DISPOSE: Symbol.dispose },
          `{ const text = strings.cstring(texts[sum & 7]); sum += text.pointer === null ? 0 : 1; text[DISPOSE](); }`,
        );
      const byHand = (write: unknown, from: CMemory): Loop =>
        loopOver(
          { write, from, texts },
          `{ const address = write(from, texts[sum & 7]); sum += address === 0 ? 0 : 1; from.free(address); }`,
        );
      const hand = compare(cstring(), byHand(writeByHand, memory), most);
      const encoded = compare(cstring(), byHand(writeByEncodeInto, memory), most);
      const isHandBetter = hand.reference.median < encoded.reference.median;
      const reach = kind === "" ? (REACH[length] ?? "") : "";
      rows.push(row(what, "a hand loop", hand, isHandBetter ? reach : ""));
      rows.push(row(what, "encodeInto", encoded, isHandBetter ? "" : reach));
      const { stringToUTF8, lengthBytesUTF8, ccall } = emscripten;
      const put = (from: CMemory, text: string): number => {
        const bytes = lengthBytesUTF8(text) + 1;
        const address = from.malloc(bytes);
        stringToUTF8(text, address, bytes);
        return address;
      };
      rows.push(row(what, "stringToUTF8", compare(cstring(), byHand(put, theirs), most)));
      const given = loopOver(
        { strings, symbols: strings.symbols, texts, DISPOSE: Symbol.dispose },
        `{ const text = strings.cstring(texts[sum & 7]); sum += symbols.strlen(text.pointer) ? 1 : 0; text[DISPOSE](); }`,
      );
      const told = loopOver(
        { ccall, texts },
        `sum += ccall("strlen", "number", ["string"], [texts[sum & 7]]) ? 1 : 0;`,
      );
      rows.push(row(`${what}, given to strlen`, "ccall with 'string'", compare(given, told, most)));

      const written = texts.map((text) => strings.cstring(text));
      const views = written.map(({ pointer }) => new PointerView(pointer));
      const addresses = texts.map((text) => writeByHand(theirs, text));
      const out = `text out, ${size}${kind}`;
      const read = (): Loop => loopOver({ views }, `sum += views[sum & 7].getCString().length > 0 ? 1 : 0;`);
      const fromAddress = (readIt: unknown): Loop =>
        loopOver({ readIt, theirs, addresses }, `sum += readIt(theirs, addresses[sum & 7]).length > 0 ? 1 : 0;`);
      if (kind === "") rows.push(row(out, "a hand loop", compare(read(), fromAddress(readByHand), most)));
      rows.push(row(out, "TextDecoder", compare(read(), fromAddress(readByDecoder), most)));
      const { UTF8ToString } = emscripten;
      rows.push(
        row(
          out,
          "UTF8ToString",
          compare(
            read(),
            fromAddress((_: CMemory, at: number) => UTF8ToString(at)),
          ),
        ),
      );
      written.forEach((text) => text[Symbol.dispose]());
    }
  }
  return rows;
}

/** Grown beforehand, so that the views of the peers stay. */
function cMemory(
  { malloc, free }: Readonly<Record<string, (...args: number[]) => number>>,
  memory: WebAssembly.Memory,
): CMemory {
  if (!malloc || !free) throw new Error("the library exports no malloc");
  free(malloc(4 * 2 ** 20));
  return { malloc: malloc as CMemory["malloc"], free, heap: new Uint8Array(memory.buffer) };
}
