import { forBoth } from "../definition.ts";
import { code, nameOf } from "../phrases.ts";
import type { Detail } from "./fault.ts";

export const words = forBoth<Detail>(({ detail, block }) => ({
  message: `${nameOf(block)} was used after ${code(detail.takenBy ?? "the library")} had taken it over.`,
  advice: "Treat memory as gone once it is handed over; ask the library for it again if you need it.",
}));
