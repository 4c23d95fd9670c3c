import type { LibraryDescription } from "../contract/description.ts";
import { SiteTable, storeSites } from "../../c-sources/build/sites.ts";
import { WRAPPED } from "../../c-sources/build/flags.ts";
import {
  announceMain,
  calleesAt,
  definedIn,
  divertBadWrites,
  guardStack,
  locator,
  MAIN_HOOK,
  STACK_EXHAUSTED,
} from "./assembly.ts";
import { clang, readOutput } from "./clang.ts";
import { link } from "./link.ts";
import { CHECK_USED, checkUses } from "./value-uses.ts";
import { mounted, mountedTree, readProgram, unmountedText } from "./program-files.ts";

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
  /** What clang warned of. */
  readonly warnings: string;
  /** Bytes of each C file and header of this machine that was read, by its whole path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

export type CompileOutcome =
  | { readonly ok: true; readonly program: CheckedProgram }
  /** `output`: the compiler's own words. */
  | { readonly ok: false; readonly output: string };

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
  const texts = await readProgram(source.files, source.include);
  const tree = mountedTree(texts, source.include);
  const flags = [
    ...["-std=gnu17", "-O0", "-fno-builtin", "-gline-tables-only"],
    ...["-Xclang", "-fsanitize=address", "-Xclang", "-fsanitize-recover=address"],
    ...[
      "-Xclang",
      "-fsanitize-address-use-after-scope",
      "-mllvm",
      "-asan-mapping-offset=0",
      "-mllvm",
      "-wasm-enable-sjlj",
    ],
    ...["-fmacro-prefix-map=/program/=/", `-fmacro-prefix-map=${mounted(process.cwd())}/=`],
    ...["SIGNAL", "PROCESS_CLOCKS", "MMAN", "GETPID"].map((name) => `-D_WASI_EMULATED_${name}`),
    ...source.include.flatMap((folder) => ["-I", mounted(folder)]),
    ...source.define.map((name) => `-D${name}`),
  ];

  let warnings = "";
  const plain: string[] = [];
  for (const file of source.files) {
    const run = await clang([...flags, "-S", mounted(file), "-o", "out.s"], tree);
    if (!run.ok) return { ok: false, output: unmountedText(run.output) };
    warnings += unmountedText(run.output);
    plain.push(new TextDecoder().decode(readOutput(run.files, "out.s")));
  }

  const table = new SiteTable();
  const files: string[] = [];
  const locate = locator(plain, files);
  const own = new Set([...plain.flatMap(definedIn), MAIN_HOOK]);
  const takers = new Set<string>([...WRAPPED, STACK_EXHAUSTED, CHECK_USED]);
  const placed = plain.map((assembly) =>
    storeSites(announceMain(checkUses(divertBadWrites(guardStack(assembly)))), table, locate, own, takers),
  );
  const linked = await link(placed);
  if (linked.wasm === null) return { ok: false, output: unmountedText(linked.output) };
  return {
    ok: true,
    program: {
      wasm: linked.wasm,
      description: { name: PROGRAM, files, functions: [], structs: [], sites: table.sites },
      callees: calleesAt(placed, table.sites.length),
      warnings,
      texts,
    },
  };
}
