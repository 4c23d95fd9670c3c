import { dlopen, PointerView } from "ffi";

interface Failure {
  readonly code: number;
  readonly words: string;
}

/** The library behind three questions: the outcomes are values here, and exceptions only for the caller. */
const makeOperations = () => {
  const { symbols } = dlopen("errors", {
    perform_operation: { parameters: ["i32"], result: "i32" },
    get_last_error: { parameters: [], result: "i32" },
    get_error_string: { parameters: ["i32"], result: "pointer" },
  });
  const words = (code: number): string => {
    const pointer = symbols.get_error_string(code);
    return pointer ? new PointerView(pointer).getCString() : `error ${code}`;
  };
  const attempt = (input: number): number | Failure => {
    if (!Number.isInteger(input) || input < -(2 ** 31) || input >= 2 ** 31) {
      throw new RangeError("not an int");
    }
    const half = symbols.perform_operation(input);
    const code = symbols.get_last_error();
    return code === 0 ? half : { code, words: words(code) };
  };
  return { words, attempt };
};

const operations = makeOperations();

export class OperationError extends Error {
  code: number;
  constructor({ code, words }: Failure) {
    super(words);
    this.name = "OperationError";
    this.code = code;
  }
}

export const describe = operations.words;

export function halve(input: number): number {
  const outcome = operations.attempt(input);
  if (typeof outcome === "number") return outcome;
  throw new OperationError(outcome);
}

export function halveAll(inputs: readonly number[]): (number | OperationError)[] {
  const outcomes: (number | OperationError)[] = [];
  for (const input of inputs) {
    const outcome = operations.attempt(input);
    outcomes.push(typeof outcome === "number" ? outcome : new OperationError(outcome));
  }
  return outcomes;
}
