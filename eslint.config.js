import { fileURLToPath } from "node:url";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { arrows } from "./src/build/lint/arrows.mjs";
import { purity } from "./src/build/lint/purity.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig(
  globalIgnores([
    ...["dist/", "wasm/", ".cache/", "test-results/", "playwright-report/", "tests/wasm/built/"],
    // Learners' programs, wrong ones on purpose.
    "tests/programs/*/",
    "tests/attacks/*/",
    "tests/exercises/*/",
    "tests/types/wrong/",
    "**/*.js",
    "!eslint.config.js",
  ]),
  tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      // A name that begins with an underscore says itself that it is not used.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none", ignoreUsingDeclarations: true },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/build/**"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A promise that nobody waits for is an error that nobody hears of.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    ignores: ["src/build/safe-markdown.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "markdown-it",
              allowTypeImports: true,
              message: "A parser of Markdown is made by src/build/safe-markdown.ts, which takes no HTML as it is.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    ignores: ["tests/**"],
    plugins: { rooms: { rules: { arrows: arrows(root) } } },
    rules: { "rooms/arrows": "error" },
  },
  ...purity,
  {
    // What they print comes from programs that may be hostile: one file shows what a terminal would obey.
    files: ["src/cli/**/*.ts", "src/memcheck/**/*.ts", "src/threads/**/*.{ts,mjs}"],
    ignores: ["src/cli/terminal.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        ...["stdout", "stderr", "_rawDebug"].map((property) => ({
          object: "process",
          property,
          message: "Commands print through src/cli/terminal.ts.",
        })),
      ],
    },
  },
  {
    files: ["src/ui/**/*.{ts,tsx}", "src/main.tsx"],
    extends: [reactHooks.configs.flat.recommended],
    // It warns of libraries that React's compiler skips, and that compiler is not used here.
    rules: { "react-hooks/incompatible-library": "off" },
  },
);
