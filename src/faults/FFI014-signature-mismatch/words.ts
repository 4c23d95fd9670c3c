import { forBoth } from "../definition.ts";
import { calledFunction, code } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail }) => ({
  message: `${calledFunction(detail)} is declared unlike its C prototype ${code(detail.prototype)}: ${detail.mismatch}.`,
  advice: "Declare it as the prototype says; a call through a wrong signature reads garbage.",
}));
