import { hideConstructor } from "./hide-constructor.ts";

/** Written below, where the private field is in sight: no program can reach it from a disposable, nor call it for one. */
let tell: (value: object, span: number) => void;
let has: (value: object) => boolean;
let read: (value: Scoped) => number;

/**
 * What a scope's end releases. The compiled program tells it where its scope ends, so that its release is reported at
 * that line and not at whichever call came last.
 */
export abstract class Scoped {
  #span = 0;

  static {
    has = (value) => #span in value;
    read = (value) => value.#span;
    tell = (value, span) => {
      if (#span in value) value.#span = span;
    };
  }
}

hideConstructor(Scoped);

/** A class that keeps its scope's end itself: one whose objects a program makes often, since a base class costs time. */
export interface ScopedClass {
  readonly is: (value: object) => boolean;
  readonly tell: (value: object, span: number) => void;
}

const others: ScopedClass[] = [];

export function addScopedClass(scoped: ScopedClass): void {
  others.push(scoped);
}

/** Whether a value is a disposable of this module's, or none at all. */
export function isScoped(value: unknown): boolean {
  return typeof value !== "object" || value === null || has(value) || others.some(({ is }) => is(value));
}

export function tellScope(span: number, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  tell(value, span);
  for (const other of others) other.tell(value, span);
}

/** Where the scope ends that releases this; 0 when it has not been told. */
export const scopeEnd = (value: Scoped): number => read(value);
