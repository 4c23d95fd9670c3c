/**
 * What an exercise's checks import. They run in an engine of their own: what they give to the answer and get from it are copies of
 * numbers, texts, arrays, typed arrays and plain objects; functions, promises and objects of a class stay where they are, and
 * stand-ins call them there.
 */
declare module "exercise" {
  /**
   * One behaviour of the answer. To be called at the module's top, once for each.
   *
   * @param says what must be so, as a sentence for the learner. A literal text, and no two are the same.
   * @param does looks at it. What it throws, or rejects with, is a failure.
   */
  export function check(says: string, does: () => void | Promise<void>): void;

  /**
   * Begins a statement about a value.
   *
   * @param what names the value in the message: `expect(safeStrlen("é"), 'safeStrlen("é")').toBe(2)`
   */
  export function expect(value: unknown, what?: string): Expectation;

  export interface Expectation {
    /** The same value, as `Object.is` says. */
    toBe(expected: unknown): void;
    /** The same parts, all the way down. */
    toEqual(expected: unknown): void;
    /** A number no further away than `within`, which is 0.000001 unless said. */
    toBeCloseTo(expected: number, within?: number): void;
    /** A text, or an array, that has this part. */
    toContain(part: unknown): void;
    /** A function that throws an exception of this name, with this part in its message. Gives the exception. */
    toThrow(name?: string, part?: string): unknown;
    /** A promise, or a function that gives one, that is rejected so. Gives the exception. */
    toReject(name?: string, part?: string): Promise<unknown>;
  }

  /** Inputs that follow from the run's seed: a made-up answer does not know them. */
  export const random: {
    /** From 0 up to, and without, 1. */
    fraction(): number;
    /** A whole number, both bounds included. */
    integer(least: number, most: number): number;
    pick<T>(list: readonly T[]): T;
    /** Letters from a to z. */
    word(length: number): string;
  };

  /** Whether the run's conditions have made something fail so far: an allocation, or a function that returned NULL. */
  export function hasFailed(): boolean;
  /** How often the answer has called this function of C so far. */
  export function calls(name: string): number;
  /** Blocks of memory that the answer has to release and has not released so far. */
  export function held(): number;
}
