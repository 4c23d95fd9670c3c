// Says: You look for NULL only where you ask about a code yourself. The library may have no words for a code that it has just
// given, too: a later version may know more codes than texts.
// Check: A failure is an exception with the library's code and words
// Fault: FFI001
// When: null
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
    super(new PointerView(get_error_string(code)!).getCString());
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
  return inputs.map((input) => {
    try {
      return halve(input);
    } catch (error) {
      if (error instanceof OperationError) return error;
      throw error;
    }
  });
}
