import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Debian's emcc looks for acorn where Debian puts it, and nowhere else. */
const environment = { ...process.env, NODE_PATH: process.env["NODE_PATH"] ?? "/usr/share/nodejs" };

/**
 * Runs emcc in `folder` and returns what it printed. Throws with the compiler's own messages when it fails.
 */
export async function emcc(folder: string, parameters: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run("emcc", parameters, { cwd: folder, env: environment, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    const failure = error as { stderr?: string; message: string };
    throw new Error(`emcc ${parameters.join(" ")}\n${failure.stderr ?? failure.message}`, { cause: error });
  }
}

/** First line of `emcc --version`, or null when there is no emcc on this machine. */
export async function compilerVersion(): Promise<string | null> {
  try {
    const { stdout } = await run("emcc", ["--version"], { env: environment });
    return stdout.split("\n", 1)[0]!.trim();
  } catch {
    return null;
  }
}
