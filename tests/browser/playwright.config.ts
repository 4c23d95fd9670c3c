import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";
import { findChromium } from "../../src/build/testing/chromium.mjs";

const chromium = await findChromium();
/** Chromium refuses its own sandbox to root; nobody else gives it up. */
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: fileURLToPath(new URL(".", import.meta.url)),
  outputDir: fileURLToPath(new URL("../../test-results", import.meta.url)),
  globalSetup: fileURLToPath(new URL("serve-site.ts", import.meta.url)),
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [
        ...asRoot,
        ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        ...["--disable-component-update", "--disable-sync"],
      ],
    },
  },
});
