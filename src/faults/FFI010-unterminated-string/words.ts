import type { Words } from "../definition.ts";
import type { BlockFacts } from "../facts.ts";
import { bytes, describeInC, inFunction, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words: Words<Detail> = {
  "typescript-and-c": ({ detail, block }) => ({
    message: `${inFunction(detail)}${nameOf(block)} was read as a C string, but ${noNul(detail, block)}.`,
    advice: "Allocate one byte more and set it to 0, or use `cstring`, which does.",
  }),
  c: ({ detail, block }) => ({
    message: `${inFunction(detail)}${describeInC(block)} was read as a text, but ${noNul(detail, block)}.`,
    advice: "Leave room for the NUL, and write it.",
  }),
};

const noNul = (detail: Detail, block: BlockFacts | null): string =>
  `none of its ${bytes(block?.bytes ?? detail.bytes)} is a NUL`;
