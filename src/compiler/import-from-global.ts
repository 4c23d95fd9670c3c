import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/**
 * Turns `import { a as b } from "ffi"` into a read of the runtime's module object. A worker has no import map, and a
 * module of the program's own address space could be replaced by the program; the runtime's object is there first.
 * A program with other imports is refused: see `refusals.ts`.
 */
export function importFromGlobal(
  ts: Ts,
  f: TypeScript.NodeFactory,
  module: TypeScript.Expression,
  node: TypeScript.ImportDeclaration,
): TypeScript.Node {
  if (!ts.isStringLiteral(node.moduleSpecifier) || node.moduleSpecifier.text !== "ffi") return node;
  const clause = node.importClause;
  if (!clause || clause.isTypeOnly) return f.createNotEmittedStatement(node);
  const constants: TypeScript.VariableDeclaration[] = [];
  if (clause.name) constants.push(f.createVariableDeclaration(clause.name, undefined, undefined, module));
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    constants.push(f.createVariableDeclaration(bindings.name, undefined, undefined, module));
  } else if (bindings) {
    const elements = bindings.elements
      .filter((element) => !element.isTypeOnly)
      .map((element) =>
        f.createBindingElement(undefined, element.propertyName as TypeScript.PropertyName | undefined, element.name),
      );
    const pattern = f.createObjectBindingPattern(elements);
    constants.push(f.createVariableDeclaration(pattern, undefined, undefined, module));
  }
  if (constants.length === 0) return f.createNotEmittedStatement(node);
  const list = f.createVariableDeclarationList(constants, ts.NodeFlags.Const);
  return ts.setTextRange(f.createVariableStatement(undefined, list), node);
}
