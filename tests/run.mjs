/**
 * `npm test`: every check, one after the other, stopping at the first that fails. The last line is the sum.
 * `npm test -- --only unit,lessons` runs some.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, setUp } from "../src/build/setup.mjs";
import { NONE, sum, verdict } from "../src/build/testing/counts.mjs";
import { choose } from "../src/build/testing/steps.mjs";

const steps = chosen();
setUp();

const reports = mkdtempSync(join(tmpdir(), "ffi-playground-test-"));
let total = NONE;
let failure = null;
for (const step of steps) {
  console.log(`\n── ${step.name}: ${step.does}`);
  const { counts, problem } = await perform(step);
  total = sum(total, counts);
  if (problem === null) continue;
  // A step that is no runner of tests counts as one test when it fails, or the sum would hide it.
  if (counts.failed === 0) total = sum(total, { ...NONE, failed: 1 });
  failure = `${step.name} failed: ${problem}.${step.repair ? ` "${step.repair}" repairs it.` : ""}`;
  break;
}
rmSync(reports, { recursive: true });

console.log("");
if (total.skipped > 0) console.log(`${total.skipped} skipped; their names say why`);
if (failure !== null) console.log(failure);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failure === null ? 0 : 1;

function chosen() {
  try {
    return choose(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/**
 * @param {import("../src/build/testing/steps.mjs").Step} step
 * @returns {Promise<{ counts: import("../src/build/testing/counts.mjs").Counts, problem: string | null }>}
 */
async function perform(step) {
  const report = join(reports, `${step.name}.json`);
  let environment = {};
  try {
    environment = (await step.environment?.(report)) ?? {};
  } catch (error) {
    return { counts: NONE, problem: error.message.replace(/\.$/, "") };
  }
  const { status, signal, error } = spawnSync(process.execPath, step.command(report), {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (error) return { counts: NONE, problem: error.message };
  if (step.count === undefined) {
    return { counts: NONE, problem: status === 0 ? null : signal === null ? `it ended with code ${status}` : signal };
  }
  const counts = read(report, step.count);
  return { counts: counts ?? NONE, problem: verdict(counts, status) };
}

/**
 * @param {string} report
 * @param {(report: any) => import("../src/build/testing/counts.mjs").Counts} count
 */
function read(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return null;
  }
}
