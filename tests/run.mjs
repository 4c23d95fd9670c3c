/**
 * `npm test`: every check, stopping at the first that fails. Those that take one core each run side by side, the others
 * one after the other. The last line is the sum.
 * `npm test -- --only unit,lessons` runs some.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, setUp } from "../src/build/setup.mjs";
import { NONE, sum, verdict } from "../src/build/testing/counts.mjs";
import { choose, sideBySide } from "../src/build/testing/steps.mjs";

const steps = chosen();
setUp();

const reports = mkdtempSync(join(tmpdir(), "ffi-playground-test-"));
let total = NONE;
/** @type {string | null} */
let failure = null;
for (const group of sideBySide(steps)) {
  await (group.length === 1 ? Promise.all(group.map(performAlone)) : performTogether(group));
  if (failure !== null) break;
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

/** @typedef {import("../src/build/testing/steps.mjs").Step} Step */
/** @typedef {{ counts: import("../src/build/testing/counts.mjs").Counts, problem: string | null }} Outcome */

/** @param {Step} step */
async function performAlone(step) {
  heading(step);
  note(step, await perform(step, "inherit"));
}

/**
 * As many at a time as there are cores. What each says is printed when it has ended, in one piece; the first that fails
 * ends those beside it.
 *
 * @param {readonly Step[]} group
 */
async function performTogether(group) {
  const waiting = [...group];
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const running = new Set();
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined && failure === null; step = waiting.shift()) {
      /** @type {Buffer[]} */
      const said = [];
      const outcome = await perform(step, "pipe", (child) => {
        running.add(child);
        for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => said.push(bytes));
        child.on("close", () => running.delete(child));
      });
      // One that was ended because of another has nothing to say.
      if (failure !== null) return;
      heading(step);
      process.stdout.write(Buffer.concat(said));
      note(step, outcome);
      if (failure !== null) for (const child of running) child.kill();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

/** @param {Step} step */
function heading(step) {
  console.log(`\n── ${step.name}: ${step.does}`);
}

/** @param {Step} step @param {Outcome} outcome */
function note(step, { counts, problem }) {
  total = sum(total, counts);
  if (problem === null) return;
  // A step that is no runner of tests counts as one test when it fails, or the sum would hide it.
  if (counts.failed === 0) total = sum(total, { ...NONE, failed: 1 });
  failure = `${step.name} failed: ${problem}.${step.repair ? ` "${step.repair}" repairs it.` : ""}`;
}

/**
 * @param {Step} step
 * @param {"inherit" | "pipe"} output where what it says goes
 * @param {(child: import("node:child_process").ChildProcess) => void} [started]
 * @returns {Promise<Outcome>}
 */
async function perform(step, output, started = () => {}) {
  const report = join(reports, `${step.name}.json`);
  let environment = {};
  try {
    environment = (await step.environment?.(report)) ?? {};
  } catch (error) {
    return { counts: NONE, problem: error.message.replace(/\.$/, "") };
  }
  const child = spawn(process.execPath, step.command(report), {
    cwd: ROOT,
    stdio: [output === "inherit" ? "inherit" : "ignore", output, output],
    env: { ...process.env, ...environment },
  });
  started(child);
  /** @type {{ status: number | null, signal: string | null, error?: Error }} */
  const { status, signal, error } = await new Promise((resolve) => {
    child.on("error", (error) => resolve({ status: null, signal: null, error }));
    child.on("close", (status, signal) => resolve({ status, signal }));
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
