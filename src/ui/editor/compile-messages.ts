import type { CompileOutcome } from "../../contract/program.ts";

/** First message to a worker that only has to compile. */
export const START_COMPILER = "start-compiler";

export interface CompileRequest {
  readonly id: number;
  readonly text: string;
}

export type CompileReply =
  | { readonly id: number; readonly outcome: CompileOutcome }
  /** The compiler itself failed; a program that does not parse is an outcome. */
  | { readonly id: number; readonly error: string };
