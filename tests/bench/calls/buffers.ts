import { dlopen, PointerView } from "../../../src/ffi/index.ts";
import { compare } from "../compare.ts";
import { load } from "../open-library.ts";
import { loopOver } from "./loop.ts";
import { row, type CallRow } from "./row.ts";

const MIB = 2 ** 20;

/** 1 MiB that C is given to read and TypeScript to write: copied for the call and back, against C's own memory under a view. */
export async function measureBuffers(): Promise<CallRow[]> {
  const fast = await load("buffers", "fast");
  fast.begin();
  const copied = dlopen("buffers", { fill_buffer: { parameters: ["buffer", "usize", "u8"], result: "void" } });
  const byCopy = loopOver(
    { fill: copied.symbols.fill_buffer, array: new Uint8Array(MIB) },
    `fill(array, ${MIB}, i & 255); sum += array[${MIB - 1}];`,
  );
  const shared = dlopen("buffers", { fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" } });
  const { pointer } = shared.alloc(MIB);
  const inPlace = loopOver(
    { fill: shared.symbols.fill_buffer, pointer, view: new PointerView(pointer) },
    `fill(pointer, ${MIB}, i & 255); sum += view.getArray("u8", ${MIB})[${MIB - 1}];`,
  );
  const { malloc, free, fill_buffer } = fast.instance().functions as Record<string, (...args: number[]) => number>;
  if (!malloc || !free || !fill_buffer) throw new Error("buffers exports too little");
  const { memory } = fast.instance();
  const target = new Uint8Array(MIB);
  const byHand = (value: number): number => {
    const at = malloc(MIB) >>> 0;
    const heap = new Uint8Array(memory.buffer);
    heap.set(target, at);
    fill_buffer(at, MIB, value);
    target.set(heap.subarray(at, at + MIB));
    free(at);
    return target[MIB - 1] as number;
  };
  const what = "1 MiB filled by C, a buffer";
  const again = loopOver(
    { fill: copied.symbols.fill_buffer, array: new Uint8Array(MIB) },
    `fill(array, ${MIB}, i & 255); sum += array[${MIB - 1}];`,
  );
  return [
    row(what, "a getArray of C's memory", compare(byCopy, inPlace)),
    row(what, "copied by hand", compare(again, loopOver({ byHand }, "sum += byHand(i & 255);"))),
  ];
}
