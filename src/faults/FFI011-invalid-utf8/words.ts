import { forBoth } from "../definition.ts";
import { hexadecimal } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `the bytes at ${hexadecimal(detail.address)} were read as text, but they are not UTF-8.`,
  advice: "Read them as bytes, or decode them with the encoding that C wrote them in.",
}));
