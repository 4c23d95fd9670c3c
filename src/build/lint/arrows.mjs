import { basename, dirname, relative, resolve, sep } from "node:path";
import { BUILD, FILES_OUTSIDE, OUTSIDE, ROOMS } from "./rooms.mjs";

/**
 * An ESLint rule: an import may follow an arrow of `rooms.mjs` and no other, and so may a path that a file is loaded or
 * read by: `new URL("…", import.meta.url)` and `import.meta.glob("…")`. Tests may reach what they like: they are not part
 * of the program.
 *
 * @param {string} root absolute path of the project's folder
 * @returns {import("eslint").Rule.RuleModule}
 */
export function arrows(root) {
  return {
    meta: {
      type: "problem",
      docs: { description: "imports follow the arrows between the rooms of src/, and those from outside of it" },
      schema: [],
      messages: {
        wrong: "{{from}} may not import {{to}}: {{why}}.{{instead}}",
      },
    },
    create(context) {
      const { filename } = context;
      const from = placeOf(root, filename);
      if (from === null || isTest(filename)) return {};

      /** @type {(node: import("estree").Node, to: string, problem: { why: string, instead: string } | null) => void} */
      const report = (node, to, problem) => {
        if (problem !== null) context.report({ node, messageId: "wrong", data: { from: from.name, to, ...problem } });
      };

      /**
       * @param {import("estree").Node} node
       * @param {string} path relative to this file
       * @param {boolean} typesOnly
       */
      const checkPath = (node, path, typesOnly) => {
        const to = placeOf(root, resolve(dirname(filename), path));
        if (to === null || (to.inside === from.inside && to.name === from.name)) return;
        // A declaration of a virtual module takes its shape from the plugin that makes it.
        if (to.name === BUILD && typesOnly && filename.endsWith(".d.ts")) return;
        if (from.inside && to.inside && isEntry(filename)) return;
        report(node, to.name, judge(from, to, typesOnly));
      };

      /**
       * @param {import("estree").Node} node
       * @param {unknown} specifier
       * @param {boolean} typesOnly
       */
      const checkImport = (node, specifier, typesOnly) => {
        if (typeof specifier !== "string") return;
        if (specifier.startsWith(".")) checkPath(node, specifier.replace(/\?.*$/, ""), typesOnly);
        else report(node, `"${specifier}"`, judgePackage(from, specifier));
      };

      /**
       * @param {import("estree").Node} node
       * @param {any} argument
       */
      const checkFile = (node, argument) => {
        for (const each of argument?.type === "ArrayExpression" ? argument.elements : [argument]) {
          if (each?.type !== "Literal" || typeof each.value !== "string") continue;
          // A file belongs to the place that its folder is.
          checkPath(node, each.value.replace(/^!/, "").replace(/(?:\*.*|\/)$/, "/file"), false);
        }
      };

      return {
        ImportDeclaration: (/** @type {any} */ node) => checkImport(node, node.source.value, isTypesOnly(node)),
        ExportNamedDeclaration: (/** @type {any} */ node) => checkImport(node, node.source?.value, isTypesOnly(node)),
        ExportAllDeclaration: (/** @type {any} */ node) => checkImport(node, node.source.value, isTypesOnly(node)),
        ImportExpression: (/** @type {any} */ node) => checkImport(node, node.source.value, false),
        TSImportType: (/** @type {any} */ node) => checkImport(node, node.source.value, true),
        NewExpression(/** @type {any} */ node) {
          const [path, base] = node.arguments;
          if (node.callee.name === "URL" && isOfModule(base, "url")) checkFile(node, path);
        },
        CallExpression(/** @type {any} */ node) {
          if (isOfModule(node.callee, "glob")) checkFile(node, node.arguments[0]);
        },
      };
    },
  };
}

/**
 * Why `from` may not reach `to`, or null when it may.
 *
 * @param {Place} from
 * @param {Place} to
 * @param {boolean} typesOnly
 */
function judge(from, to, typesOnly) {
  if (!from.inside) {
    const rule = OUTSIDE[from.name];
    return rule === undefined ? null : { why: rule.why, instead: "" };
  }
  if (!to.inside) {
    if (from.name === BUILD || FILES_OUTSIDE[from.name]?.includes(to.name)) return null;
    return { why: "it stands outside src, where the program is not", instead: within(FILES_OUTSIDE[from.name] ?? []) };
  }
  return judgeRooms(from.name, to.name, typesOnly);
}

/**
 * The same of a package.
 *
 * @param {Place} from
 * @param {string} name
 */
function judgePackage(from, name) {
  const rule = from.inside ? undefined : OUTSIDE[from.name];
  return rule === undefined || rule.imports.includes(name) ? null : { why: rule.why, instead: within(rule.imports) };
}

/** @param {string[]} allowed */
const within = (allowed) => (allowed.length === 0 ? "" : ` It may import ${allowed.join(", ")}.`);

/**
 * The same between rooms.
 *
 * @param {string} from
 * @param {string} to
 * @param {boolean} typesOnly
 */
function judgeRooms(from, to, typesOnly) {
  if (from === WIRING || to === WIRING) return null;
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

/** Where the files of `src/` itself are, which wire the rooms. */
const WIRING = "src";

/**
 * A room of `src/`, or a folder beside `src/`: that of the project itself has the name ".".
 *
 * @typedef {{ name: string, inside: boolean }} Place
 */

/**
 * @param {string} root
 * @param {string} file
 * @returns {Place | null} null outside the project
 */
function placeOf(root, file) {
  const [first, second, third] = relative(root, file).split(sep);
  if (first === ".." || first === undefined) return null;
  if (first === "src") return { name: third === undefined ? WIRING : /** @type {string} */ (second), inside: true };
  return { name: second === undefined && first.includes(".") ? "." : first, inside: false };
}

/**
 * `import.meta.url` and the like.
 *
 * @param {any} node
 * @param {string} property
 */
const isOfModule = (node, property) =>
  node?.type === "MemberExpression" && node.object.type === "MetaProperty" && node.property.name === property;

/**
 * A worker, and a process of Node, begin at an entry of their own, which wires rooms together as `main.tsx` does for the page.
 *
 * @param {string} file
 */
const isEntry = (file) => /(\.worker\.ts|^bin\.mjs|-entry\.mjs)$/.test(basename(file));

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
