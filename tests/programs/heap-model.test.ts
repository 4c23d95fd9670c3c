import fc from "fast-check";
import { expect, test } from "vitest";
import { readLibrary } from "../../src/cli/library-files.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import type { TraceBatch } from "../../src/contract/trace.ts";
import type { FaultCode } from "../../src/contract/faults.ts";
import { dlopen, offset, PointerView, type Pointer } from "../../src/ffi/index.ts";
import { startRuntime } from "../../src/ffi/runtime.ts";
import { Ledger } from "../../src/ledger/index.ts";
import { loadLibrary } from "../../src/runner/load-library.ts";

/** What a program may do to one of its blocks. Sizes and offsets are bytes. */
type Act =
  | { readonly do: "malloc" | "alloc"; readonly bytes: number }
  | { readonly do: "write" | "read"; readonly which: number; readonly at: number }
  | { readonly do: "free" | "dispose" | "free-inside"; readonly which: number }
  | { readonly do: "realloc"; readonly which: number; readonly bytes: number };

const which = fc.nat(7);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom("malloc" as const, "alloc" as const), bytes: fc.nat(64) }),
  fc.record({ do: fc.constantFrom("write" as const, "read" as const), which, at: fc.integer({ min: -2, max: 70 }) }),
  fc.record({ do: fc.constantFrom("free" as const, "dispose" as const, "free-inside" as const), which }),
  fc.record({ do: fc.constant("realloc" as const), which, bytes: fc.nat(64) }),
);

/** A block as the simplest model has it. */
interface ModelBlock {
  readonly kind: "malloc" | "alloc";
  readonly bytes: number;
  freed: boolean;
  /** A use after its release has been reported: later ones are echoes. */
  readonly content: Map<number, number>;
  readonly said: Set<string>;
}

const SEQUENCES = 10_000;

test(
  `the ledger and a simple model of the heap agree over ${SEQUENCES} random programs`,
  { timeout: 240_000 },
  async () => {
    Object.assign(globalThis, { self: globalThis, location: { href: "" } });
    const files = await readLibrary("strings", "checked");
    const importText = (text: string) =>
      import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`) as Promise<Record<string, unknown>>;
    const library = await loadLibrary(files, "checked", importText);
    const description = JSON.parse(files.description) as LibraryDescription;
    let batches: TraceBatch[] = [];
    let clock = 0;
    const runtime = startRuntime({
      libraries: ["strings"],
      open: (_name, hooks) => library.open(hooks, { quarantineBytes: 1 << 20 }),
      now: () => (clock += 100),
      send: (batch) => batches.push(batch),
      later: () => {},
    });
    const lib = dlopen("strings", {
      malloc: { parameters: ["usize"], result: "pointer" },
      realloc: { parameters: ["pointer", "usize"], result: "pointer" },
      free: { parameters: ["pointer"], result: "void" },
    });
    const ledger = new Ledger({ sites: [null], descriptions: [description] });
    const catchUp = () => {
      runtime.trace.flush();
      for (const batch of batches) ledger.append(batch);
      batches = [];
    };

    let site = 0;
    let faultsBefore = 0;
    const one = (acts: readonly Act[]) => {
      const model: ModelBlock[] = [];
      const real: { pointer: Pointer; dispose?: () => void }[] = [];
      const expected: FaultCode[] = [];
      const say = (block: ModelBlock, code: FaultCode, once: boolean) => {
        if (once && block.said.has(code)) return;
        block.said.add(code);
        expected.push(code);
      };
      for (const step of acts) {
        // Each act stands at a place of its own, as in a program without a loop.
        runtime.site = site += 1;
        if (!("which" in step)) {
          const { bytes } = step;
          model.push({ kind: step.do, bytes, freed: false, content: new Map(), said: new Set() });
          if (step.do === "alloc") {
            const allocation = lib.alloc(bytes);
            real.push({ pointer: allocation.pointer, dispose: () => allocation[Symbol.dispose]() });
          } else real.push({ pointer: lib.symbols.malloc(bytes)! });
          continue;
        }
        const block = model[step.which];
        const mine = real[step.which];
        if (!block || !mine) continue;
        const wronglyFreed = block.said.has("FFI007");
        switch (step.do) {
          case "read":
          case "write": {
            const inside = step.at >= 0 && step.at < block.bytes;
            if (block.freed) say(block, "FFI004", true);
            else if (!inside) say(block, "FFI005", false);
            const view = new PointerView(mine.pointer);
            if (step.do === "write") {
              view.setUint8(step.at, step.which + 1);
              if (inside && !block.freed) block.content.set(step.at, step.which + 1);
            } else {
              const value = view.getUint8(step.at);
              if (inside && !block.freed && block.content.has(step.at)) expect(value).toBe(block.content.get(step.at));
            }
            break;
          }
          case "free":
            if (block.freed) say(block, "FFI003", false);
            else if (block.kind === "alloc") say(block, "FFI007", false);
            block.freed = true;
            lib.symbols.free(mine.pointer);
            break;
          case "free-inside":
            if (block.bytes < 2) break;
            // What lies in a released block is no block's start either, and the block is gone already.
            say(block, block.freed ? "FFI003" : "FFI006", false);
            lib.symbols.free(offset(mine.pointer, 1));
            break;
          case "dispose":
            if (!mine.dispose) break;
            if (block.freed) {
              if (!wronglyFreed) say(block, "FFI003", false);
            } else block.freed = true;
            mine.dispose();
            break;
          case "realloc": {
            if (block.freed || block.kind === "alloc") break;
            block.freed = true;
            const moved = lib.symbols.realloc(mine.pointer, step.bytes)!;
            const content = new Map([...block.content].filter(([at]) => at < step.bytes));
            model.push({ kind: "malloc", bytes: step.bytes, freed: false, content, said: new Set() });
            real.push({ pointer: moved });
            break;
          }
        }
      }
      catchUp();
      const moment = ledger.at(ledger.length);
      expect(moment.faults.slice(faultsBefore).map((fault) => fault.code)).toEqual(expected);
      faultsBefore = moment.faults.length;
      const live = model.filter((block) => !block.freed);
      expect(moment.totals.liveBlocks).toBe(live.length);
      expect(moment.totals.liveBytes).toBe(live.reduce((sum, block) => sum + block.bytes, 0));
      // The next program begins with an empty heap.
      for (const [index, block] of model.entries()) {
        if (block.freed) continue;
        if (block.kind === "alloc") real[index]!.dispose!();
        else lib.symbols.free(real[index]!.pointer);
      }
      catchUp();
    };
    fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), one), {
      numRuns: SEQUENCES,
      endOnFailure: true,
      // The same programs every time, so that a failure is the change's own; HEAP_SEED tries others.
      seed: Number(process.env["HEAP_SEED"] ?? 1),
    });
    expect(ledger.at(ledger.length).totals.liveBlocks).toBe(0);
  },
);
