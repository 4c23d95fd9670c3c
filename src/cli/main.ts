import { Command } from "commander";
import { addExplainCommand } from "./explain-command.ts";
import { addMemcheckCommand } from "./memcheck-command.ts";
import { addRunCommand } from "./run-command.ts";

/** Does what `process.argv` asks for, and leaves the exit code in `process.exitCode`; ends the process when it cannot begin. */
export async function main(): Promise<void> {
  const program = new Command("ffi-playground")
    .description("See what happens at the boundary between TypeScript and C.")
    .showHelpAfterError()
    // A command that cannot begin ends with 2, so that 1 always means the program itself.
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

  addRunCommand(program);
  addMemcheckCommand(program);
  addExplainCommand(program);
  await program.parseAsync();
}
