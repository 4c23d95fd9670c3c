// Says: get_error_string returns NULL for a code that it does not know, and you read a text there all the same.
// Check: A code without words gives its number
// Fault: FFI001
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
  return new PointerView(text!).getCString();
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
  return inputs.map((input) => {
    try {
      return halve(input);
    } catch (error) {
      if (error instanceof OperationError) return error;
      throw error;
    }
  });
}
