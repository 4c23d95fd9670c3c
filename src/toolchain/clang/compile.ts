import type { Tree } from "@yowasp/clang";
import type { LibraryDescription } from "../../contract/description.ts";
import { checkProgram, type CheckedAssembly, type ProgramRuntime } from "../assembly/checked-program.ts";
import { plainName } from "../assembly/function-names.ts";
import { WRAPPED } from "../checker/interface.ts";
import { clang } from "./clang.ts";
import { isComputed } from "./computed.ts";
import {
  DEFINEDNESS_FLAGS,
  DEFINEDNESS_REPORTS,
  DEFINEDNESS_RUNTIME,
  PRELUDE_FLAGS,
  EXACT,
  WRAPPED_BY_UNIX,
  WRAPPED_HERE,
  withHeaders,
} from "./definedness.ts";
import { link, type RuntimeObjects } from "./link.ts";
import { symbolsDefined } from "./object-symbols.ts";
import { uncheckedIn, type Unchecked } from "./unchecked.ts";
import { EMULATED, UNIX_HEADER_FLAGS } from "./unix.ts";

/** What to compile, as on a compiler's command line. */
export interface ProgramSource {
  readonly files: readonly string[];
  /** Folders in which includes are looked for. */
  readonly include: readonly string[];
  /** `NAME` or `NAME=value`. */
  readonly define: readonly string[];
  /** What goes past the checker is refused. If not given it is compiled, and warned of. */
  readonly strict?: boolean;
}

/** A program's files as the compiler sees them, and the names it knows them by said as those that reports use. */
export interface ProgramFiles {
  readonly tree: Tree;
  /** Bytes of each C file and header that was read, by its whole path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
  /** Where a file or folder stands in the tree: a path from its root. */
  mounted(file: string): string;
  /** The folder by which reports name files, in the tree. */
  readonly here: string;
  /** The name reports give a file of the tree; null for the compiler's own files. */
  unmountedFile(file: string): string | null;
  /** The compiler's words about the tree, said of where the files are. */
  unmountedText(text: string): string;
  /** The text of a file by the name that reports give it. */
  textOf(file: string): string;
}

/** What a program is compiled and linked with beside what is the compiler's own. */
export interface ProgramRuntimeFiles {
  readonly unixHeaders: Tree;
  readonly objects: () => Promise<RuntimeObjects>;
}

