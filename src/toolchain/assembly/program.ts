import type { CLocation } from "../../contract/description.ts";
import type { Locate } from "./locations.ts";
import { unmountedFile } from "../files/program-files.ts";

/** The runtime's function that a program calls instead of using more stack than there is. */
export const STACK_EXHAUSTED = "ffi_stack_exhausted";

/** What of the host is called when main begins: before that the C library has allocated for itself. */
export const MAIN_HOOK = "ffi_hook_main";

/** Bytes of stack kept for functions of the C library, whose frames are not looked at. */
const STACK_RESERVE = 16 * 1024;

/** Names of the functions that assembly defines, as C names them. */
export function definedIn(assembly: string): string[] {
  return [...assembly.matchAll(/^\s*\.type\s+([^\s,]+),@function/gm)].map((match) => match[1]!);
}

/**
 * Says which function each line of the program belongs to, by what the assembly of all its files says. Without
 * optimisation nothing is inlined, so a line's code stands in its own function.
 *
 * @param files Receives the name of each file, as it is first met.
 */
export function locator(assemblies: readonly string[], files: string[]): Locate {
  const functions = new Map<string, string>();
  for (const assembly of assemblies) {
    const names = new Map<string, string>();
    let current = "";
    for (const line of assembly.split("\n")) {
      const begin = /^\s*\.type\s+([^\s,]+),@function/.exec(line);
      if (begin) current = begin[1]!;
      const file = /^\s*\.file\s+(\d+)\s+(?:"((?:[^"\\]|\\.)*)"\s+)?"((?:[^"\\]|\\.)*)"/.exec(line);
      if (file) names.set(file[1]!, [file[2], file[3]].filter((part) => part !== undefined).join("/"));
      const at = /^\s*\.loc\s+(\d+)\s+(\d+)\s/.exec(line);
      if (at && at[2] !== "0") functions.set(`${unmountedFile(names.get(at[1]!) ?? "")}:${at[2]}`, plainName(current));
    }
  }
  return (path, line, column): CLocation | null => {
    const file = unmountedFile(path);
    if (file === null) return null;
    const inside = functions.get(`${file}:${line}`);
    if (inside === undefined) return null;
    let index = files.indexOf(file);
    if (index < 0) index = files.push(file) - 1;
    return { file: index, line, column, function: inside };
  };
}

/** The linker's names for main say how it was declared. */
export const plainName = (name: string): string =>
  /^(main|__main_argc_argv|__main_void|__original_main)$/.test(name) ? "main" : name;

/**
 * Makes each function of the program look, when it takes its frame, whether the stack has room for it: below the stack
 * stand the program's globals, and nothing else would keep it from running into them.
 */
export function guardStack(assembly: string): string {
  const output: string[] = [`\t.functype\t${STACK_EXHAUSTED} (i32) -> ()`];
  for (const line of assembly.split("\n")) {
    output.push(line);
    // Signed: a frame larger than what is below it wraps to a negative address.
    if (/^\s*global\.set\s+__stack_pointer/.test(line)) {
      output.push("\tglobal.get\t__stack_pointer", `\ti32.const\t__data_end+${STACK_RESERVE}`, "\ti32.lt_s");
      output.push("\tif", "\tglobal.get\t__stack_pointer", `\tcall\t${STACK_EXHAUSTED}`, "\tend_if");
    }
  }
  return output.join("\n");
}

/** Lets main begin by saying so. */
export function announceMain(assembly: string): string {
  let inMain = false;
  const output = [`\t.functype\t${MAIN_HOOK} () -> ()`];
  for (const line of assembly.split("\n")) {
    output.push(line);
    const begin = /^\s*\.type\s+([^\s,]+),@function/.exec(line);
    if (begin) inMain = plainName(begin[1]!) === "main";
    if (inMain && line.startsWith("# %bb.0:")) output.push(`\tcall\t${MAIN_HOOK}`);
  }
  return output.join("\n");
}

/**
 * Lets a store's check say where to store. What is out of bounds would overwrite what its neighbours or the checker keep
 * there, and what the program does after that would say nothing about its own mistakes: it goes somewhere else.
 */
export function divertBadWrites(assembly: string): string {
  const lines = assembly.split("\n");
  const sizes = ["1", "2", "4", "8", "16"];
  const output = sizes.map((size) => `\t.functype\tffi_store${size} (i32) -> (i32)`);
  lines.forEach((line, index) => {
    const size = /^\s*call\s+__asan_store(\d+)_noabort/.exec(line)?.[1];
    const address = /^\s*local\.get\s+(\d+)/.exec(lines[index - 1] ?? "")?.[1];
    if (size === undefined || address === undefined) output.push(line);
    else output.push(`\tcall\tffi_store${size}`, `\tlocal.set\t${address}`);
  });
  return output.join("\n");
}

/** The runtime's functions of which `divertBadWrites` makes stores ask. */
export const STORE_CHECKS = ["1", "2", "4", "8", "16"].map((size) => `ffi_store${size}`);

/**
 * Takes away the checks of what the compiler keeps of values (`definedness.ts`): their places follow from addresses that are
 * checked themselves.
 */
export function trustValueBits(assembly: string): string {
  const output: string[] = [];
  let trusted = new Set<string>();
  for (const line of assembly.split("\n")) {
    const before = (back: number) => output.at(-back) ?? "";
    if (/# -- Begin function/.test(line)) trusted = new Set();
    const set = /^\s*local\.(?:set|tee)\s+(\d+)/.exec(line)?.[1];
    if (set !== undefined) {
      const flips = /^\s*i32\.xor/.test(before(1)) && /^\s*i32\.const\s+268435456\b/.test(before(2));
      const below = /^\s*i32\.(add|and)/.test(before(1)) && /^\s*i32\.const\s+(-268435456|-4)\b/.test(before(2));
      const of = /^\s*local\.get\s+(\d+)/.exec(before(3))?.[1];
      if (flips || (below && (of === undefined || trusted.has(of)))) trusted.add(set);
      else trusted.delete(set);
    }
    const place = /^\s*local\.get\s+(\d+)/.exec(before(1))?.[1];
    if (place !== undefined && trusted.has(place) && /^\s*call\s+__asan_(load|store)\d+_noabort/.test(line))
      output.pop();
    else output.push(line);
  }
  return output.join("\n");
}

/** What the compiler calls for itself. */
const CHECKS = /^(__asan_|__msan_|ffi_)/;

/**
 * The C library's function called at each position, by the position's number; null where none or more than one is, or
 * where clang made the call of a plain assignment.
 */
export function calleesAt(assemblies: readonly string[], count: number): (string | null)[] {
  const callees: (Set<string> | undefined)[] = [];
  for (const assembly of assemblies) {
    let site = 0;
    const lines = assembly.split("\n");
    lines.forEach((line, index) => {
      if (/^\s*i32\.store\s+ffi_(outer_)?site/.test(line)) site = Number(/(\d+)\s*$/.exec(lines[index - 1]!)?.[1] ?? 0);
      const call = /^\s*call\s+([^\s,]+)/.exec(line);
      if (call && site > 0 && !CHECKS.test(call[1]!)) (callees[site] ??= new Set()).add(call[1]!);
      if (call) site = 0;
    });
  }
  return Array.from({ length: count }, (_, site) => {
    const names = [...(callees[site] ?? [])];
    return names.length === 1 ? names[0]! : null;
  });
}
