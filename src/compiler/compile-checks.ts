import type TypeScript from "typescript";
import type { ChecksOutcome } from "../contract/exam.ts";
import type { SyntaxProblem } from "../contract/program.ts";
import { syntaxProblems } from "./syntax-problems.ts";

type Ts = typeof TypeScript;

/**
 * Compiles an exercise's checks. They may import from `"exercise"` and `"answer"` only, and each behaviour is one call of `check`
 * at the module's top, whose first argument is its sentence as a literal: so what is going to be looked at stands in the text.
 * `ts` is handed in as to `compileProgram`.
 */
export function compileChecks(ts: Ts, text: string): ChecksOutcome {
  const output = ts.transpileModule(text, {
    fileName: "checks.ts",
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      isolatedModules: true,
      newLine: ts.NewLineKind.LineFeed,
    },
  });
  const problems = syntaxProblems(ts, output.diagnostics ?? []);
  if (problems.length > 0) return { ok: false, problems };
  return read(ts, text, output.outputText);
}

function read(ts: Ts, text: string, code: string): ChecksOutcome {
  const file = ts.createSourceFile("checks.ts", text, ts.ScriptTarget.Latest, true);
  const behaviours: string[] = [];
  const needs = new Set<string>();
  const problems: SyntaxProblem[] = [];
  const refuse = (node: TypeScript.Node, message: string): void => {
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
    problems.push({ message, line: line + 1, column: character + 1, parses: true });
  };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
      if (from === "answer") for (const name of importedNames(ts, statement)) needs.add(name);
      else if (from !== "exercise")
        refuse(statement, 'checks import from "exercise" and from "answer", and nothing else');
      continue;
    }
    const call = checkCall(ts, statement);
    if (!call) continue;
    const [says] = call.arguments;
    if (!says || !ts.isStringLiteralLike(says)) refuse(call, "a check begins with its sentence, as a literal text");
    else if (behaviours.includes(says.text))
      refuse(says, "another check says the same: each has a sentence of its own");
    else behaviours.push(says.text);
  }
  if (problems.length === 0 && behaviours.length === 0) {
    refuse(file, 'there is no check: call check("what must be so", () => { … }) at the module\'s top');
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, checks: { code, behaviours, needs: [...needs] } };
}

/** The call of `check` that a statement is. */
function checkCall(ts: Ts, statement: TypeScript.Statement): TypeScript.CallExpression | null {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return null;
  const { expression: callee } = statement.expression;
  return ts.isIdentifier(callee) && callee.text === "check" ? statement.expression : null;
}

function importedNames(ts: Ts, { importClause: clause }: TypeScript.ImportDeclaration): string[] {
  if (!clause || clause.isTypeOnly) return [];
  const bindings = clause.namedBindings;
  const named =
    bindings && ts.isNamedImports(bindings)
      ? bindings.elements
          .filter(({ isTypeOnly }) => !isTypeOnly)
          .map(({ propertyName, name }) => (propertyName ?? name).text)
      : [];
  return clause.name ? ["default", ...named] : named;
}
