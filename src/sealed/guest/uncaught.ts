import { handleOfError } from "./host.ts";

/** What the host needs of an exception that the program did not catch, to describe it as the open engine's is described. */
export type UncaughtError =
  | { readonly handle: number; readonly value: string; readonly type: string }
  | {
      readonly handle: number;
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      readonly error?: UncaughtError;
      readonly suppressed?: UncaughtError;
    };

/** Most errors of one that are told of: each may hide another. */
const MOST_ERRORS = 8;

/** Looks at an error once; what throws while it is looked at is told as that. */
export function describeUncaught(error: unknown, depth = 0): UncaughtError {
  const handle = handleOfError(error);
  try {
    if (!(error instanceof Error)) return { handle, value: String(error), type: typeof error };
    const told = {
      handle,
      name: String(error.name),
      message: String(error.message),
      stack: String(error.stack),
    };
    const both = Object.hasOwn(error, "error") && Object.hasOwn(error, "suppressed");
    if (!both || depth >= MOST_ERRORS) return told;
    const { error: later, suppressed } = error as SuppressedError;
    return {
      ...told,
      error: describeUncaught(later, depth + 1),
      suppressed: describeUncaught(suppressed, depth + 1),
    };
  } catch {
    return { handle, value: "[a value that throws when it is read]", type: "object" };
  }
}
