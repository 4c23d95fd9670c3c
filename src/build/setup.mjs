/**
 * Makes a fresh clone ready to run: `setUp()`, or `node src/build/setup.mjs`. It uses nothing but Node, because nothing
 * else is there yet. With everything in place it does nothing and needs no network.
 *
 * What it says goes to stderr, so that a command's own output stays clean.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isInstalled } from "./installed.mjs";
import { refusal } from "./node-version.mjs";

/** Folder of `package.json`, without a slash at its end. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Installs what is missing; ends the process with one sentence and code 1 when it cannot. */
export function setUp() {
  const refused = refusal(process.versions.node);
  if (refused !== null) stop(refused);
  if (isInstalled(ROOT)) return;
  console.error("Set-up: installing the packages that package-lock.json names (npm ci) …");
  const { status, error } = npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (error) stop(`Set-up could not start npm: ${error.message}.`);
  if (status !== 0) stop(`Set-up stopped: npm ci ended with code ${status}; its own message is above.`);
  if (!isInstalled(ROOT)) stop("Set-up stopped: npm ci ended well but did not install what package-lock.json names.");
}

/**
 * Runs npm, with its output on stderr. The packages' own install scripts are not needed, so they are not run.
 *
 * @param {string[]} args
 */
function npm(args) {
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ["ignore", 2, 2] };
  const cli = process.env["npm_execpath"];
  if (cli?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [cli, ...args], options);
  // Windows has npm as a script, which only a shell can start.
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
