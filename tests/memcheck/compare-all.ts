import { Worker } from "node:worker_threads";
import type { Row } from "./comparison.ts";
import type { Program } from "./programs.ts";

/** What a thread says: nothing when it has begun, then for each program its row, or why there is none. */
interface Answer {
  readonly row?: Row;
  readonly problem?: string;
}

const THREADS = 2;

/** A thread gives the memories of its programs back only when it ends. */
const PROGRAMS_A_THREAD = 20;

/** Compares all programs, two at a time: a thread loads the compiler once. Throws at the first that cannot be compared. */
export async function compareAll(programs: readonly Program[], each: (row: Row) => void = () => {}): Promise<Row[]> {
  const rows: Row[] = [];
  const waiting = [...programs];
  const thread = (): Promise<void> => {
    let left = PROGRAMS_A_THREAD;
    const worker = new Worker(new URL("comparison-thread.mjs", import.meta.url), {
      resourceLimits: { stackSizeMb: 32 },
    });
    return new Promise<void>((resolve, reject) => {
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`a thread ended with code ${code}`)));
      worker.on("message", ({ row, problem }: Answer) => {
        if (problem !== undefined) return reject(new Error(problem));
        if (row !== undefined) {
          rows.push(row);
          each(row);
        }
        const next = left-- > 0 ? waiting.shift() : undefined;
        if (next === undefined) resolve();
        else worker.postMessage(next);
      });
    }).finally(() => worker.terminate());
  };
  const threads = async (): Promise<void> => {
    while (waiting.length > 0) await thread();
  };
  await Promise.all(Array.from({ length: THREADS }, threads));
  return rows.sort((one, other) => one.program.name.localeCompare(other.program.name));
}
