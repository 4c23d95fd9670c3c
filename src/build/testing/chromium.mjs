import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../setup.mjs";

/** Names of a browser that Playwright drives as Chromium, the plainest first. */
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge", "chrome"];

const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Path of a Chromium on this machine: the one that `CHROMIUM_PATH` names, one on the PATH, one where a system keeps its
 * applications, or the one Playwright installed for itself. null when there is none.
 *
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const { chromium } = await import("playwright");
  const named = process.env["CHROMIUM_PATH"];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...(named ? [named] : []), ...onPath, ...APPLICATIONS, chromium.executablePath()];
  return candidates.find(isExecutable) ?? null;
}

/**
 * As `findChromium`, and where there is none it has Playwright install its own.
 *
 * @returns {Promise<string>}
 * @throws Error with one sentence that says what to do, when there is none even then
 */
export async function provideChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  console.error("There is no Chromium here: installing one (npx playwright install chromium) …");
  // As root it may install the system's libraries too; elsewhere the browser alone has to do.
  const withLibraries = process.platform === "linux" && process.getuid?.() === 0;
  if (withLibraries) playwright("install-deps", "chromium");
  const status = playwright("install", "chromium");
  const installed = status === 0 ? await findChromium() : null;
  if (installed === null) {
    throw new Error(
      "The browser tests need Chromium, and it could not be installed: install one by hand, or set CHROMIUM_PATH to one.",
    );
  }
  const started = spawnSync(installed, ["--version"], { encoding: "utf8" });
  if (started.status !== 0) {
    throw new Error(
      `Chromium was installed but does not start (${started.stderr.trim().split("\n")[0]}): as root, run "npx playwright install-deps chromium".`,
    );
  }
  return installed;
}

/** @param {string[]} args */
const playwright = (...args) =>
  spawnSync(process.execPath, [join(ROOT, "node_modules", "playwright", "cli.js"), ...args], { stdio: "inherit" })
    .status;

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
