import { forBoth } from "../definition.ts";
import { calledFunction } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `${calledFunction(detail)} was given a pointer into ${
    detail.home === detail.givenTo ? `another opened ${detail.home}` : detail.home
  }: it means nothing in this library's memory.`,
  advice: "Copy the bytes across: every opened library has an address space of its own.",
}));
