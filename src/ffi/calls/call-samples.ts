import type { Block } from "../memory/block.ts";
import { PointerObject } from "../memory/pointer.ts";
import type { CallPlan } from "./call-plan.ts";

/** Blocks of C's own that one call can bring to be seen. */
const MOST_NEW_BLOCKS = 16;

/** The looks that belong to one function's calls. */
export interface CallSamples {
  /** What C is given. */
  before(args: readonly unknown[], raw: readonly (number | bigint)[]): void;
  /** What C has left in it. */
  after(args: readonly unknown[], raw: readonly (number | bigint)[]): void;
  /** What C gives, and what it has allocated since it was called. */
  result(value: unknown): void;
}

/** Null for a run that does not want contents, and for functions that know no memory. */
export function callSamples(plan: CallPlan): CallSamples | null {
  const { space, actual, definition, resultBytes } = plan;
  const { samples, trace } = space.runtime;
  if (!samples) return null;
  const pointers = actual.parameters.flatMap(({ type }, index) =>
    type.kind === "pointer" ? [{ index, to: type.to, id: 0 }] : [],
  );
  const pointee = actual.result.kind === "pointer" ? { to: actual.result.to, id: 0 } : null;
  if (pointers.length === 0 && !pointee && definition.parameters.length === 0) return null;
  const hidden = resultBytes > 0 ? 1 : 0;
  let known = 0;
  const lookAll = (args: readonly unknown[], raw: readonly (number | bigint)[]): void => {
    for (const pointer of pointers) {
      const value = args[pointer.index];
      let block: Block | null = null;
      if (PointerObject.is(value)) block = PointerObject.block(value);
      else if (ArrayBuffer.isView(value)) block = space.blocks.at(Number(raw[pointer.index + hidden]) >>> 0);
      if (block) samples.look(space, block, (pointer.id ||= trace.string(pointer.to)));
    }
  };
  return {
    before(args, raw) {
      samples.settle();
      known = space.blocks.all.length;
      lookAll(args, raw);
    },
    after: lookAll,
    result(value) {
      const block = pointee && PointerObject.is(value) ? PointerObject.block(value) : null;
      if (block && pointee) samples.look(space, block, (pointee.id ||= trace.string(pointee.to)));
      const blocks = space.blocks.all;
      const last = Math.min(blocks.length, known + MOST_NEW_BLOCKS);
      for (let i = known; i < last; i += 1) samples.look(space, blocks[i]!, 0);
    },
  };
}
