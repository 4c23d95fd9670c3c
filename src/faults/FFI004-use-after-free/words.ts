import type { Words, Wording } from "../definition.ts";
import { describeInC, done, inFunction, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

const FINISH_FIRST = "Finish with the memory before releasing it, or copy what you need out of it first.";
const AFTER_REALLOC =
  "`realloc` may move a block: use the pointer it returned, and forget every pointer into the old one.";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block }) => {
    if (detail.ended !== "release") return variableUsed(detail, detail.ended, "a local variable");
    const at = detail.offset !== 0 && detail.act !== "use" ? `, at offset ${detail.offset}` : "";
    return {
      message: `${inFunction(detail)}${nameOf(block)} was ${done(detail.act)} after it had been released${at}.`,
      advice: FINISH_FIRST,
    };
  },
  c: ({ detail, block }) => {
    if (detail.ended !== "release") {
      const variable = block ? `${describeInC(block)}, a local variable,` : "a local variable";
      return variableUsed(detail, detail.ended, variable);
    }
    const at = block ? ` at offset ${detail.offset}` : "";
    return {
      message: `${inFunction(detail)}${describeInC(block)} was ${done(detail.act)}${at} after it had been released.`,
      advice: block?.freed?.by === "realloc" ? AFTER_REALLOC : FINISH_FIRST,
    };
  },
};

function variableUsed(detail: Detail, ended: "return" | "scope", variable: string): Wording {
  const used = `${inFunction(detail)}${variable} was ${done(detail.act)} after`;
  return ended === "return"
    ? {
        message: `${used} its function had returned.`,
        advice: "Let the caller provide the memory, or allocate it.",
      }
    : {
        message: `${used} the block of code that declares it.`,
        advice: "Declare it where it lives as long as the pointer to it.",
      };
}
