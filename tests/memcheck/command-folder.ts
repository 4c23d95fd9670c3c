import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const BIN = fileURLToPath(new URL("../../src/cli/bin.mjs", import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of the tests of one file, and the command as it runs there. */
export interface CommandFolder {
  readonly folder: () => string;
  /** Writes these files, then runs `memcheck` with the parameters. */
  readonly run: (files: Readonly<Record<string, string>>, parameters: readonly string[], input?: string) => Ran;
}

/** Makes the folder before the tests of a file, and removes it after them. */
export function commandFolder(): CommandFolder {
  let folder = "";
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "memcheck-")));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run: CommandFolder["run"] = (files, parameters, input = "") => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const command = [BIN, "memcheck", ...parameters];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, input, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  return { folder: () => folder, run };
}
