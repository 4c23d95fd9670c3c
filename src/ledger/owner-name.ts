import { Owner } from "../trace/format.ts";
import type { BlockOwner } from "./snapshot.ts";

/** What a trace says of whose a block is; C's when it says nothing. */
export function ownerName(owner: Owner | undefined): BlockOwner {
  if (owner === Owner.Static) return "static";
  return owner === Owner.TypeScript ? "typescript" : "c";
}
