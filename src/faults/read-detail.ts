import { safeParse } from "valibot";
import { DETAILS } from "./all.ts";
import type { FaultCode, FaultDetail } from "./detail.ts";
import { MAX_DETAIL_LENGTH } from "./limits.ts";

/** The detail that a text says, for a fault of this code; null when it says none. The text may be anyone's. */
export function readDetail(code: FaultCode, text: string): FaultDetail | null {
  if (text.length > MAX_DETAIL_LENGTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, output } = safeParse(DETAILS[code], value);
  return success ? output : null;
}
