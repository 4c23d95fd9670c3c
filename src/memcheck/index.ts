export { compileProgram, PROGRAM, type CheckedProgram, type ProgramSource } from "./compile.ts";
export { runChecked, runHere, type MemcheckReport, type RunOptions } from "./memcheck.ts";
export { printMemcheck } from "./print-memcheck.ts";
