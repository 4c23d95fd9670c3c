import { borrowed, dlopen, PointerView } from "ffi";

const TABLE = {
  perform_operation: { parameters: ["i32"], result: "i32" },
  get_last_error: { parameters: [], result: "i32" },
  get_error_string: { parameters: ["i32"], result: borrowed("pointer") },
} as const;

/** Carries the code and a text that was made before. */
export class OperationError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = this.constructor.name;
  }
}

/** Decodes the text by hand, byte for byte. */
function textAt(view: PointerView): string {
  const bytes: number[] = [];
  for (let byte = view.getUint8(0); byte !== 0; byte = view.getUint8(bytes.length)) bytes.push(byte);
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

export function describe(code: number): string {
  using library = dlopen("errors", TABLE);
  const pointer = library.symbols.get_error_string(code);
  return pointer === null ? "error " + String(code) : textAt(new PointerView(pointer));
}

export function halve(input: number): number {
  if (Int32Array.of(input)[0] !== input) throw new RangeError(`${input} does not fit into an int`);
  using library = dlopen("errors", TABLE);
  const result = library.symbols.perform_operation(input);
  if (result !== -1) return result;
  const code = library.symbols.get_last_error();
  throw new OperationError(code, describe(code));
}

export function halveAll(inputs: readonly number[]): (number | OperationError)[] {
  const outcomes = new Array<number | OperationError>(inputs.length);
  for (const [index, input] of inputs.entries()) {
    try {
      outcomes[index] = halve(input);
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      outcomes[index] = error;
    }
  }
  return outcomes;
}
