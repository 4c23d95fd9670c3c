import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/** Whether a call of this is one of a disposable's own method, by either name. */
export function disposes(ts: Ts, callee: TypeScript.Expression): boolean {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === "dispose";
  if (!ts.isElementAccessExpression(callee)) return false;
  const { argumentExpression: key } = callee;
  return ts.isPropertyAccessExpression(key) && key.name.text === "dispose";
}

/** What is walked without a call: nothing else says where. */
export const isName = (ts: Ts, node: TypeScript.Node | undefined): boolean =>
  node !== undefined && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node));

/** Whether a list is what is assigned to, `[a, ...b] = c`, however deep within it. */
export function isTarget(ts: Ts, list: TypeScript.Node): boolean {
  const { parent } = list;
  if (ts.isBinaryExpression(parent)) {
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === list;
  }
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === list;
  const isInside =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent);
  return isInside && isTarget(ts, parent);
}

/** Whether an element is stored to: `a[i] = v`, `a[i] += v`, `a[i]++`. */
export function isWritten(ts: Ts, node: TypeScript.ElementAccessExpression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    return (
      parent.left === node && operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment
    );
  }
  if (!ts.isPrefixUnaryExpression(parent) && !ts.isPostfixUnaryExpression(parent)) return false;
  return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
}

/** Whether evaluating this expression can run code that sets another span. A function's body does not run yet. */
export function mayCall(ts: Ts, node: TypeScript.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    ts.isClassExpression(node)
  ) {
    return true;
  }
  return ts.forEachChild(node, (child) => mayCall(ts, child) || undefined) ?? false;
}

/** Where the variables of a `using` declaration are disposed of: the last character of the enclosing block, or of the file. */
export function endOfScope(ts: Ts, node: TypeScript.Node): [start: number, end: number] {
  let scope: TypeScript.Node = node.parent;
  while (!ts.isSourceFile(scope) && !ts.isBlock(scope) && !ts.isModuleBlock(scope) && !ts.isCaseBlock(scope)) {
    if (ts.isForStatement(scope) || ts.isForOfStatement(scope)) {
      scope = scope.statement;
      break;
    }
    scope = scope.parent;
  }
  if (ts.isSourceFile(scope)) {
    const end = scope.text.trimEnd().length;
    return [Math.max(0, end - 1), end];
  }
  return [scope.end - 1, scope.end];
}
