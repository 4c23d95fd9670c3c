import path from "node:path";
import type { CLocation, LibraryDescription } from "../../contract/description.ts";
import { markConstants } from "../assembly/constants.ts";
import { SiteTable, storeSites } from "../assembly/locations.ts";
import { WRAPPED } from "../libraries/flags.ts";
import {
  announceMain,
  calleesAt,
  definedIn,
  divertBadWrites,
  STORE_CHECKS,
  trustValueBits,
  guardStack,
  locator,
  MAIN_HOOK,
  plainName,
  STACK_EXHAUSTED,
} from "../assembly/program.ts";
import { clang } from "./clang.ts";
import { DIVERTED, firstNames } from "../assembly/interceptors.ts";
import { isComputed } from "./computed.ts";
import { link } from "./link.ts";
import { followLibraryCalls } from "../assembly/library-calls.ts";
import { EMULATED, UNIX_HEADER_FLAGS } from "../files/unix-headers.ts";
import {
  EXACT,
  PRELUDE,
  VALUE_FLAGS,
  VALUE_REPORTS,
  VALUE_RUNTIME,
  WRAPPED_BY_UNIX,
  WRAPPED_HERE,
} from "./definedness.ts";
import { renameAmbiguous } from "../assembly/ambiguous-names.ts";
import { mounted, mountedTree, readProgram, unmountedText } from "../files/program-files.ts";

/** What to compile, as on a compiler's command line. */
export interface ProgramSource {
  readonly files: readonly string[];
  /** Folders in which includes are looked for. */
  readonly include: readonly string[];
  /** `NAME` or `NAME=value`. */
  readonly define: readonly string[];
}

/** A program compiled with the checker. */
export interface CheckedProgram {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Its files and positions, as those of a library: a run of it is read by the same ledger. */
  readonly description: LibraryDescription;
  /** The C library's function called at each position; null where none or more than one is. */
  readonly callees: readonly (string | null)[];
  /** By position, whether what it stores is computed there, and no mere copy. */
  readonly computed: readonly boolean[];
  /** What clang warned of. */
  readonly warnings: string;
  /** Bytes of each C file and header of this machine that was read, by its whole path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

export type CompileOutcome =
  | { readonly ok: true; readonly program: CheckedProgram }
  /** `output`: the compiler's own words, or a sentence. */
  | { readonly ok: false; readonly output: string };

/** By position, whether what is stored there is computed there. Clang's column of an assignment is that of its operator. */
function storesComputed(
  sites: readonly (CLocation | null)[],
  files: readonly string[],
  texts: CheckedProgram["texts"],
): boolean[] {
  // Once a file, and not once a position: there are as many positions as there are lines.
  const lines = files.map((file) => new TextDecoder().decode(texts.get(path.resolve(file))).split("\n"));
  return sites.map((site) => {
    if (site === null) return false;
    return isComputed(lines[site.file]![site.line - 1]?.slice(site.column - 1) ?? "");
  });
}

/** The name under which the ledger knows a program. */
export const PROGRAM = "program";

/**
 * Compiles a C program with checks in every access, and links it with the checker.
 *
 * Without optimisation: a compiler may take an undefined act for one that never happens, and what it has removed
 * cannot be shown.
 *
 * Throws as `readFile` does when a file cannot be read.
 */
export async function compileProgram(source: ProgramSource): Promise<CompileOutcome> {
  const texts = await readProgram(source.files, source.include, source.define);
  const tree = mountedTree(texts, source.include);
  const flags = [
    ...["-std=gnu17", "-O0", "-fno-builtin", "-gline-tables-only"],
    ...["-Xclang", "-fsanitize=address", "-Xclang", "-fsanitize-recover=address"],
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
    ...VALUE_FLAGS,
    // The headers say it of functions that WASI does not have and the runtime has.
    "-Wno-deprecated-declarations",
    ...["-fmacro-prefix-map=/program/=/", `-fmacro-prefix-map=${mounted(process.cwd())}/=`],
    ...EMULATED,
    ...UNIX_HEADER_FLAGS,
    ...source.include.flatMap((folder) => ["-I", mounted(folder)]),
    ...source.define.map((name) => `-D${name}`),
  ];

  let warnings = "";
  const plain: string[] = [];
  for (const file of source.files) {
    const run = await clang([...flags, "-S", mounted(file), "-o", "-"], { ...tree, ...PRELUDE }, file);
    if (!run.ok) return { ok: false, output: unmountedText(run.output) };
    warnings += unmountedText(run.output);
    plain.push(markConstants(new TextDecoder().decode(run.stdout)));
  }

  const table = new SiteTable();
  const files: string[] = [];
  const locate = locator(plain, files);
  const defined = new Set(plain.flatMap(definedIn));
  // The linker does not miss it: a program without main links, and traps when it starts.
  if (![...defined].some((name) => plainName(name) === "main")) {
    const output = `there is no main function in ${source.files.join(", ")}: memcheck runs a whole program`;
    return { ok: false, output };
  }
  const own = new Set([...defined, MAIN_HOOK, ...VALUE_RUNTIME]);
  const takers = new Set<string>([
    ...WRAPPED,
    ...WRAPPED_HERE,
    ...DIVERTED,
    STACK_EXHAUSTED,
    ...VALUE_REPORTS,
    ...STORE_CHECKS,
  ]);
  const placed = plain.map((assembly) => {
    const named = firstNames(assembly, defined);
    const guarded = announceMain(divertBadWrites(trustValueBits(guardStack(named))));
    return storeSites(guarded, table, locate, own, takers);
  });
  const followed = placed.map((assembly) => followLibraryCalls(assembly, defined, EXACT));
  const taken = [...WRAPPED, ...WRAPPED_HERE, ...WRAPPED_BY_UNIX];
  const linked = await link(
    followed.map((assembly) => renameAmbiguous(assembly, defined, taken)),
    source.files,
  );
  if (linked.wasm === null) return { ok: false, output: unmountedText(linked.output) };
  return {
    ok: true,
    program: {
      wasm: linked.wasm,
      description: { name: PROGRAM, files, functions: [], structs: [], locations: table.sites },
      callees: calleesAt(placed, table.sites.length),
      computed: storesComputed(table.sites, files, texts),
      warnings,
      texts,
    },
  };
}
