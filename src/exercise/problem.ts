/** An exercise that cannot be one. The message names where it is from, because its author reads it. */
export class ExerciseProblem extends Error {
  override readonly name = "ExerciseProblem";

  constructor(from: string, reason: string) {
    super(`${from}: ${reason}`);
  }
}
