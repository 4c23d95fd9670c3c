import * as v from "valibot";
import { assertionSchema } from "./assertions/all.ts";
import { conditionKinds } from "./condition-kinds.ts";
import { ExerciseProblem } from "./problem.ts";

/** Characters of one text of an exercise, at most: it may have come in a link. */
const MOST_TEXT = 64 * 1024;
const text = (what: string) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_TEXT), v.description(what));
const sentence = (what: string) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500), v.description(what));
const name = (what: string) => v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/), v.maxLength(100), v.description(what));

/** A wrong way that people go, recognised by what it does in the checks, never by its text. */
const knownMistake = v.strictObject({
  says: sentence("What the learner is told: what happened, and why it is wrong."),
  check: sentence(
    "The check that fails: a behaviour's sentence, or the name of an assertion about memory, such as noFaults.",
  ),
  when: v.optional(
    v.pipe(v.picklist(["as-it-is", ...conditionKinds]), v.description("The conditions under which it fails first.")),
  ),
  fault: v.optional(v.pipe(v.string(), v.regex(/^FFI\d{3}$/), v.description("A fault of the run that fails."))),
  part: v.optional(sentence("A part of the failed check's message.")),
});

const author = v.strictObject({
  solution: text("An answer that passes. TypeScript."),
  mistakes: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.description("What it is called.")),
        text: text("The wrong answer. TypeScript."),
        known: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(0),
          v.description("The place, in `known`, of what it is to be recognised as."),
        ),
      }),
    ),
    v.description("Wrong answers, each of which has to be recognised as itself."),
  ),
});

/** An exercise, of any origin: one value that fits in a file or a link. */
export const exerciseSchema = v.strictObject({
  version: v.pipe(v.literal(1), v.description("The version of this format.")),
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    v.maxLength(100),
    v.description("Its address in links and storage: small letters, digits, hyphens."),
  ),
  title: sentence("What it is called."),
  summary: sentence("One sentence for a list of exercises."),
  level: v.pipe(v.picklist(["beginner", "intermediate", "advanced"]), v.description("For whom it is.")),
  library: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9]*$/),
    v.maxLength(100),
    v.description("The name of the library that the answer opens."),
  ),
  task: text("What is to be done, and which names are to be exported. Markdown."),
  starter: text("What the learner begins with. TypeScript."),
  hints: v.pipe(v.array(text("One hint. Markdown.")), v.maxLength(20), v.description("Hints, the gentlest first.")),
  checks: text('The behaviours that are looked at: a TypeScript module that imports from "exercise" and "answer".'),
  memory: v.pipe(
    v.array(assertionSchema),
    v.maxLength(20),
    v.description(
      "Assertions about memory, judged in every run, besides noFaults and nothingLeaked, which always are.",
    ),
  ),
  conditions: v.optional(
    v.pipe(
      v.array(v.picklist(conditionKinds)),
      v.description("The run conditions that are tried besides as it is. Absent: all that the answer can meet."),
    ),
  ),
  orders: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100), v.description("Orders of tasks that are tried.")),
  ),
  failures: v.pipe(
    v.array(name("The name of an exception.")),
    v.maxLength(20),
    v.description(
      "Exceptions that the task documents: the answer may throw one where the conditions make something fail.",
    ),
  ),
  known: v.pipe(v.array(knownMistake), v.maxLength(50), v.description("Mistakes that are recognised.")),
  holds: sentence("What now holds, for a learner whose answer passes."),
  author: v.optional(v.pipe(author, v.description("What a student does not get."))),
});

export type Exercise = v.InferOutput<typeof exerciseSchema>;
export type KnownMistake = v.InferOutput<typeof knownMistake>;

/**
 * Reads an exercise out of a value of any origin.
 *
 * @param from where the value is from, for the message
 * @throws ExerciseProblem that says what is wrong with it, and where
 */
export function readExercise(from: string, value: unknown): Exercise {
  const version: unknown = (value as { version?: unknown } | null | undefined)?.version;
  if (typeof version === "number" && version > 1) {
    throw new ExerciseProblem(
      from,
      `is of version ${version} of the format, and this reads version 1: take a newer one`,
    );
  }
  const read = v.safeParse(exerciseSchema, value);
  if (!read.success) {
    const [issue] = read.issues;
    const path = v.getDotPath(issue);
    throw new ExerciseProblem(from, `${path === null ? "it" : path} is not right: ${issue.message}`);
  }
  return checked(from, read.output);
}

function checked(from: string, exercise: Exercise): Exercise {
  for (const { name: mistake, known } of exercise.author?.mistakes ?? []) {
    if (exercise.known[known] === undefined) {
      throw new ExerciseProblem(
        from,
        `the mistake ${mistake} is to be recognised as number ${known}, which is not known`,
      );
    }
  }
  return exercise;
}

/** What a student gets of it. */
export function withoutAuthor({ author: _, ...rest }: Exercise): Exercise {
  return rest;
}
