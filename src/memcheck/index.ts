export { PROGRAM, type CheckedProgram, type ProgramSource } from "../toolchain/clang/compile.ts";
export { compileProgram } from "../toolchain/files/compile-program.ts";
export { runChecked, type MemcheckOptions, type MemcheckReport } from "./memcheck.ts";
export { printMemcheck } from "./print-memcheck.ts";
