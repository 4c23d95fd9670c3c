import { DEFINEDNESS_XOR } from "../../contract/checker-abi.ts";
import { beginsFunction, calleeOf, type Line } from "./lines.ts";

const is = (line: Line | undefined, word: string, ...rests: string[]): boolean =>
  line?.word === word && (rests.length === 0 || rests.includes(line.rest));

/**
 * Takes away the checks of what the compiler keeps of each value's definedness (`../clang/definedness.ts`): where it
 * keeps that follows from addresses that are checked themselves.
 */
export function trustDefinednessAccesses(lines: readonly Line[]): Line[] {
  const output: Line[] = [];
  /** Locals that hold the address of such a thing. */
  let trusted = new Set<string>();
  for (const line of lines) {
    const before = (back: number): Line | undefined => output.at(-back);
    if (beginsFunction(line)) trusted = new Set();
    if (is(line, "local.set") || is(line, "local.tee")) {
      const flips = is(before(1), "i32.xor") && is(before(2), "i32.const", `${DEFINEDNESS_XOR}`);
      const sums = is(before(1), "i32.add") || is(before(1), "i32.and");
      const below = sums && is(before(2), "i32.const", `-${DEFINEDNESS_XOR}`, "-4");
      const of = is(before(3), "local.get") ? before(3)!.rest : null;
      if (flips || (below && (of === null || trusted.has(of)))) trusted.add(line.rest);
      else trusted.delete(line.rest);
    }
    const address = is(before(1), "local.get") ? before(1)!.rest : null;
    const checks = /^__asan_(load|store)\d+_noabort$/.test(calleeOf(line) ?? "");
    if (checks && address !== null && trusted.has(address)) output.pop();
    else output.push(line);
  }
  return output;
}
