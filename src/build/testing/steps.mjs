import { join } from "node:path";
import { isBuilt } from "../fresh.mjs";
import { ROOT } from "../setup.mjs";
import { provideChromium } from "./chromium.mjs";
import { countPlaywright, countVitest } from "./counts.mjs";

/**
 * One step of `npm test`: a program of `node_modules`, and for a runner of tests how to read its report.
 *
 * @typedef {object} Step
 * @property {string} name what `--only` calls it
 * @property {string} does for the heading
 * @property {boolean} [oneCore] whether it takes one core only, and disturbs no other that does
 * @property {string} [repair] what to run when it fails
 * @property {(report: string) => string[]} command a script and its arguments; `report` is where a runner has to write
 * @property {(report: any) => import("./counts.mjs").Counts} [count]
 * @property {(report: string) => Promise<Record<string, string>>} [environment] what the program finds in its environment
 */

/** @param {...string} parts */
const tool = (...parts) => join(ROOT, "node_modules", ...parts);

/** @param {string} name @param {string} does @returns {Step} */
const vitest = (name, does) => ({
  name,
  does,
  command: (report) => [
    ...[tool("vitest", "vitest.mjs"), "run", "--project", name],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ],
  count: countVitest,
});

/** In the order in which they run: what is quick and says most comes first. @type {readonly Step[]} */
export const STEPS = [
  {
    name: "format",
    does: "is everything formatted?",
    oneCore: true,
    repair: "npm run format",
    command: () => [tool("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."],
  },
  {
    name: "lint",
    does: "do imports follow the arrows between rooms?",
    oneCore: true,
    command: () => [tool("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"],
  },
  {
    name: "types",
    does: "do the types hold?",
    oneCore: true,
    command: () => [tool("typescript", "bin", "tsc"), "--noEmit"],
  },
  {
    name: "build",
    does: "the site",
    oneCore: true,
    command: () => [tool("vite", "bin", "vite.js"), "build", "--logLevel", "warn"],
  },
  vitest("unit", "each room by itself"),
  vitest("programs", "programs against what they must report"),
  vitest("lessons", "every program of every lesson"),
  vitest("memcheck", "C programs by themselves, beside what native tools find in them"),
  vitest("wasm", "the libraries, and whether wasm/ is what c-sources/ makes"),
  {
    name: "browser",
    does: "the site in Chromium",
    command: () => [
      ...[tool("playwright", "cli.js"), "test", "--config", join(ROOT, "tests", "browser", "playwright.config.ts")],
      "--reporter=list,json",
    ],
    count: countPlaywright,
    environment: async (report) => {
      if (!isBuilt(ROOT))
        throw new Error("dist/ is missing or older than its sources: run the step build before this one");
      return { CHROMIUM_PATH: await provideChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    },
  },
];

/**
 * The steps that the arguments of `npm test` ask for: all, or those of `--only a,b`.
 *
 * @param {readonly string[]} args
 * @returns {readonly Step[]}
 * @throws Error with one sentence when they name no step
 */
export function choose(args) {
  if (args.length === 0) return STEPS;
  const [option, list, ...rest] = args;
  const names = option === "--only" && rest.length === 0 && list !== undefined ? list.split(",") : [];
  const known = STEPS.map(({ name }) => name);
  if (names.length === 0 || names.some((name) => !known.includes(name))) {
    throw new Error(`Use "npm test", or "npm test -- --only NAME[,NAME]" with names from: ${known.join(" ")}.`);
  }
  return STEPS.filter(({ name }) => names.includes(name));
}

/**
 * The same steps, in the same order, with those of one core that follow each other as one group.
 *
 * @param {readonly Step[]} steps
 * @returns {Step[][]}
 */
export function sideBySide(steps) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.oneCore && last?.[0]?.oneCore) last.push(step);
    else groups.push([step]);
  }
  return groups;
}
