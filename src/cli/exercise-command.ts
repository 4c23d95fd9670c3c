import type { Command } from "commander";
import { prove } from "../exercise/index.ts";
import { ExerciseBench } from "./exercise-bench.ts";
import { isProblem, readExerciseAt } from "./exercise-files.ts";
import { EXIT, refuse } from "./exit.ts";
import { print, printJson } from "./terminal.ts";

export function addExerciseCommand(program: Command): void {
  const command = program.command("exercise").description("for an exercise's author");
  command
    .command("prove")
    .argument("<exercise>", "an exercise's id, its folder, or a JSON file")
    .description("say whether the starter fails, the solution passes, and each mistake fails with its own message")
    .option("--json", "print one JSON object instead of text")
    .action(async (asked: string, flags: { readonly json?: boolean }) => {
      process.exitCode = await proveAt(asked, flags.json === true);
    });
  command
    .command("json")
    .argument("<exercise>", "an exercise's id or its folder")
    .description("print it as one JSON value, with the author's part")
    .action((asked: string) => {
      process.exitCode = printExercise(asked);
    });
}

async function proveAt(asked: string, isJson: boolean): Promise<number> {
  const bench = new ExerciseBench();
  try {
    const proofs = await prove(readExerciseAt(asked), bench);
    const proven = proofs.every((proof) => proof.proven);
    if (isJson) printJson({ proven, proofs });
    else for (const { program, proven: is, message } of proofs) print(`${is ? "✓" : "✗"} ${program}: ${message}`);
    return proven ? EXIT.clean : EXIT.faulty;
  } catch (error) {
    if (isProblem(error)) return refuse(error.message);
    throw error;
  } finally {
    await bench.end();
  }
}

function printExercise(asked: string): number {
  try {
    printJson(readExerciseAt(asked));
    return EXIT.clean;
  } catch (error) {
    if (isProblem(error)) return refuse(error.message);
    throw error;
  }
}
