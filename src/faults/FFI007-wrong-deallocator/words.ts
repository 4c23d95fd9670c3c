import type { Words } from "../definition.ts";
import { calledFunction, code, describeInC, DISPOSE, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block }) => ({
    message: `${nameOf(block)} was released by ${calledFunction(detail)}, but ${rightWay(detail)}.`,
    advice:
      detail.deallocator === DISPOSE
        ? "Leave it to its scope, which releases it; `move()` is for a function that takes memory over, as its header says."
        : callInstead(detail),
  }),
  c: ({ detail, block }) => ({
    message: `${describeInC(block)} is what ${code(detail.allocator ?? "another function")} made, and ${code(detail.function ?? "free")} was given it.`,
    advice: callInstead(detail),
  }),
};

const rightWay = ({ deallocator }: Detail): string =>
  deallocator === DISPOSE
    ? "TypeScript owns it"
    : `it has to be released by ${code(deallocator ?? "another function")}`;

const callInstead = ({ deallocator }: Detail): string =>
  `Call ${code(deallocator ?? "the function the header names")} instead: each allocator has its own deallocator.`;
