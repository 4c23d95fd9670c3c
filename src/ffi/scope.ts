/**
 * How the compiled program tells a disposable where its scope ends, so that its release is reported at that line and
 * not at whichever call came last.
 */
export const SCOPE = Symbol("ffi.scope");

export interface Scoped {
  [SCOPE](site: number): void;
}

/** Whether a value is a disposable of this module's, or none at all. */
export function isScoped(value: unknown): boolean {
  return typeof value !== "object" || value === null || SCOPE in value;
}

export function tellScope(site: number, value: unknown): void {
  if (typeof value === "object" && value !== null && SCOPE in value) (value as Scoped)[SCOPE](site);
}
