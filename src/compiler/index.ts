export { compileProgram } from "./compile.ts";
