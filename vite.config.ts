import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ffiTypes } from "./src/build/ffi-types.ts";
import { lessons } from "./src/build/lessons.ts";
import { monacoWorkers } from "./src/build/monaco-workers.ts";
import { policy } from "./src/build/policy.ts";
import { reference } from "./src/build/reference/plugin.ts";
import { runnerSource } from "./src/build/runner-source.ts";
import { sealedFiles } from "./src/build/sealed-files.ts";

export default defineConfig({
  // Addresses in the built site are relative: it can be served from any folder.
  base: "./",
  plugins: [lessons(), ffiTypes(), reference(), runnerSource(), sealedFiles(), policy(), monacoWorkers(), react()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // A library inlined as a data URL would be fetched twice: with the page and again when it is wanted.
    assetsInlineLimit: 0,
    // The TypeScript compiler alone is above any useful limit; first-load size is tested instead.
    chunkSizeWarningLimit: 8000,
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
