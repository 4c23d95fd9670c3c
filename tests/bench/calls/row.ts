import type { Comparison } from "../compare.ts";

/** One thing that crosses the boundary, beside the same done another way. */
export interface CallRow {
  /** What is measured, and after it what it is measured against. */
  readonly what: string;
  readonly peer: string;
  readonly cost: Comparison;
  /** What was set for it; empty where nothing was. */
  readonly reach: string;
}

export const row = (what: string, peer: string, cost: Comparison, reach = ""): CallRow => ({ what, peer, cost, reach });
