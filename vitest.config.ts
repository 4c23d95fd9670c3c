import { availableParallelism } from "node:os";
import { defineConfig, mergeConfig, type TestProjectConfiguration } from "vitest/config";
import site from "./vite.config.ts";

/** Groups that are slower than a unit test: they run programs in workers of their own, or a compiler of another language. */
const GROUPS = { programs: 60, lessons: 60, memcheck: 120, wasm: 300 };

/** One group of tests: `npm test -- --only lessons` runs it alone. */
const group = (name: string, include: string[], exclude: string[], seconds: number): TestProjectConfiguration => ({
  extends: true,
  test: { name, include, exclude, testTimeout: seconds * 1000, hookTimeout: seconds * 1000 },
});

/** Folders of `tests/` that belong to a group besides the one with its name. */
const MORE: Record<string, string[]> = {
  lessons: ["faults", "sealed", "exercises"],
  programs: ["attacks"],
  wasm: ["database"],
};

const foldersOf = (name: string): string[] =>
  [name, ...(MORE[name] ?? [])].map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);
const ELSEWHERE = ["**/node_modules/**", "dist/**", "tests/browser/**"];

// The site's plugins, because what is tested imports what they make; its own idea of what a test is, not.
const { test: _, ...plugins } = site;

export default mergeConfig(
  plugins,
  defineConfig({
    test: {
      // Of itself it would leave one core idle, which is half of a machine with two. Tests of one file that may run side
      // by side are as many.
      maxWorkers: availableParallelism(),
      maxConcurrency: availableParallelism(),
      projects: [
        // Whatever is in no other group is a unit test, so that no test can be forgotten.
        group("unit", ["**/*.test.{ts,tsx}"], [...ELSEWHERE, ...Object.keys(GROUPS).flatMap(foldersOf)], 60),
        ...Object.entries(GROUPS).map(([name, seconds]) => group(name, foldersOf(name), ELSEWHERE, seconds)),
      ],
    },
  }),
);
