export type { Condition } from "./conditions.ts";
export { conditionText, runConditions } from "./conditions.ts";
export { exerciseSchema, readExercise, withoutAuthor, type Exercise, type KnownMistake } from "./exercise.ts";
export { readExerciseFolder } from "./folder.ts";
export type { CheckResult, ExamOrder, ExamRun, ExamRunner, FailedRun, JudgedLibrary } from "./judge.ts";
export { checkAnswer, DEFAULT_SEED, type Bench, type Outcome, type ReportedCheck } from "./outcome.ts";
export { ExerciseProblem } from "./problem.ts";
export { claimsOf, prove, type Claim, type Proof } from "./prove.ts";
