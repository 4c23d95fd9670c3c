import { dirname, relative, resolve, sep } from "node:path";
import { BUILD, ROOMS } from "./rooms.mjs";

/**
 * An ESLint rule: an import may follow an arrow of `rooms.mjs` and no other. Tests may import what they like: they are
 * not part of the program.
 *
 * @param {string} src absolute path of the folder that holds the rooms
 * @returns {import("eslint").Rule.RuleModule}
 */
export function arrows(src) {
  return {
    meta: {
      type: "problem",
      docs: { description: "imports follow the arrows between the rooms of src/" },
      schema: [],
      messages: {
        wrong: "{{from}} may not import {{to}}: {{why}}.{{instead}}",
      },
    },
    create(context) {
      const from = roomOf(src, context.filename);
      if (from === null || isTest(context.filename) || isEntry(context.filename)) return {};

      /**
       * @param {import("estree").Node} node
       * @param {unknown} specifier
       * @param {boolean} typesOnly
       */
      const check = (node, specifier, typesOnly) => {
        if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
        const to = roomOf(src, resolve(dirname(context.filename), specifier.replace(/\?.*$/, "")));
        if (to === null || to === from) return;
        // A declaration of a virtual module takes its shape from the plugin that makes it.
        if (to === BUILD && typesOnly && context.filename.endsWith(".d.ts")) return;
        const problem = judge(from, to, typesOnly);
        if (problem !== null) context.report({ node, messageId: "wrong", data: { from, to, ...problem } });
      };

      return {
        ImportDeclaration: (/** @type {any} */ node) => check(node, node.source.value, isTypesOnly(node)),
        ExportNamedDeclaration: (/** @type {any} */ node) => check(node, node.source?.value, isTypesOnly(node)),
        ExportAllDeclaration: (/** @type {any} */ node) => check(node, node.source.value, isTypesOnly(node)),
        ImportExpression: (/** @type {any} */ node) => check(node, node.source.value, false),
        TSImportType: (/** @type {any} */ node) => check(node, node.source.value, true),
      };
    },
  };
}

/**
 * Why `from` may not import `to`, or null when it may.
 *
 * @param {string} from
 * @param {string} to
 * @param {boolean} typesOnly
 */
function judge(from, to, typesOnly) {
  if (to === "ui")
    return { why: "ui is the last room: nothing that runs without a page may depend on one", instead: "" };
  if (from === BUILD) return null;
  if (to === BUILD) return { why: "build is there when the site is made and not when it runs", instead: "" };
  const room = ROOMS[from];
  if (room === undefined) {
    return { why: "it has no arrows", instead: " Give the new room its line in src/build/lint/rooms.mjs." };
  }
  if (room.imports.includes(to)) return null;
  if (room.types?.includes(to)) {
    return typesOnly ? null : { why: room.why, instead: " Its types may be imported, with `import type`." };
  }
  const allowed = [...room.imports, ...(room.types ?? []).map((name) => `types of ${name}`)];
  return { why: room.why, instead: ` It may import ${allowed.length === 0 ? "nothing" : allowed.join(", ")}.` };
}

/**
 * The folder of `src/` that a file is in: null outside, and for the files of `src/` itself, which wire the rooms.
 *
 * @param {string} src
 * @param {string} file
 */
function roomOf(src, file) {
  const parts = relative(src, file).split(sep);
  return parts[0] === ".." || parts.length < 2 ? null : /** @type {string} */ (parts[0]);
}

/**
 * A worker begins at its own entry, which wires rooms together as `main.tsx` does for the page.
 *
 * @param {string} file
 */
const isEntry = (file) => file.endsWith(".worker.ts");

/** @param {string} file */
const isTest = (file) => /\.test(-[a-z]+)?\.tsx?$/.test(file);

/** @param {any} node */
function isTypesOnly(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every((/** @type {any} */ each) => (each.importKind ?? each.exportKind) === "type")
  );
}
