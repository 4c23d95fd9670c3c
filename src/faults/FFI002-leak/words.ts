import { forBoth } from "../definition.ts";
import type { BlockFacts } from "../facts.ts";
import { bytes, code, DISPOSE, nameOf, sentence } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail, block }) => {
  const several = detail.blocks > 1;
  const what = several
    ? `${detail.blocks} blocks, together ${bytes(detail.bytes)},`
    : `${nameOf(block)}, ${bytes(detail.bytes)},`;
  const heldIn = block?.heldIn ?? null;
  const release =
    detail.deallocator === DISPOSE
      ? "declare it with `using`, so that the end of its scope releases it."
      : `release it with ${code(detail.deallocator ?? "its deallocator")}, exactly once, on every way out.`;
  return {
    message: `${what} ${several ? "were" : "was"} still allocated when the program ended, ${whatPointsAt(heldIn, several)}.`,
    advice: heldIn ? `Make C forget the address first, then ${release}` : sentence(release),
  };
});

/** Whether it could still have been released. */
function whatPointsAt(heldIn: BlockFacts["heldIn"], several: boolean): string {
  if (!heldIn) return `and nothing points at ${several ? "them" : "it"} any more`;
  const holder = heldIn.global === null ? `block ${heldIn.block}` : code(heldIn.global);
  return several
    ? `and C still holds their addresses, the first one's in ${holder}`
    : `and C still holds its address, in ${holder}`;
}
