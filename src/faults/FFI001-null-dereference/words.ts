import type { Words, Write } from "../definition.ts";
import { done, inFunction } from "../phrases.ts";
import type { Detail } from "./fault.ts";

const said =
  (advice: string): Write<Detail> =>
  ({ detail }) => ({
    message: `${inFunction(detail)}memory was ${done(detail.act)} through a null pointer${detail.address > 0 ? ` plus ${detail.address} bytes` : ""}.`,
    advice,
  });

export const words: Words<Detail> = {
  "typescript-and-c": said("Compare with null before using a pointer that may be null; the C header says which may."),
  c: said("Compare with NULL before using a pointer that may be NULL."),
};
