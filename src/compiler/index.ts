export { compileChecks } from "./compile-checks.ts";
export { compileProgram } from "./compile.ts";
export { diagnose, type Diagnosis } from "./diagnose.ts";
