import { CHECKER_EXPORTS, CHECKER_IMPORTS, DEFINEDNESS_MASK, PROGRAM_IMPORTS } from "../../contract/checker-abi.ts";
import { WRAPPED } from "../checker/interface.ts";
import { clang, readOutput, wasmLd, type ToolRun } from "./clang.ts";
import { WRAPPED_BY_UNIX, WRAPPED_HERE } from "./definedness.ts";
import { UNIX_LIBRARIES } from "./unix.ts";

const MiB = 1024 * 1024;

/**
 * Below the program's data stand the checker's shadow, at an eighth of each address, and the two of its values, each as
 * large as the data may grow (`definedness.ts`).
 */
const DATA_BEGIN = 768 * MiB;
export const MEMORY_LIMIT_BYTES = DEFINEDNESS_MASK + 1;

/** As large as most systems give a program. */
const STACK_BYTES = 8 * MiB;

/** What every checked program is linked with. */
export interface RuntimeObjects {
  readonly objects: Readonly<Record<string, Uint8Array>>;
  /** The same, but each only for a program that calls what is in it and does not define that itself. */
  readonly onDemand: Readonly<Record<string, Uint8Array>>;
  /** The C library's functions that stand behind the checker's own. */
  readonly real: readonly string[];
}

/**
 * Assembles, and links with the checker and the C library's start; the result runs under any WASI host that has the
 * checker's hooks.
 *
 * @param names The C file of each assembly.
 */
export async function link(
  assemblies: readonly string[],
  names: readonly string[],
  runtimeObjects: () => Promise<RuntimeObjects>,
): Promise<ToolRun & { readonly wasm: Uint8Array<ArrayBuffer> | null }> {
  const bytes = assemblies.reduce((sum, assembly) => sum + bytesOfZeros(assembly), 0);
  if (bytes > DATA_BYTES)
    return { ok: false, output: tooLarge(bytes), stdout: new Uint8Array(), files: {}, wasm: null };
  const runtime = await runtimeObjects();
  const objects: Record<string, Uint8Array> = {};
  for (const [index, assembly] of assemblies.entries()) {
    const run = await clang(["-mexception-handling", "-c", "in.s", "-o", "-"], { "in.s": assembly }, names[index]!);
    if (!run.ok) return { ...run, wasm: null };
    objects[`${index}.o`] = run.stdout;
  }
  const run = await wasmLd(
    [
      ...["-m", "wasm32", "-L/usr/lib/wasm32-wasip1", "/usr/lib/wasm32-wasip1/crt1-command.o"],
      ...[...Object.keys(objects), ...Object.keys(runtime.objects)],
      ...["--start-lib", ...Object.keys(runtime.onDemand), "--end-lib"],
      ...UNIX_LIBRARIES.map((name) => `-l${name}`),
      ...["-lc", "-lm", "/usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a"],
      ...["--no-stack-first", `--global-base=${DATA_BEGIN}`, `--max-memory=${MEMORY_LIMIT_BYTES}`],
      ...["-z", `stack-size=${STACK_BYTES}`],
      ...[...WRAPPED, ...WRAPPED_HERE, ...WRAPPED_BY_UNIX].map((name) => `--wrap=${name}`),
      // The linker does not see that `__real_memmove` means the archive's memmove, unless that is asked for by name.
      ...runtime.real.flatMap((name) => ["-u", name]),
      ...["__stack_pointer", "__heap_base", "__data_end", "__global_base"].map((name) => `--export=${name}`),
      ...CHECKER_EXPORTS.map((name) => `--export-if-defined=${name}`),
      ...["--allow-undefined-file=hooks", "-o", "out.wasm"],
    ],
    { ...objects, ...runtime.objects, ...runtime.onDemand, hooks: HOOKS.join("\n") },
  );
  const needed = Number(/maximum memory too small, (\d+) bytes needed/.exec(run.output)?.[1] ?? 0);
  if (needed > 0) return { ...run, output: tooLarge(needed - DATA_BEGIN), wasm: null };
  return { ...run, wasm: run.ok ? readOutput(run.files, "out.wasm") : null };
}

/** What a program's variables may take, with its stack. */
const DATA_BYTES = MEMORY_LIMIT_BYTES - DATA_BEGIN;

/** Bytes of the variables that begin as 0. The assembler keeps them all, and comes to an end over too many. */
function bytesOfZeros(assembly: string): number {
  return [...assembly.matchAll(/^\s*\.(?:skip|zero)\s+(\d+)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
}

function tooLarge(bytes: number): string {
  const mebibytes = (count: number) => `${Math.ceil(count / MiB)} MiB`;
  return `the program's variables and its stack take ${mebibytes(bytes)}, and a checked program has ${mebibytes(DATA_BYTES)} for all its memory: try it with smaller arrays`;
}

/** What the host of a checked program provides beside WASI; see `run-binary.ts`. */
const HOOKS = [...CHECKER_IMPORTS, ...PROGRAM_IMPORTS];
