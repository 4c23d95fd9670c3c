import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { LibraryDescription } from "../../src/contract/description.ts";
import type { Line } from "../../src/toolchain/assembly/lines.ts";
import { buildChecked } from "../../src/toolchain/libraries/binaries.ts";
import { buildChecker } from "../../src/toolchain/libraries/checker.ts";
import { readText } from "../../src/toolchain/libraries/describe.ts";
import { compilerVersion } from "../../src/toolchain/libraries/emcc.ts";
import { moveChecksOutOfLoops } from "../../src/toolchain/assembly/loops/hot-loops.ts";
import { findLibraries } from "../../src/toolchain/libraries/libraries.ts";
import { Instance, type Report } from "./library.ts";
import { libraryText, randomLoop, type RandomLoop } from "./random-loop.ts";

const LOOPS = 80;
const INPUTS = 60;
/** The same loops and inputs every time, so that a failure is the change's own; LOOPS_SEED tries others. */
const seed = Number(process.env["LOOPS_SEED"] ?? 1);

const installed = await compilerVersion();
const scratch = mkdtempSync(path.join(os.tmpdir(), "random-loops-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Pass = (lines: readonly Line[]) => Line[];

/** The loops as a checked library, built once with each pass over its assembly. */
async function build(loops: readonly RandomLoop[], passes: readonly Pass[]): Promise<Instance[]> {
  const { header, source } = libraryText(loops);
  mkdirSync(path.join(scratch, "sources/random"), { recursive: true });
  writeFileSync(path.join(scratch, "sources/random/random.h"), header);
  writeFileSync(path.join(scratch, "sources/random/random.c"), source);
  const library = findLibraries(path.join(scratch, "sources"))[0]!;
  const text = await readText(library);
  const checker = await buildChecker(path.join(scratch, "checker"));
  const instances: Instance[] = [];
  for (const [index, pass] of passes.entries()) {
    const output = path.join(scratch, `output ${index}`);
    mkdirSync(output);
    const { locations } = await buildChecked(library, text, checker, output, path.join(output, "objects"), pass);
    const { functions, structs } = text;
    const { name, files } = library;
    const description: LibraryDescription = { name, files, functions, structs, locations };
    writeFileSync(path.join(output, "random.json"), JSON.stringify(description));
    instances.push(await Instance.load(output, "random", "checked"));
  }
  return instances;
}

const ARENA_BYTES = 64 * 1024;
/** Where in the arena the arrays are: so far apart that no loop gets from one to the next, or out of the arena. */
const ARRAYS = [16, 32, 48].map((kibibytes) => kibibytes * 1024);

/** What a loop is called with. */
interface Input {
  readonly n: number;
  readonly k: number;
  /** What the arrays are filled with. */
  readonly content: number;
  readonly arrays: readonly {
    /** How many bytes more than `n` elements may be accessed; fewer when negative. */
    readonly more: number;
    /** How far from the first of them the address is that the loop gets. */
    readonly shift: number;
    /** An address that it gets instead. */
    readonly wild: number | null;
  }[];
  /** Eight bytes in one of the arrays that may not be accessed. */
  readonly hole: { readonly array: number; readonly granule: number } | null;
}

/** A value once in so many times, and null otherwise. */
const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const input: fc.Arbitrary<Input> = fc.record({
  n: fc.oneof(fc.nat(5), fc.nat(40)),
  k: fc.nat(20),
  content: fc.nat(255),
  arrays: fc.array(
    fc.record({
      more: fc.oneof(fc.constantFrom(0, -1, 1), fc.integer({ min: -20, max: 60 }), fc.constant(2000)),
      shift: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -20, max: 20 })),
      // The null page, the shadow, and beyond memory.
      wild: rarely(40, fc.constantFrom(0, 8, 0x100000, 0x7ffffff8, 0x80000000, 0xfffffff0)),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  hole: rarely(3, fc.record({ array: fc.nat(2), granule: fc.nat(20) })),
});

interface Outcome {
  /** What the loop returned, or the message of the trap that ended it. */
  readonly result: number | string;
  readonly reports: readonly Report[];
  /** The arena afterwards. */
  readonly memory: Buffer;
}

/** What the shadow says of bytes of the heap that belong to no block. */
const REDZONE = 0xfa;

/**
 * Gives a loop arrays within one large block, whose shadow is written anew for each run: what lies beside an array may
 * not be accessed, but an access does no harm.
 */
class Arena {
  readonly #library: Instance;
  readonly #start: number;
  readonly #untouched: Uint8Array;

  constructor(library: Instance) {
    this.#library = library;
    this.#start = Math.ceil(library.call("malloc", ARENA_BYTES + 8) / 8) * 8;
    this.#untouched = library.bytes.slice();
  }

  run(name: string, { elementBytes }: RandomLoop, given: Input): Outcome {
    const { bytes, reports } = this.#library;
    const { n, k, content, arrays } = given;
    const memory = Buffer.from(bytes.buffer, this.#start, ARENA_BYTES);
    for (let at = 0; at < ARENA_BYTES; at++) memory[at] = (at * 37 + (at >> 6) * content) % 251;
    const sizes = arrays.map(({ more }, array) => Math.max(0, n * elementBytes[array]! + more));
    this.#allowOnly(sizes, given.hole);
    reports.length = 0;
    const addresses = arrays.map(({ shift, wild }, array) => wild ?? this.#start + ARRAYS[array]! + shift);
    const result = this.#resultOf(name, [...addresses, n, k]);
    const outcome = { result, reports: [...reports], memory: Buffer.from(memory) };
    // The loop may have written anywhere from such an address on.
    if (arrays.some(({ wild }) => wild !== null)) bytes.set(this.#untouched);
    return outcome;
  }

  #allowOnly(sizes: readonly number[], hole: Input["hole"]): void {
    const shadow = new Uint8Array(this.#library.memory.buffer, this.#start / 8, ARENA_BYTES / 8).fill(REDZONE);
    for (const [array, size] of sizes.entries()) {
      const [begin, whole] = [ARRAYS[array]! / 8, Math.floor(size / 8)];
      shadow.fill(0, begin, begin + whole);
      if (size % 8 !== 0) shadow[begin + whole] = size % 8;
    }
    if (hole !== null) shadow[ARRAYS[hole.array]! / 8 + hole.granule] = REDZONE;
  }

  #resultOf(name: string, parameters: readonly number[]): number | string {
    try {
      return this.#library.call(name, ...parameters);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return error.message;
      throw error;
    }
  }
}

/** Throws when this takes longer, even in a loop of WebAssembly that has no end. */
function within(seconds: number, run: () => void): void {
  Object.assign(globalThis, { runWithin: run });
  runInThisContext("runWithin()", { timeout: seconds * 1000 });
}

const loopsIn = (lines: readonly Line[]): number => lines.filter(({ word }) => word === "loop").length;

test("random loops report and compute the same as with their checks where the compiler put them", async ({ skip }) => {
  skip(installed === null, "there is no emcc on this machine");
  const loops = fc.sample(randomLoop, { numRuns: LOOPS, seed });
  // A loop whose checks are moved becomes two.
  let moved = 0;
  const libraries = await build(loops, [
    (lines) => [...lines],
    (lines) => {
      const output = moveChecksOutOfLoops(lines);
      moved = loopsIn(output) - loopsIn(lines);
      return output;
    },
  ]);
  const arenas = libraries.map((library) => new Arena(library));
  const seen = { faults: 0, faultless: 0, trapped: 0 };
  for (const [index, loop] of loops.entries()) {
    const property = fc.property(input, (given) => {
      const [compiled, rearranged] = arenas.map((arena) => arena.run(`loop_${index}`, loop, given));
      expect(rearranged!.reports, loop.body).toEqual(compiled!.reports);
      expect(rearranged!.result, loop.body).toBe(compiled!.result);
      expect(rearranged!.memory.equals(compiled!.memory), loop.body).toBe(true);
      seen.faults += compiled!.reports.length;
      if (compiled!.reports.length === 0) seen.faultless++;
      if (typeof compiled!.result === "string") seen.trapped++;
    });
    within(60, () => fc.assert(property, { numRuns: INPUTS, seed }));
  }
  // The loops and inputs were of all kinds.
  expect(moved).toBeGreaterThan(LOOPS / 3);
  expect(seen.faults).toBeGreaterThan(LOOPS * INPUTS);
  expect(seen.faultless).toBeGreaterThan((LOOPS * INPUTS) / 5);
  expect(seen.trapped).toBeGreaterThan(0);
});
