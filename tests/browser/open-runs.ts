import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright/test";
import { rolldown } from "rolldown";
import { frameScript } from "../../src/build/policy.ts";
import { bundleRunner } from "../../src/build/runner-source.ts";
import { WASM } from "../../src/cli/library-files.ts";
import { sealedFiles } from "../../src/sealed/node-entry.mjs";
import { FIXTURES } from "../programs/right-programs.ts";
import { EMPTY_PAGE, SITE } from "./playground-page.ts";
import type { Runs } from "./run-many.ts";

declare global {
  interface Window {
    runs: Runs;
  }
}

/** A page of the site's origin with nothing on it but the sandbox, and the libraries as their files. */
export async function openRuns(page: Page): Promise<void> {
  for (const [prefix, folder] of [
    ["wasm", WASM],
    ["wasm/variants", new URL("variants/", WASM)],
    ["fixtures", FIXTURES],
  ] as const) {
    await page.route(new URL(`${prefix}/*`, SITE).href, (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
      return route.fulfill({ body: readFileSync(new URL(name, folder)) });
    });
  }
  await page.route(new URL("sealed/*", SITE).href, async (route) => {
    const { engine, wasm } = await sealedFiles();
    const isEngine = new URL(route.request().url()).pathname.endsWith(".mjs");
    await route.fulfill({ body: isEngine ? engine : Buffer.from(wasm) });
  });
  const entry = fileURLToPath(new URL("run-many.ts", import.meta.url));
  const bundle = await rolldown({ input: entry, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", codeSplitting: false });
  await bundle.close();
  const { code } = await bundleRunner();
  await page.goto(EMPTY_PAGE);
  await page.addScriptTag({ content: output[0].code });
  const parts = { source: code, frameScript: frameScript() };
  await page.evaluate((given) => void (window.runs = globalThis.openRuns(given)), parts);
}
