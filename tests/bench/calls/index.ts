import { measureBuffers } from "./buffers.ts";
import { measureCallbacks } from "./callbacks.ts";
import { measureNumbers } from "./numbers.ts";
import type { CallRow } from "./row.ts";
import { measureStructs } from "./structs.ts";
import { measureText } from "./text.ts";

export type { CallRow } from "./row.ts";

/** Everything that can cross the boundary, beside the other ways across it. */
export async function measureCalls(): Promise<readonly CallRow[]> {
  return [
    ...(await measureNumbers()),
    ...(await measureStructs()),
    ...(await measureCallbacks()),
    ...(await measureText()),
    ...(await measureBuffers()),
  ];
}
