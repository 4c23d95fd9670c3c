import type { LibraryDescription } from "./description.ts";
import type { RunConditions } from "./run.ts";

/** The functions of a library whose result may be NULL, by its header; the C library's allocators are some. */
export const nullableFunctions = ({ functions }: LibraryDescription): string[] =>
  functions.filter(({ result, resultNullable }) => result.kind === "pointer" && resultNullable).map(({ name }) => name);

/** One sentence about the first condition that no run can have; null when a run can have all of them. */
export function impossibleCondition(
  { failMalloc, failAllocation, nullResults = [], variants = {} }: Partial<RunConditions>,
  descriptions: readonly LibraryDescription[],
): string | null {
  if (failMalloc !== undefined && failAllocation !== undefined) {
    return "one run fails an allocation of C's or one of all allocations, and not both";
  }
  for (const { name, variant } of descriptions) {
    const asked = Object.hasOwn(variants, name) ? variants[name] : undefined;
    const words = (which: string | undefined) => (which === undefined ? "itself" : `in its variant ${which}`);
    if (asked !== variant)
      return `the run opens the library ${name} ${words(asked)}, and was given it ${words(variant)}`;
  }
  for (const name of nullResults) {
    if (descriptions.some((description) => nullableFunctions(description).includes(name))) continue;
    const isKnown = descriptions.some(({ functions }) => functions.some((one) => one.name === name));
    return isKnown
      ? `${name} cannot return NULL instead of running: its header does not say that its result may be NULL`
      : `${name} cannot return NULL instead of running: no library that the program opens has such a function`;
  }
  return null;
}
