// Says: You perform all the operations first and ask for their errors after them. There is one last error for the whole library,
// and each operation replaces it: all you can get is the last one's.
// Check: Each of many outcomes has its own code and words
// When: as-it-is
// Part: the outcome of -4: expected 1, and it was 0
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

export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly code: number;

  constructor(code: number) {
    super(describe(code));
    this.code = code;
  }
}

export function describe(code: number): string {
  const text = get_error_string(code);
  if (text === null) return `error ${code}`;
  return new PointerView(text).getCString();
}

export function halve(input: number): number {
  if (input !== (input | 0))
    throw new RangeError(`${input} is no integer of 32 bits`);
  const result = perform_operation(input);
  if (result >= 0) return result;
  throw new OperationError(get_last_error());
}

export function halveAll(
  inputs: readonly number[],
): (number | OperationError)[] {
  const results = inputs.map((input) => perform_operation(input));
  return results.map((result) =>
    result < 0 ? new OperationError(get_last_error()) : result,
  );
}
