import type { Exercise, KnownMistake } from "./exercise.ts";
import type { CheckResult } from "./judge.ts";

/**
 * Which known mistake an answer makes: the first of the list that one of its failed checks is. It goes by the check, the
 * conditions under which it failed first, and the faults of that run; never by the answer's text. Those that name a fault come
 * first: a wrong act on memory explains a wrong value, and no value explains the act.
 */
export function recognise({ known }: Pick<Exercise, "known">, checks: readonly CheckResult[]): KnownMistake | null {
  const byFault = [
    ...known.filter(({ fault }) => fault !== undefined),
    ...known.filter(({ fault }) => fault === undefined),
  ];
  return byFault.find((mistake) => checks.some((check) => isSame(mistake, check))) ?? null;
}

function isSame({ check, when, fault, part }: KnownMistake, result: CheckResult): boolean {
  if (result.passed || result.check !== check) return false;
  if (when !== undefined && result.failed?.condition.kind !== when) return false;
  if (fault !== undefined && !(result.faults as readonly string[]).includes(fault)) return false;
  return part === undefined || (result.message?.includes(part) ?? false);
}
