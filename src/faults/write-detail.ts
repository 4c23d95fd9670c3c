import type { FaultDetail } from "./detail.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";

/** A detail as it crosses the trace: JSON, its texts cut and its numbers finite, so that no program makes one that is refused. */
export const writeDetail = (detail: FaultDetail): string => JSON.stringify(detail, fitting);

function fitting(_key: string, value: unknown): unknown {
  if (typeof value === "string") return value.length > MAX_TEXT_LENGTH ? cut(value) : value;
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
}

/** Not through the middle of a character: half a surrogate pair is none. */
function cut(text: string): string {
  const end = MAX_TEXT_LENGTH - 1;
  return `${text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end)}…`;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
