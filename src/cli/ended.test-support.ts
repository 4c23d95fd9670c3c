import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command, as a file for Node. */
export const BIN = fileURLToPath(new URL("bin.mjs", import.meta.url));

/** What a command came to: its exit code, and what it wrote. */
export const ended = (args: readonly string[]) =>
  new Promise<{ status: number | string | null; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ status: error ? (error.code ?? null) : 0, stdout, stderr }),
    );
  });
