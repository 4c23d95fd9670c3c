import { dlopen, struct } from "../../../src/ffi/index.ts";
import { compare } from "../compare.ts";
import { load } from "../open-library.ts";
import { loopOver } from "./loop.ts";
import { row, type CallRow } from "./row.ts";

const Point = struct({ x: "f64", y: "f64" });

/** Two structs by value. Emscripten has nothing for them: one makes room on C's stack and writes the fields there. */
export async function measureStructs(): Promise<CallRow[]> {
  const fast = await load("structs", "fast");
  fast.begin();
  const { symbols } = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
  const { functions, memory } = fast.instance();
  const { stackSave, stackAlloc, stackRestore, calculate_distance } = functions as Record<
    string,
    (...args: number[]) => number
  >;
  if (!stackSave || !stackAlloc || !stackRestore || !calculate_distance) throw new Error("structs exports too little");
  const numbers = new Float64Array(memory.buffer);
  interface Point {
    readonly x: number;
    readonly y: number;
  }
  const put = ({ x, y }: Point): number => {
    const address = stackAlloc(16);
    numbers[address >> 3] = x;
    numbers[(address >> 3) + 1] = y;
    return address;
  };
  const byHand = (from: Point, to: Point): number => {
    const stack = stackSave();
    const distance = calculate_distance(put(from), put(to));
    stackRestore(stack);
    return distance;
  };
  const body = "sum += call({ x: i, y: 0 }, { x: i + 3, y: 4 }) === 5 ? 1 : 0;";
  const through = loopOver({ call: symbols.calculate_distance }, body);
  return [row("two structs by value, untraced", "copied by hand", compare(through, loopOver({ call: byHand }, body)))];
}
