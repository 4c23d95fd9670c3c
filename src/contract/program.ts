/** The compiled module's name in stacks, so that a stack line reads the same in every engine. */
export const PROGRAM_URL = "ffi-program.js";

/**
 * A learner's program after compilation: an ES module whose every call is numbered, so that what happens at the
 * boundary can name the learner's own line on every engine, without reading a stack.
 */
export interface CompiledProgram {
  /** JavaScript. Imports of `"ffi"` have become reads of the global the runner puts there. */
  readonly code: string;
  /** Positions by number. Entry 0 is unused: 0 means "position unknown". */
  readonly spans: readonly (SourceSpan | null)[];
  /** Source map (version 3, JSON) from `code` to the learner's text; only uncaught exceptions need it. */
  readonly map: string;
  /** Names written as literals in `dlopen("…")`, each once; null when some call computes its name. */
  readonly libraries: readonly string[] | null;
  /** Where the module itself waits: each `await` that is in no function. */
  readonly awaits: readonly LineRange[];
}

/** Lines of the learner's text, 1-based and inclusive. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** A stretch of the learner's text. Lines and columns are 1-based; the end is exclusive. */
export interface SourceSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The variable or property that the value is stored in, if the text says one: `const name = …` gives `name`. */
  readonly name: string | null;
  /** It is where a scope ends, which disposes of what `using` declares in it. */
  readonly scopeEnd?: true;
}

/** Why a program was refused: it does not parse, or has what no program may have. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** It parses, and is refused all the same. */
  readonly parses?: true;
}

export type CompileOutcome =
  | { readonly ok: true; readonly program: CompiledProgram }
  | { readonly ok: false; readonly problems: readonly SyntaxProblem[] };
