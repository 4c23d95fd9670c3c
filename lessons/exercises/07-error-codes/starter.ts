import { borrowed, dlopen, PointerView } from "ffi";

const errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
  get_error_string: {
    parameters: ["i32"],
    result: borrowed("pointer"),
  },
});
const { perform_operation, get_error_string } = errors.symbols;

/** What the library could not do, and why. */
export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly code: number;

  constructor(code: number) {
    super(describe(code));
    this.code = code;
  }
}

/** The library's own words for a code. */
export function describe(code: number): string {
  const text = get_error_string(code)!;
  return new PointerView(text).getCString();
}

/** Half of an even number from 0 to 1000. */
export function halve(input: number): number {
  const result = perform_operation(input);
  if (result < 0) throw new OperationError(result);
  return result;
}

/** The half of each, or why there is none. */
export function halveAll(
  inputs: readonly number[],
): (number | OperationError)[] {
  return inputs.map((input) => halve(input));
}
