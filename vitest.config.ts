import { defineConfig, mergeConfig, type TestProjectConfiguration } from "vitest/config";
import site from "./vite.config.ts";

/** One group of tests: `npm test -- --only lessons` runs it alone. */
const group = (name: string, include: string[], timeoutSeconds: number): TestProjectConfiguration => ({
  extends: true,
  test: { name, include, testTimeout: timeoutSeconds * 1000, hookTimeout: timeoutSeconds * 1000 },
});

// The site's plugins, because what is tested imports what they make; its own idea of what a test is, not.
const { test: _, ...plugins } = site;

export default mergeConfig(
  plugins,
  defineConfig({
    test: {
      projects: [
        group("unit", ["src/**/*.test.{ts,tsx}", "c-sources/**/*.test.ts", "tests/*.test.ts"], 20),
        // These run programs in workers of their own, and a compiler of another language.
        group("lessons", ["tests/lessons/**/*.test.ts", "tests/programs/**/*.test.ts"], 60),
        group("wasm", ["tests/wasm/**/*.test.ts"], 300),
      ],
    },
  }),
);
