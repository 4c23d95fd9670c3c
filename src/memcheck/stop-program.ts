import type { FaultCode } from "../contract/faults.ts";

/** Thrown through a program that cannot go on: what it was about to do has no meaning, or would destroy the checker's own memory. */
export class StopProgram extends Error {
  override readonly name = "StopProgram";
  readonly code: FaultCode;
  readonly cSite: number;

  constructor(code: FaultCode, cSite: number) {
    super(`the program cannot go on after ${code}`);
    this.code = code;
    this.cSite = cSite;
  }
}
