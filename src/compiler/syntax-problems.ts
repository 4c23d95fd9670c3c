import type TypeScript from "typescript";
import type { SyntaxProblem } from "../contract/program.ts";

type Ts = typeof TypeScript;

/** The parser and the checks after it may both complain of one place. */
const isSameProblem = (a: SyntaxProblem, b: SyntaxProblem) =>
  a.line === b.line && a.column === b.column && a.message === b.message;

/** What the parser complains of. */
export function syntaxProblems(ts: Ts, diagnostics: readonly TypeScript.Diagnostic[]): SyntaxProblem[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error)
    .map((diagnostic) => {
      const position = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return {
        message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
        line: (position?.line ?? 0) + 1,
        column: (position?.character ?? 0) + 1,
      };
    })
    .filter((problem, index, all) => index === all.findIndex((other) => isSameProblem(problem, other)));
}
