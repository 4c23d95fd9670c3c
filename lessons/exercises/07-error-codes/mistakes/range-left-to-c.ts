// Says: You give C every number as it is. An int has 32 bits and no fraction: what does not fit has to be refused before the call.
// Check: noFaults
// Fault: FFI019
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
