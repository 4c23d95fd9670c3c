import { borrowed, dlopen, PointerView } from "ffi";

/** Why it failed: one member for each code that the header names. */
type Failure =
  | { readonly kind: "negative" }
  | { readonly kind: "too-large"; readonly most: number }
  | { readonly kind: "not-even" }
  // A later version of the library may know more of them.
  | { readonly kind: "unknown"; readonly code: number };

type Outcome =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** The library's own words. */
      readonly message: string;
    };

/** OPERATION_MOST of the header. */
const MOST = 1000;

function failureOf(code: number): Failure {
  switch (code) {
    case 1:
      return { kind: "negative" };
    case 2:
      return { kind: "too-large", most: MOST };
    case 3:
      return { kind: "not-even" };
    default:
      return { kind: "unknown", code };
  }
}

/** The errors library, whose failures are values with a type. */
class Operations implements Disposable {
  readonly #library = dlopen("errors", {
    perform_operation: { parameters: ["i32"], result: "i32" },
    get_last_error: { parameters: [], result: "i32" },
    get_error_string: {
      parameters: ["i32"],
      result: borrowed("pointer"),
    },
  });

  /** Throws RangeError for what is no integer of 32 bits. */
  halve(input: number): Outcome {
    if (input !== (input | 0))
      throw new RangeError(`${input} is no integer of 32 bits`);
    const { perform_operation, get_last_error } = this.#library.symbols;
    const value = perform_operation(input);
    if (value >= 0) return { ok: true, value };
    // At once: the next operation overwrites the code.
    const code = get_last_error();
    const message = this.#inWords(code);
    return { ok: false, failure: failureOf(code), message };
  }

  #inWords(code: number): string {
    const text = this.#library.symbols.get_error_string(code);
    if (text === null) return `error ${code}`;
    return new PointerView(text).getCString();
  }

  [Symbol.dispose](): void {
    this.#library.close();
  }
}

/** What the person before the screen can do about it. */
function advice(failure: Failure): string {
  switch (failure.kind) {
    case "negative":
      return "give a number from 0 on";
    case "too-large":
      return `give ${failure.most} at most`;
    case "not-even":
      return "give an even number";
    case "unknown":
      return `look up error ${failure.code}`;
  }
}

using operations = new Operations();

// Each outcome has its own reason, whatever came after it.
const inputs = [8, 7, -4, 2000, 10];
const outcomes = inputs.map((input) => operations.halve(input));
outcomes.forEach((outcome, index) => {
  const input = inputs[index];
  if (outcome.ok) {
    console.log(`half of ${input}: ${outcome.value}`);
  } else {
    const { message, failure } = outcome;
    console.log(`half of ${input}: ${message}; ${advice(failure)}`);
  }
});

try {
  operations.halve(0.5);
} catch (error) {
  console.log((error as Error).message);
}
