import { leaksNotJudged } from "../../ledger/still-held.ts";
import type { Snapshot } from "../../ledger/snapshot.ts";
import type { RunState } from "../../state/index.ts";
import { limitSentence } from "../parts/limit-sentence.ts";
import { plural } from "../parts/format.ts";

interface Ended {
  readonly phase: RunState["phase"];
  readonly snapshot: Pick<Snapshot, "faults" | "totals" | "end"> | null;
  readonly problems: number;
  readonly failure: { readonly sentence: string } | null;
  readonly outcome: RunState["outcome"];
}

/**
 * `Run finished: 1 fault, 2 blocks leaked.`, or, when leaks were not judged, what was still held instead. Empty until the
 * run has ended.
 */
export function announcement({ phase, snapshot, problems, failure, outcome }: Ended): string {
  if (phase !== "ended") return "";
  if (failure) return `The run failed. ${failure.sentence}`;
  if (problems > 0) return `The program was not run: ${plural(problems, "syntax error")}.`;
  const ending = endingOf(snapshot?.end ?? null, outcome);
  if (!snapshot) return `${ending}.`;
  const faults = snapshot.faults.length === 0 ? "no faults" : plural(snapshot.faults.length, "fault");
  // Names from code stand in backticks, which a voice would read out.
  const notJudged = snapshot.end ? leaksNotJudged(snapshot.end).replaceAll("`", "") : "";
  if (notJudged !== "") return `${ending}: ${faults}. ${notJudged}`;
  const { leakedBlocks } = snapshot.totals;
  return `${ending}: ${faults}, ${leakedBlocks === 0 ? "nothing" : plural(leakedBlocks, "block")} leaked.`;
}

function endingOf(end: NonNullable<Ended["snapshot"]>["end"], outcome: Ended["outcome"]): string {
  if (outcome === "stopped") return "Run stopped";
  const limit = limitSentence(end);
  if (limit !== null) return limit.slice(0, -1);
  return end?.status === "threw" ? "Run ended by an exception" : "Run finished";
}
