import path from "node:path";
import { fileURLToPath } from "node:url";
import type { LibraryBuild } from "../../contract/description.ts";
import { CHECKER_EXPORTS, GRANULE } from "../../contract/checker-abi.ts";
import { MEMORY_LIMIT, REAL, WRAPPED } from "../checker/interface.ts";
import { CHECKER_FOLDERS, type LibrarySource } from "./libraries.ts";

/** Folder of this project's C: the checker, the annotations, the libraries. */
export const C_SOURCES = fileURLToPath(new URL("../../../c-sources", import.meta.url));

const MiB = 1024 * 1024;

/** No path of this machine in the output, whatever folder the build runs in. */
const REPRODUCIBLE = [`-ffile-prefix-map=${C_SOURCES}=.`, "-fdebug-compilation-dir=."];

const LANGUAGE = ["-std=gnu17", "-Wall", "-Wextra", "-Werror"];

export const LIBRARY_FLAGS = [...LANGUAGE, ...REPRODUCIBLE, "-O2", "-I", path.join(C_SOURCES, "include")];

/**
 * By which a variant finds the library's headers, and nothing that is included with angle brackets is found instead: `<strings.h>`
 * is the C library's.
 */
export const includeFlags = ({ name, variant }: LibrarySource): string[] => (variant === null ? [] : ["-iquote", name]);

/** Checks inline, each fault reported by a call that returns; line numbers for the table of code locations. */
export const CHECKED_FLAGS = [
  ...LIBRARY_FLAGS,
  "-gline-tables-only",
  ...["-Xclang", "-fsanitize=address", "-Xclang", "-fsanitize-recover=address"],
  ...["-Xclang", "-fsanitize-address-use-after-scope", "-mllvm", "-asan-use-after-return=always"],
];

/**
 * The checker itself is not checked. It handles address 0 as memory, and must not have its loops replaced by calls of
 * the very functions it wraps. Every engine that runs the page has the two instructions that fill and copy memory.
 * Run the compiler in the folder that holds the checker's folders.
 */
export const CHECKER_FLAGS = [
  ...LANGUAGE,
  ...REPRODUCIBLE,
  ...["-O2", "-fno-builtin", "-fno-delete-null-pointer-checks", "-mbulk-memory"],
  ...CHECKER_FOLDERS.flatMap((folder) => ["-I", folder]),
];

/** How to link the files of one build into `output`, whose name ends in `.mjs`. */
export function linkFlags(build: LibraryBuild, functions: readonly string[], filesystem: boolean): string[] {
  const exported = build === "checked" ? [...functions, ...CHECKER_EXPORTS] : functions;
  return [
    "-O2",
    ...["-sMODULARIZE=1", "-sEXPORT_ES6=1", "-sENVIRONMENT=worker", "-sDYNAMIC_EXECUTION=0", "-sINVOKE_RUN=0"],
    ...["-sWASM_BIGINT=1", "-sALLOW_TABLE_GROWTH=1", "-sALLOW_MEMORY_GROWTH=1", `-sMAXIMUM_MEMORY=${MEMORY_LIMIT}`],
    ...[`-sTOTAL_STACK=${MiB}`, `-sFILESYSTEM=${filesystem ? 1 : 0}`, "--no-entry"],
    ...['-sEXPORTED_RUNTIME_METHODS=["addFunction","removeFunction"]'],
    `-sEXPORTED_FUNCTIONS=${JSON.stringify(exported.map((name) => `_${name}`))}`,
    ...["--pre-js", path.join(C_SOURCES, "glue/before.js")],
    ...["--js-library", path.join(C_SOURCES, "glue/clock.js")],
    ...(build === "checked"
      ? [
          // Below is the shadow.
          ...[`-sGLOBAL_BASE=${MEMORY_LIMIT / GRANULE}`, `-sINITIAL_MEMORY=${24 * MiB}`],
          ...["--js-library", path.join(C_SOURCES, "glue/hooks.js")],
          ...WRAPPED.map((name) => `-Wl,--wrap=${name}`),
          // The linker does not see that `__real_memmove` means the archive's memmove, unless that is asked for by name.
          ...REAL.map((name) => `-Wl,-u,${name}`),
        ]
      : [`-sINITIAL_MEMORY=${4 * MiB}`]),
  ];
}
