import { readSync } from "node:fs";
import { main } from "../../src/cli/main.ts";
import type { Answer, Order } from "./command-folder.ts";

/*
 * A process that runs the command as often as it is told to, one after the other: the compiler is loaded once. What a
 * command finds in its process is as in one of its own: arguments, working folder, environment, the three standard
 * streams. Only the process does not end with it.
 */

/** The command has asked for the end of its process. */
class Ended extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the command ended with ${code}`);
    this.code = code;
  }
}

process.exit = (code) => {
  throw new Ended(Number(code ?? process.exitCode ?? 0));
};

async function statusOf({ folder, command, environment }: Order): Promise<number> {
  process.chdir(folder);
  process.argv = [process.execPath, ...command];
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  process.exitCode = undefined;
  try {
    await main();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof Ended) return error.code;
    // As Node does with what nothing catches.
    console.error(error);
    return 1;
  } finally {
    process.exitCode = undefined;
  }
}

/** What a command has not read of its input is not the next one's. */
function dropInput(): void {
  const bytes = new Uint8Array(4096);
  while (readSync(0, bytes) > 0);
}

const answer = (message: Answer): void => void process.send!(message);
process.on("message", (order: Order) => {
  void statusOf(order).then((status) => {
    dropInput();
    answer({ status });
  });
});
