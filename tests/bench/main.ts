/**
 * Measures what the project promises about its speed, prints a table, and writes the same as JSON.
 *
 * `npm run bench` measures everything; `npm run bench -- calls kernels checks page views` some of it; `--out FILE` says where the JSON goes.
 * A ratio is a median of pairs measured in turns in one process, so that it means something on a busy machine too.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../src/build/setup.mjs";
import { measureChecks } from "./checks.ts";
import { measureCalls } from "./calls/index.ts";
import { measureKernels } from "./kernels.ts";
import { measurePage } from "./page.ts";
import { callRows, checkRows, kernelRows, layOut, pageRows, type Row } from "./table.ts";
import { measureViews } from "./views.ts";

const SECTIONS = {
  calls: async () => present(await measureCalls(), callRows),
  kernels: async () => present(await measureKernels(), kernelRows),
  checks: async () => present(await measureChecks(), checkRows),
  page: async () => present(await measurePage(), pageRows),
  // The last of them: see there.
  views: async () => present(await measureViews(), callRows),
};
type Section = keyof typeof SECTIONS;

function present<T>(costs: T, rows: (costs: T) => Row[]): { costs: T; rows: Row[] } {
  return { costs, rows: rows(costs) };
}

const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
const names = Object.keys(SECTIONS) as Section[];
const unknown = positionals.find((name) => !names.includes(name as Section));
if (unknown !== undefined) {
  console.error(
    `There is nothing called "${unknown}" to measure: use ${names.join(", ")}, or nothing for all of them.`,
  );
  process.exit(2);
}

const rows: Row[] = [];
const results: Record<string, unknown> = {
  node: process.version,
  processor: `${cpus()[0]?.model ?? "unknown"} × ${cpus().length}`,
};
for (const name of names.filter((name) => positionals.length === 0 || positionals.includes(name))) {
  console.error(`measuring ${name} …`);
  const { costs, rows: measured } = await SECTIONS[name]();
  results[name] = costs;
  rows.push(...measured);
}

const out = resolve(values.out ?? join(ROOT, "test-results", "bench.json"));
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
console.log(`\n${layOut(rows)}\n\n${out}`);
