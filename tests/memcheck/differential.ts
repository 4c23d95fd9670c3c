/** Prints what memcheck, gcc's AddressSanitizer and Valgrind find in each program: `npx tsx tests/memcheck/differential.ts`. */
import { compareAll } from "./compare-all.ts";
import { tableOf, totalsOf } from "./comparison.ts";
import { findPrograms } from "./programs.ts";

const wanted = process.argv.slice(2);
const programs = findPrograms().filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const rows = await compareAll(programs);
console.log(`${tableOf(rows)}\n\n${totalsOf(rows)}`);
