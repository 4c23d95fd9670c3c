// Says: The words are yours, not the library's. Another version of it may have other words, and other codes.
// Check: A code is put in the library's words
import { dlopen } from "ffi";

const errors = dlopen("errors", {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
});
const { perform_operation, get_last_error } = errors.symbols;

export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly code: number;

  constructor(code: number) {
    super(describe(code));
    this.code = code;
  }
}

export function describe(code: number): string {
  switch (code) {
    case 1:
      return "the input is negative";
    case 2:
      return "the input is larger than 1000";
    case 3:
      return "the input is not even";
    default:
      return `error ${code}`;
  }
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
