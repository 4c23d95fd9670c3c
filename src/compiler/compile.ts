import type TypeScript from "typescript";
import { PROGRAM_URL, type CompileOutcome, type SyntaxProblem } from "../contract/program.ts";
import { RUNTIME } from "./names.ts";
import { instrumentCalls } from "./instrument-calls.ts";
import { LibraryNames } from "./library-names.ts";
import { refusals } from "./refusals.ts";
import { SpanTable } from "./span-table.ts";
import { syntaxProblems } from "./syntax-problems.ts";
import { topLevelAwaits } from "./top-level-awaits.ts";

type Ts = typeof TypeScript;

/**
 * Compiles a learner's program: types are dropped, `using` is lowered (Safari has none), calls are numbered.
 *
 * Type errors do not stop it. Text that does not parse is refused, and so is what no program may do (`refusals.ts`), with
 * every problem and its place.
 * `ts` is handed in because the page and Node each have their own copy of the same TypeScript.
 */
export function compileProgram(ts: Ts, text: string): CompileOutcome {
  try {
    return compile(ts, text);
  } catch (error) {
    // The parser goes as deep into its own stack as the text nests.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, problems: [TOO_DEEP] };
  }
}

const TOO_DEEP: SyntaxProblem = {
  message: "The program nests deeper than it can be read; make it flatter.",
  line: 1,
  column: 1,
  parses: true,
};

function compile(ts: Ts, text: string): CompileOutcome {
  const spans = new SpanTable();
  const libraries = new LibraryNames();
  const refused: SyntaxProblem[] = [];
  const output = ts.transpileModule(text, {
    fileName: "program.ts",
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      sourceMap: true,
      inlineSources: false,
      isolatedModules: true,
      newLine: ts.NewLineKind.LineFeed,
    },
    transformers: { before: [refusals(ts, refused), instrumentCalls(ts, spans, libraries)] },
  });
  const problems = [...syntaxProblems(ts, output.diagnostics ?? []), ...refused];
  if (problems.length > 0) return { ok: false, problems };
  const code = output.outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, "");
  return {
    ok: true,
    program: {
      // The global is there for one read: what the program writes itself has no way to the runtime.
      code: `const ${RUNTIME} = globalThis.${RUNTIME}; ${code}//# sourceURL=${PROGRAM_URL}\n`,
      spans: spans.all(),
      map: output.sourceMapText ?? "",
      libraries: libraries.all(),
      awaits: topLevelAwaits(ts, text),
    },
  };
}
