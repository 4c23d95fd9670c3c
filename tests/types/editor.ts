import { join } from "node:path";
import ts from "typescript";
import { emitDeclarations } from "../../src/build/ffi-types.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { diagnose } from "../../src/compiler/index.ts";
import { COMPILER_OPTIONS } from "../../src/ui/editor/compiler-options.ts";

/** Something the editor underlines. */
export interface Underlined {
  /** 1-based. */
  readonly line: number;
  /** The underlined text. */
  readonly text: string;
  /** What the learner reads, its parts one a line. */
  readonly message: string;
  /** It is a warning otherwise. */
  readonly isError: boolean;
}

// TypeScript's own libraries come from its package; everything else is nowhere but in a table.
const HOME = join(ROOT, "nowhere").replaceAll("\\", "/");

/**
 * Checks programs as the editor does: with its options, and the declarations it loads. `programs` are texts by name; the
 * function it gives lists what is underlined in one of them.
 */
export function editorTypes(programs: ReadonlyMap<string, string>): (name: string) => Underlined[] {
  const files = new Map<string, string>();
  for (const { path, text } of emitDeclarations(ROOT).declarations) files.set(`${HOME}/node_modules/ffi/${path}`, text);
  files.set(`${HOME}/node_modules/ffi/index.d.ts`, 'export * from "./ffi/index";\n');
  const declarations = [...files.keys()];
  for (const [name, text] of programs) files.set(`${HOME}/${name}`, text);

  const options: ts.CompilerOptions = { ...COMPILER_OPTIONS, skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.getCurrentDirectory = () => HOME;
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.directoryExists = (path) =>
    [...files.keys()].some((file) => file.startsWith(`${path}/`)) || directoryExists?.(path) === true;
  host.getSourceFile = (path, version) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram(
    [...declarations, ...[...programs.keys()].map((name) => `${HOME}/${name}`)],
    options,
    host,
  );

  return (name) => {
    const source = program.getSourceFile(`${HOME}/${name}`);
    if (!source) throw new Error(`${name} is not among the programs`);
    const found = diagnose(ts, program, source.fileName, program.getSemanticDiagnostics(source));
    return [...program.getSyntacticDiagnostics(source), ...found].map(
      ({ start = 0, length = 0, messageText, category }) => ({
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        text: source.text.slice(start, start + length),
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
        isError: category === ts.DiagnosticCategory.Error,
      }),
    );
  };
}
