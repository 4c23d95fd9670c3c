import { hideConstructor } from "./hide-constructor.ts";

/** Written below, where the private field is in sight: no program can reach it from a disposable, nor call it for one. */
let tell: (value: object, site: number) => void;
let has: (value: object) => boolean;
let read: (value: Scoped) => number;

/**
 * What a scope's end releases. The compiled program tells it where its scope ends, so that its release is reported at
 * that line and not at whichever call came last.
 */
export abstract class Scoped {
  #site = 0;

  static {
    has = (value) => #site in value;
    read = (value) => value.#site;
    tell = (value, site) => {
      if (#site in value) value.#site = site;
    };
  }
}

hideConstructor(Scoped);

/** A class that keeps its scope's end itself: one whose objects a program makes often, since a base class costs time. */
export interface ScopedClass {
  readonly is: (value: object) => boolean;
  readonly tell: (value: object, site: number) => void;
}

const others: ScopedClass[] = [];

export function addScopedClass(scoped: ScopedClass): void {
  others.push(scoped);
}

/** Whether a value is a disposable of this module's, or none at all. */
export function isScoped(value: unknown): boolean {
  return typeof value !== "object" || value === null || has(value) || others.some(({ is }) => is(value));
}

export function tellScope(site: number, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  tell(value, site);
  for (const other of others) other.tell(value, site);
}

/** Where the scope ends that releases this; 0 when it has not been told. */
export const scopeSite = (value: Scoped): number => read(value);
