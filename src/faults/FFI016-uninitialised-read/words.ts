import type { Words, Wording } from "../definition.ts";
import type { Facts } from "../facts.ts";
import { bytes, describeInC, inFunction, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

/** Clang's name of the place where a function leaves its result. */
const RESULT = "retval";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block }) => ({
    message: `${bytes(detail.bytes)} at offset ${detail.offset} of ${nameOf(block)} were read, but neither side had written them.`,
    advice: "Write memory before reading it, or get it from calloc, which fills it with zeros.",
  }),
  c: inC,
};

function inC({ detail, block }: Facts<Detail>): Wording {
  if (block === null) {
    return {
      message: `${inFunction(detail)}a value is used that was never written.`,
      advice: "Give every variable a value before it is used.",
    };
  }
  const name = describeInC(block);
  if (block.owner === "static") {
    return block.label === RESULT
      ? {
          message: "the function ends without a `return`, and its caller is given a value that was never written.",
          advice: "Return a value on every way out of the function.",
        }
      : {
          message: `${inFunction(detail)}${name} is used before anything has been written to it.`,
          advice: `Give ${name} a value where it is declared.`,
        };
  }
  return {
    message:
      detail.what === "value"
        ? `${inFunction(detail)}a value from ${name} is used that was never written.`
        : `${inFunction(detail)}${name} is read at offset ${detail.offset} before anything has been written there.`,
    advice: "Write it before it is read; `calloc` sets all of it to 0.",
  };
}
