// Says: -1 is what perform_operation returns for every failure. It says that there is a code, and it is not the code.
// Check: A failure is an exception with the library's code and words
// When: as-it-is
// Part: it was -1
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
  throw new OperationError(result);
}

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
