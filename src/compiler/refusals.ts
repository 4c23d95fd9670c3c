import type TypeScript from "typescript";
import type { SyntaxProblem } from "../contract/program.ts";
import { RUNTIME, TASK } from "./names.ts";

type Ts = typeof TypeScript;

const ONLY_FFI = 'a program can import only "ffi"';

/**
 * Collects what parses and is refused all the same, each place with its sentence:
 *
 * - imports of anything but `"ffi"`. A program is one text, and its own text is a module that it could import a second
 *   time, with a runtime of its own.
 * - the runtime's own names. With them a program could write its own trace.
 * - declarations of `globalThis`. A function of that name is there before the first line of the compiled program reads
 *   the runtime from `globalThis`, and would answer in its place. Every engine has that name for its globals and no other
 *   way that needs no name: a program declares whatever name it likes, and an engine's policy forbids `eval`.
 */
export function refusals(ts: Ts, problems: SyntaxProblem[]): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return () => (file) => {
    const visit = (node: TypeScript.Node): void => {
      const message = sentenceFor(ts, node);
      if (message !== null) {
        const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
        problems.push({ message, line: line + 1, column: character + 1, parses: true });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return file;
  };
}

/** Why this node is refused; null when it is not. */
function sentenceFor(ts: Ts, node: TypeScript.Node): string | null {
  if (ts.isIdentifier(node)) return aboutName(ts, node);
  if (ts.isImportDeclaration(node)) return isFfi(ts, node.moduleSpecifier) ? null : ONLY_FFI;
  if (ts.isExternalModuleReference(node)) {
    return isFfi(ts, node.expression) ? `${ONLY_FFI}, and only by import … from "ffi"` : ONLY_FFI;
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    // Types are gone when it runs.
    if (node.isTypeOnly && isFfi(ts, node.moduleSpecifier)) return null;
    return `${ONLY_FFI}, and export only what it has imported or declared itself`;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) && isFfi(ts, node.argument.literal) ? null : ONLY_FFI;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return `${ONLY_FFI}, and only by import … from "ffi"`;
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return `${ONLY_FFI}, and has no import.${node.name.text}`;
  }
  return null;
}

function aboutName(ts: Ts, node: TypeScript.Identifier): string | null {
  // The text of a name is what its escapes stand for.
  const { text } = node;
  if (text === RUNTIME || text === TASK) return `The name ${text} belongs to the playground; choose another.`;
  if (text === "globalThis" && isDeclared(ts, node))
    return "The name globalThis belongs to the language; choose another.";
  return null;
}

/** Whether this name is what a declaration makes known in its scope; the name of a property or a type is not. */
function isDeclared(ts: Ts, node: TypeScript.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassLike(parent) ||
    ts.isEnumDeclaration(parent) ||
    ts.isModuleDeclaration(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportEqualsDeclaration(parent);
  return declares && parent.name === node;
}

const isFfi = (ts: Ts, specifier: TypeScript.Node): boolean =>
  ts.isStringLiteralLike(specifier) && specifier.text === "ffi";
