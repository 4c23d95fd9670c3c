/** Prints what memcheck, gcc's AddressSanitizer and Valgrind find in each program: `npx tsx tests/memcheck/differential.ts`. */
import { availableParallelism } from "node:os";
import { compare, tableOf, totalsOf, type Row } from "./comparison.ts";
import { findPrograms } from "./programs.ts";

const wanted = process.argv.slice(2);
const programs = findPrograms().filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const waiting = [...programs];
const rows: Row[] = [];
const lane = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) rows.push(await compare(next));
};
await Promise.all(Array.from({ length: availableParallelism() }, lane));
console.log(`${tableOf(rows)}\n\n${totalsOf(rows)}`);
