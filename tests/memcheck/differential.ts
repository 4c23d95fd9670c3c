/** Prints what memcheck, gcc's AddressSanitizer and Valgrind find in each program: `npx tsx tests/memcheck/differential.ts`. */
import { compare, tableOf, type Row } from "./comparison.ts";
import { ABSENT } from "./native.ts";
import { findPrograms } from "./programs.ts";

const wanted = process.argv.slice(2);
const programs = findPrograms().filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const rows: Row[] = [];
for (const program of programs) rows.push(await compare(program));
console.log(tableOf(rows));

const wrong = rows.filter(({ program }) => program.expected !== null);
const right = rows.filter(({ program }) => program.expected === null);
const count = (found: readonly Row[], has: (row: Row) => boolean) => `${found.filter(has).length} of ${found.length}`;
console.log(`\nwrong programs found:   memcheck ${count(wrong, (row) => row.ours.length > 0)}`);
console.log(`                        AddressSanitizer ${ABSENT.asan ?? count(wrong, (row) => row.asan !== null)}`);
console.log(`                        Valgrind ${ABSENT.valgrind ?? count(wrong, (row) => row.valgrind !== null)}`);
console.log(`right programs accused: memcheck ${count(right, (row) => row.ours.length > 0)}`);
