import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const BIN = fileURLToPath(new URL("../../src/cli/bin.mjs", import.meta.url));
const SERVER = fileURLToPath(new URL("command-server.mjs", import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command for `command-server.ts`. */
export interface Order {
  /** Its working folder. */
  readonly folder: string;
  /** Path of the command's script, then what follows it. */
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

export interface Answer {
  /** The exit code. */
  readonly status: number;
}

type Files = Readonly<Record<string, string>>;

/** A folder of the tests of one file, and the command as it runs there. */
export interface CommandFolder {
  readonly folder: () => string;
  /** Writes these files, then runs `memcheck` with the parameters, in a process that stays and has the compiler loaded. */
  readonly run: (files: Files, parameters: readonly string[], input?: string) => Promise<Ran>;
  /** The same in a process of its own, as a person starts it: seconds instead of a fraction of one. */
  readonly runAlone: (files: Files, parameters: readonly string[], input?: string) => Ran;
}

/** Makes the folder before the tests of a file, and removes it after them. */
export function commandFolder(): CommandFolder {
  let folder = "";
  let server: Server | undefined;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "memcheck-")));
    server = new Server();
  });
  afterAll(() => {
    server?.end();
    rmSync(folder, { recursive: true });
  });
  const write = (files: Files): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  };
  return {
    folder: () => folder,
    run: (files, parameters, input = "") => {
      write(files);
      return server!.run({ folder, command: [BIN, "memcheck", ...parameters], environment: process.env }, input);
    },
    runAlone: (files, parameters, input = "") => {
      write(files);
      const command = [BIN, "memcheck", ...parameters];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, input, encoding: "utf8" });
      return { status, stdout, stderr };
    },
  };
}

/** The process of `command-server.ts`. Its standard streams are files, which grow with each command. */
class Server {
  readonly #streams = mkdtempSync(path.join(tmpdir(), "memcheck-streams-"));
  readonly #process: ChildProcess;
  readonly #read = { stdout: 0, stderr: 0 };

  constructor() {
    appendFileSync(this.#path("stdin"), "");
    this.#process = spawn(process.execPath, [SERVER], {
      stdio: [
        openSync(this.#path("stdin"), "r"),
        openSync(this.#path("stdout"), "a"),
        openSync(this.#path("stderr"), "a"),
        "ipc",
      ],
    });
  }

  async run(order: Order, input: string): Promise<Ran> {
    appendFileSync(this.#path("stdin"), input);
    const answered = new Promise<Answer>((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new Error(`the process ended with ${code}: ${this.#since("stderr")}`));
      this.#process.once("exit", ended);
      this.#process.once("message", (answer: Answer) => {
        this.#process.off("exit", ended);
        resolve(answer);
      });
    });
    this.#process.send(order);
    const { status } = await answered;
    return { status, stdout: this.#since("stdout"), stderr: this.#since("stderr") };
  }

  end(): void {
    this.#process.kill();
    rmSync(this.#streams, { recursive: true });
  }

  #path(stream: string): string {
    return path.join(this.#streams, stream);
  }

  /** What has been written since the last time. */
  #since(stream: "stdout" | "stderr"): string {
    const bytes = readFileSync(this.#path(stream));
    const text = bytes.subarray(this.#read[stream]).toString("utf8");
    this.#read[stream] = bytes.length;
    return text;
  }
}
