import { borrowed, dlopen, PointerView } from "ffi";

const errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
  get_error_string: {
    parameters: ["i32"],
    result: borrowed("pointer"),
  },
});
const { perform_operation, get_last_error, get_error_string } =
  errors.symbols;

/** What the library could not do, and why. */
export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly code: number;

  constructor(code: number) {
    // A copy: the text is C's, and the next one may take its place.
    super(describe(code));
    this.code = code;
  }
}

/** The library's own words for a code, or its number. */
export function describe(code: number): string {
  const text = get_error_string(code);
  if (text === null) return `error ${code}`;
  return new PointerView(text).getCString();
}

/**
 * Half of an even number from 0 to 1000.
 *
 * Throws OperationError for any other, and RangeError for a number
 * that is no integer of 32 bits.
 */
export function halve(input: number): number {
  if (input !== (input | 0))
    throw new RangeError(`${input} is no integer of 32 bits`);
  const result = perform_operation(input);
  if (result >= 0) return result;
  // At once: any other call may replace the error.
  throw new OperationError(get_last_error());
}

/** The half of each, or why there is none. */
export function halveAll(
  inputs: readonly number[],
): (number | OperationError)[] {
  return inputs.map((input) => {
    try {
      return halve(input);
    } catch (error) {
      if (error instanceof OperationError) return error;
      throw error;
    }
  });
}
