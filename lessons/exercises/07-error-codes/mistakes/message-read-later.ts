// Says: You keep the pointer and read the words only when the message is asked for. By then the library may have written another
// text there: each of your exceptions says what the last one says.
// Check: Each of many outcomes has its own code and words
// When: variant
import { borrowed, dlopen, PointerView, type Pointer } from "ffi";

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
    super();
    this.code = code;
    const text = get_error_string(code);
    Object.defineProperty(this, "message", {
      get: () => wordsAt(text, code),
    });
  }
}

function wordsAt(text: Pointer | null, code: number): string {
  if (text === null) return `error ${code}`;
  return new PointerView(text).getCString();
}

export function describe(code: number): string {
  return wordsAt(get_error_string(code), code);
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
