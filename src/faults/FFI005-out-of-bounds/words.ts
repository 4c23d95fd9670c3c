import type { Words, Wording, Write } from "../definition.ts";
import type { BlockFacts, Facts } from "../facts.ts";
import { bytes, calledFunction, code, describeInC, inFunction, isLiteral, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

const STAY_BELOW = "Pass the length along with the pointer, and stay below it.";

const acrossTheBoundary: Write<Detail> = ({ detail, block }) => {
  const limits = block ? `${nameOf(block)}, which has ${bytes(block.bytes)}` : "memory that the program was not given";
  switch (detail.what) {
    case "access": {
      // Of an access in C it is known where it left the block, of one in TypeScript where it began.
      const reached =
        detail.side === "typescript"
          ? `began at offset ${detail.offset} and does not fit into`
          : `reached offset ${detail.offset}, outside of`;
      return { message: `${tried(detail)} ${block ? reached : "reached"} ${limits}.`, advice: STAY_BELOW };
    }
    case "constant": {
      const at = detail.offset !== 0 ? `, at offset ${detail.offset}` : "";
      return {
        message: `${inFunction(detail)}${nameOf(block)} was written${at}, but it is a constant of the library.`,
        advice:
          "Copy it into memory of your own before you change it: most systems end a program that writes a constant.",
      };
    }
    case "pointer":
      return {
        message: `${calledFunction(detail)} was given a pointer to ${block ? `offset ${detail.offset} of ` : ""}${limits}.`,
        advice: STAY_BELOW,
      };
    case "view":
      return {
        message: `a view of ${bytes(detail.bytes)} was made at offset ${detail.offset} of ${limits}.`,
        advice: STAY_BELOW,
      };
    case "overlap":
      return overlapping(detail);
    case "stack":
      return {
        message: `${inFunction(detail)}the C stack was used up.`,
        advice: "Look for calls without an end; give large arrays to `malloc`.",
      };
  }
};

function inC(facts: Facts<Detail>): Wording {
  const { detail, block } = facts;
  switch (detail.what) {
    case "overlap":
      return overlapping(detail);
    case "stack":
      return {
        message: "the stack is used up.",
        advice: "Look for calls without an end; allocate large arrays with `malloc`.",
      };
    case "constant":
      return isLiteral(block)
        ? {
            message: `${inFunction(detail)}a string literal, which is constant, was written.`,
            advice: 'Copy it first: an array, `char text[] = "…"`, has a copy of its own that may be written.',
          }
        : {
            message: `${inFunction(detail)}${describeInC(block)}, which is ${code("const")}, was written.`,
            advice: "Leave it as it is, or declare it without `const`.",
          };
    default:
      if (block === null) return acrossTheBoundary(facts);
      return {
        message: `${tried(detail)} reached offset ${detail.offset} of ${describeInC(block)}, ${beside(block, detail.offset)}.`,
        advice: `Its offsets go from 0 to ${block.bytes - 1}: check the index, or the size that was asked for.`,
      };
  }
}

export const words: Words<Detail> = { "typescript-and-c": acrossTheBoundary, c: inC };

const tried = (detail: Detail): string => `${inFunction(detail)}a ${detail.act} of ${bytes(detail.bytes)}`;

const overlapping = (detail: Detail): Wording => ({
  message: `${inFunction(detail)}${bytes(detail.bytes)} were copied to where they overlap with what they were copied from.`,
  advice: "Use `memmove`, which may.",
});

/** Where an access lies beside its block; a variable's size is said along with it. */
function beside(block: BlockFacts, offset: number): string {
  const { bytes: size } = block;
  const where =
    offset < 0
      ? `${bytes(-offset)} before it begins`
      : offset > size
        ? `${bytes(offset - size)} behind its end`
        : offset === size
          ? "just behind its end"
          : "over its end";
  return block.owner === "static" ? `which has ${bytes(size)}: ${where}` : where;
}
