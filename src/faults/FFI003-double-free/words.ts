import type { Words } from "../definition.ts";
import { code, describeInC, nameOf, releaser } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block, span }) => ({
    message: `${nameOf(block)} was released a second time${detail.function === null ? "" : ` by ${releaser(detail.function, span)}`}.`,
    advice: "Release memory in one place only: give it one owner, and let `using` release it.",
  }),
  c: ({ detail, block }) => ({
    message: `${describeInC(block)} was released a second time by ${code(detail.function ?? "free")}.`,
    advice: "Release memory in one place only, and forget the pointer there.",
  }),
};
