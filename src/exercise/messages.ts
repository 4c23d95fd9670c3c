import type { End } from "../ledger/snapshot.ts";
import type { Verdict } from "../trace/verdict.ts";

/**
 * What is wrong with a behaviour, as a sentence; null when it holds.
 *
 * @param documented exceptions that the answer may throw here, because the conditions have made something fail
 */
export function behaviourMessage(
  verdict: Verdict | null,
  end: End | null,
  documented: readonly string[],
): string | null {
  // Only a run that came to its end can be a pass, whatever the behaviour said before.
  if (end?.status === "threw") {
    const { name = "an exception", message = "", line = null } = end.error ?? {};
    return `the answer did not catch ${name}: ${message}${line === null ? "" : ` (line ${line})`}`;
  }
  if (end?.status !== "completed") return `the run did not come to its end: ${end?.error?.message ?? "it was stopped"}`;
  switch (verdict?.kind) {
    case "held":
      return null;
    case "broken":
      return verdict.message;
    case "missing":
      return `the answer does not export ${verdict.name}, which the task asks for`;
    case "unsettled":
      return "it waits for a promise that nothing can settle any more";
    case "threw": {
      if (verdict.byAnswer && documented.includes(verdict.name)) return null;
      const what = verdict.name === "" ? verdict.message : `${verdict.name}: ${verdict.message}`;
      return verdict.byAnswer ? `the answer threw ${what}` : `what the answer gave could not be used: ${what}`;
    }
    case "unfit":
      return verdict.message;
    case undefined:
      return "the answer's module did not come to its end";
  }
}
