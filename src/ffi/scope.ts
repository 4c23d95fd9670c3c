/**
 * How the compiled program tells a disposable where its scope ends, so that its release is reported at that line and
 * not at whichever call came last.
 */
export const SCOPE = Symbol("ffi.scope");

export interface Scoped {
  [SCOPE](site: number): void;
}

export function tellScope(site: number, value: unknown): void {
  if (typeof value === "object" && value !== null && SCOPE in value) (value as Scoped)[SCOPE](site);
}
