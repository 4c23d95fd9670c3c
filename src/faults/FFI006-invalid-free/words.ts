import type { Words } from "../definition.ts";
import type { BlockFacts } from "../facts.ts";
import { bytes, calledFunction, code, describeInC, hexadecimal, isLiteral, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

const ADVICE = "Release only what an allocating function returned, by the very pointer it returned.";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block }) => ({
    message: `${calledFunction(detail)} was given ${given(detail, block)} to release.`,
    advice: ADVICE,
  }),
  c: ({ detail, block }) => ({
    message: `${code(detail.function ?? "free")} was given ${givenInC(detail, block)}.`,
    advice: ADVICE,
  }),
};

function given(detail: Detail, block: BlockFacts | null): string {
  switch (detail.memory) {
    case "unknown":
      return `${hexadecimal(detail.address)}, an address that no allocator gave out,`;
    case "heap":
      return `${pointerInto(detail, nameOf(block))},`;
    case "global":
      return `${nameOf(block)}, a part of the library's own binary,`;
    case "local":
      return `${nameOf(block)}, a local variable,`;
  }
}

function givenInC(detail: Detail, block: BlockFacts | null): string {
  switch (detail.memory) {
    case "unknown":
      return "a pointer that no allocating function returned";
    case "heap":
      return pointerInto(detail, describeInC(block));
    case "global":
      return isLiteral(block) ? "a string literal" : `${describeInC(block)}, a global variable`;
    case "local":
      return `${describeInC(block)}, a local variable`;
  }
}

function pointerInto({ offset }: Detail, block: string): string {
  return `a pointer ${offset < 0 ? `${bytes(-offset)} before` : `${bytes(offset)} into`} ${block}, not its start`;
}