/** A program compiled with the checker. */
export interface CheckedProgram {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Its files and code locations, as those of a library: a run of it is read by the same ledger. */
  readonly description: LibraryDescription;
  /** The C library's function called at each location; null where none or more than one is. */
  readonly callees: readonly (string | null)[];
  /** By location, whether what it stores is computed there, and no mere copy. */
  readonly computed: readonly boolean[];
  /** What clang warned of. */
  readonly warnings: string;
  /** What of the program goes past the checker: a sentence for each, with its place. */
  readonly unchecked: readonly string[];
  /** Bytes of each C file and header of this machine that was read, by its whole path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

export type CompileOutcome =
  | { readonly ok: true; readonly program: CheckedProgram }
  /** `output`: the compiler's own words, or a sentence. */
  | { readonly ok: false; readonly output: string };

/** By location, whether what is stored there is computed there. Clang's column of an assignment is that of its operator. */
function storesComputed({ files, locations }: CheckedAssembly, textOf: (file: string) => string): boolean[] {
  // Once a file, and not once a location: there are as many locations as there are lines.
  const lines = files.map((file) => textOf(file).split("\n"));
  return locations.map((location) => {
    if (location === null) return false;
    return isComputed(lines[location.file]![location.line - 1]?.slice(location.column - 1) ?? "");
  });
}

const RUNTIME: ProgramRuntime = {
  wrapped: [...WRAPPED, ...WRAPPED_HERE, ...WRAPPED_BY_UNIX],
  clearing: [...WRAPPED, ...WRAPPED_HERE, ...DEFINEDNESS_REPORTS],
  silent: DEFINEDNESS_RUNTIME,
  exact: EXACT,
};

/** Clang's words for: what the C says, before any pass has changed it. */
const TO_IR = ["-S", "-emit-llvm", "-Xclang", "-disable-llvm-passes"];
const IR_FILE = "program.ll";

/** C's own functions that the checker's objects have, beside those of the checker. */
const OFFERED = ["chdir", "getcwd", "get_current_dir_name", "vsniprintf"];

async function reservedNames({ objects }: ProgramRuntimeFiles): Promise<ReadonlySet<string>> {
  const names = Object.values((await objects()).objects).flatMap(symbolsDefined);
  return new Set(names.filter((name) => !OFFERED.includes(name)));
}

/** `main.c:4: An attribute keeps the checks out of copy` */
function sentenceOf({ what, place }: Unchecked, nameOf: (file: string) => string | null): string {
  const line = place.line === null ? "" : `:${place.line}`;
  return `${nameOf(place.file) ?? place.file}${line}: ${what}`;
}

const refusalOf = (sentence: string): string => `${sentence}: it cannot be checked, so --strict refuses the program`;

/** The name under which the ledger knows a program. */
export const PROGRAM = "program";

/**
 * Compiles a C program with checks in every access, and links it with the checker.
 *
 * Without optimisation: a compiler may take an undefined act for one that never happens, and what it has removed
 * cannot be shown.
 */
export async function compileFiles(
  source: ProgramSource,
  program: ProgramFiles,
  runtime: ProgramRuntimeFiles,
): Promise<CompileOutcome> {
  const { mounted, unmountedFile, unmountedText } = program;
  const tree = withHeaders(program.tree, runtime.unixHeaders);
  const checks = [
    ...["-O0", "-fno-builtin", "-Xclang", "-fsanitize=address", "-Xclang", "-fsanitize-recover=address"],
    ...[
      "-Xclang",
      "-fsanitize-address-use-after-scope",
      "-mllvm",
      "-asan-mapping-offset=0",
      // Checks inline make a function so large that clang takes minutes for one of a hundred lines.
      "-mllvm",
      "-asan-instrumentation-with-call-threshold=0",
      "-mllvm",
      "-wasm-enable-sjlj",
    ],
    ...DEFINEDNESS_FLAGS,
  ];
  const flags = [
    ...["-std=gnu17", "-gline-tables-only"],
    ...checks,
    ...PRELUDE_FLAGS,
    // The headers say it of functions that WASI does not have and the runtime has.
    "-Wno-deprecated-declarations",
    ...["-fmacro-prefix-map=/program/=/", `-fmacro-prefix-map=${program.here}/=`],
    ...EMULATED,
    ...UNIX_HEADER_FLAGS,
    ...source.include.flatMap((folder) => ["-I", mounted(folder)]),
    ...source.define.map((name) => `-D${name}`),
  ];

  let warnings = "";
  const unchecked: string[] = [];
  const written: string[] = [];
  const reserved = await reservedNames(runtime);
  for (const file of source.files) {
    // In two steps, so that what is looked at is what is compiled, and before the checks are in it.
    const front = await clang([...flags, ...TO_IR, mounted(file), "-o", "-"], tree, file);
    if (!front.ok) return { ok: false, output: unmountedText(front.output) };
    warnings += unmountedText(front.output);
    const ir = new TextDecoder().decode(front.stdout);
    for (const each of uncheckedIn(ir, reserved)) unchecked.push(sentenceOf(each, unmountedFile));
    if (source.strict && unchecked.length > 0) return { ok: false, output: unchecked.map(refusalOf).join("\n") };
    const run = await clang([...checks, "-S", IR_FILE, "-o", "-"], { [IR_FILE]: ir }, file);
    if (!run.ok) return { ok: false, output: unmountedText(run.output) };
    warnings += unmountedText(run.output);
    written.push(new TextDecoder().decode(run.stdout));
  }

  const checked = checkProgram(written, RUNTIME, unmountedFile);
  // The linker does not miss it: a program without main links, and traps when it starts.
  if (![...checked.defined].some((name) => plainName(name) === "main")) {
    const output = `there is no main function in ${source.files.join(", ")}: memcheck runs a whole program`;
    return { ok: false, output };
  }
  const linked = await link(checked.assemblies, source.files, runtime.objects);
  if (linked.wasm === null) return { ok: false, output: unmountedText(linked.output) };
  const { files, locations, callees } = checked;
  return {
    ok: true,
    program: {
      wasm: linked.wasm,
      description: { name: PROGRAM, files, functions: [], structs: [], locations },
      callees,
      computed: storesComputed(checked, program.textOf),
      warnings,
      unchecked: unchecked.map((sentence) => `${sentence}: what it does is not checked.`),
      texts: program.texts,
    },
  };
}
