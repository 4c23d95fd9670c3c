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
  node !== undefined && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || isAsserted(ts, node));

/** `a!`, `a as Uint8Array`: what stands in the program is `a`. */
const isAsserted = (ts: Ts, node: TypeScript.Node): boolean =>
  (ts.isNonNullExpression(node) || ts.isAsExpression(node)) && isName(ts, node.expression);

/** Whether a call asks an iterator for what comes next. */
export const isNext = (ts: Ts, callee: TypeScript.Expression): boolean =>
  ts.isPropertyAccessExpression(callee) && callee.name.text === "next";

/** Whether a call takes its arguments out of a list, which it reads: `f.apply(null, list)`. */
export const applies = (ts: Ts, { expression, arguments: args }: TypeScript.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) &&
  expression.name.text === "apply" &&
  !args.some((one) => ts.isSpreadElement(one));

/** Whether a text is put together where no call says where the program stands. */
export const isTextByItself = (ts: Ts, node: TypeScript.Node): node is TypeScript.TemplateExpression =>
  ts.isTemplateExpression(node) &&
  (ts.isVariableDeclaration(node.parent) || ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent));

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

/** What is asked of a view besides its elements. */
const MEASURES = new Set(["length", "byteLength", "byteOffset"]);

const asksForMeasure = (ts: Ts, node: TypeScript.Node): node is TypeScript.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) && MEASURES.has(node.name.text);

/** Whether this reads a property that is wrong of a view whose memory has moved: `a.length`. */
export function isMeasure(ts: Ts, node: TypeScript.Node): node is TypeScript.PropertyAccessExpression {
  if (!asksForMeasure(ts, node)) return false;
  const { parent } = node;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword || isWritten(ts, node) || isTarget(ts, node)) return false;
  if (ts.isDeleteExpression(parent) || ts.isTaggedTemplateExpression(parent)) return false;
  // Further on in a chain, parentheses around what comes before would end the chain there.
  if (ts.isOptionalChain(node) && ts.isOptionalChain(parent) && parent.expression === node) return false;
  if (ts.isNonNullExpression(parent)) return false;
  return !ts.isCallExpression(parent) || parent.expression !== node;
}

/** Whether this takes a value apart: `[a, b] = c`, `({ a } = b)`. */
export function isAssignedPattern(ts: Ts, node: TypeScript.Node): node is TypeScript.BinaryExpression {
  return assignsToPattern(ts, node) && !isTarget(ts, node);
}

const assignsToPattern = (ts: Ts, node: TypeScript.Node): node is TypeScript.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  (ts.isArrayLiteralExpression(node.left) || ts.isObjectLiteralExpression(node.left));

type Pattern = TypeScript.ObjectBindingPattern | TypeScript.ObjectLiteralExpression;

/** Whether a pattern takes elements by their index, or whatever there is: `{ 0: first }`, `{ [i]: one }`, `{ ...all }`. */
export const takesElements = (ts: Ts, pattern: Pattern): boolean =>
  partsOf(pattern).some((one) => {
    if (isRest(ts, one)) return true;
    const key = ts.isBindingElement(one) ? one.propertyName : one.name;
    return key !== undefined && (ts.isNumericLiteral(key) || ts.isComputedPropertyName(key));
  });

/** Whether a pattern asks for what `isMeasure` does. */
export const takesMeasures = (ts: Ts, pattern: Pattern): boolean =>
  partsOf(pattern).some((one) => {
    const key = (ts.isBindingElement(one) ? one.propertyName : undefined) ?? one.name;
    return key !== undefined && ts.isIdentifier(key) && MEASURES.has(key.text);
  });

const partsOf = (pattern: Pattern): readonly (TypeScript.BindingElement | TypeScript.ObjectLiteralElementLike)[] =>
  "properties" in pattern ? pattern.properties : pattern.elements;

export const isRest = (ts: Ts, one: TypeScript.Node): boolean =>
  (ts.isBindingElement(one) && one.dotDotDotToken !== undefined) || ts.isSpreadAssignment(one);

/** Whether an element is stored to: `a[i] = v`, `a[i] += v`, `a[i]++`. */
export function isWritten(ts: Ts, node: TypeScript.Expression): boolean {
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

/**
 * Whether evaluating this expression can set another span. A function's body does not run yet. It may be one that has been
 * rewritten, which knows no parent.
 */
export function mayCall(ts: Ts, node: TypeScript.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (
    asksForMeasure(ts, node) ||
    assignsToPattern(ts, node) ||
    ts.isSpreadAssignment(node) ||
    ts.isSpreadElement(node) ||
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
