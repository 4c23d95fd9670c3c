import { measureNumbers } from "./numbers.ts";
import type { CallRow } from "./row.ts";

export type { CallRow } from "./row.ts";

/** Everything that can cross the boundary, beside the other ways across it. */
export async function measureCalls(): Promise<readonly CallRow[]> {
  return [...(await measureNumbers())];
}
