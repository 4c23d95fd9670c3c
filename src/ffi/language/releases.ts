import { scopeEnd, tellScope, type Scoped } from "./scope.ts";
import { suppressAll } from "./suppressed-error.ts";

/** What a stack has to release. It is told which stack does it: one that has moved is another one than at first. */
export type Release = (by: Scoped) => unknown;

/** Hands the line at which a stack's scope ends on to what it releases. */
export const tellEnd = (by: Scoped, value: unknown): void => tellScope(scopeEnd(by), value);

/** The releases of a stack that is open. @throws ReferenceError for one that is not. */
export function openReleases(releases: Release[] | null, name: string): Release[] {
  if (!releases) throw new ReferenceError(`the ${name} has been disposed of, or moved`);
  return releases;
}

/**
 * Does each release, the last one first, and yields what it returned; a caller that waits for that may throw its error back. Every
 * release is attempted. Throws what went wrong in the end, later errors before earlier ones.
 */
export function* releaseAll(releases: readonly Release[], by: Scoped): Generator<unknown, void, void> {
  const errors: unknown[] = [];
  for (const release of [...releases].reverse()) {
    try {
      yield release(by);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw suppressAll(errors);
}

export function requireFunction(what: string, value: unknown): void {
  if (typeof value !== "function") throw new TypeError(`${what} takes a function, got ${typeof value}`);
}
