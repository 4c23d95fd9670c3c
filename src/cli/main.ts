import { Command } from "commander";
import { addExplainCommand } from "./explain-command.ts";
import { addCheckCommand } from "./check-command.ts";
import { addExerciseCommand } from "./exercise-command.ts";
import { addMemcheckCommand } from "./memcheck-command.ts";
import { EXIT } from "./exit.ts";
import { addRunCommand } from "./run-command.ts";
import { print, printError } from "./terminal.ts";

/** Does what `process.argv` asks for, and leaves the exit code in `process.exitCode`; ends the process when it cannot begin. */
export async function main(): Promise<void> {
  const program = new Command("ffi-playground")
    .description("See what happens at the boundary between TypeScript and C.")
    .showHelpAfterError()
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => printError(text.trimEnd()) })
    // A command that cannot begin ends with 2, so that 1 always means the program itself.
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

  addRunCommand(program);
  addMemcheckCommand(program);
  addExplainCommand(program);
  addCheckCommand(program);
  addExerciseCommand(program);
  await program.parseAsync();
}

/** Says what has gone wrong in a command itself, and leaves the exit code for that. */
export function failed(error: unknown): void {
  printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = EXIT.notRun;
}
