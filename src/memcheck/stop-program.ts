import type { FaultCode } from "../faults/codes.ts";

/** Thrown through a program that cannot go on: what it was about to do has no meaning, or would destroy the checker's own memory. */
export class StopProgram extends Error {
  override readonly name = "StopProgram";
  readonly code: FaultCode;
  readonly cLocation: number;

  constructor(code: FaultCode, cLocation: number) {
    super(`the program cannot go on after ${code}`);
    this.code = code;
    this.cLocation = cLocation;
  }
}
