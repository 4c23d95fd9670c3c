import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/**
 * The name the text gives to an expression's value: the variable, field or property it is stored in, through
 * parentheses, `!`, `as`, `await`, the branches of `??`, `||` and `?:`, and a `DisposableStack`'s `use`. Null when it is
 * stored nowhere by name.
 */
export function valueName(ts: Ts, expression: TypeScript.Expression): string | null {
  let child: TypeScript.Node = expression;
  let parent: TypeScript.Node = expression.parent;
  while (passesValueThrough(ts, parent, child)) {
    child = parent;
    parent = parent.parent;
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === child) return nameText(ts, parent.name);
  if (ts.isPropertyDeclaration(parent) && parent.initializer === child) return nameText(ts, parent.name);
  if (ts.isPropertyAssignment(parent) && parent.initializer === child) return nameText(ts, parent.name);
  if (ts.isBinaryExpression(parent) && parent.right === child && isAssignment(ts, parent)) {
    return nameText(ts, parent.left);
  }
  return null;
}

function passesValueThrough(ts: Ts, parent: TypeScript.Node, child: TypeScript.Node): boolean {
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent)
  ) {
    return true;
  }
  if (ts.isCallExpression(parent)) return isUse(ts, parent) && parent.arguments[0] === child;
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = parent.operatorToken.kind;
  return operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken;
}

/** `stack.use(value)` gives the value back. */
const isUse = (ts: Ts, { expression, arguments: { length } }: TypeScript.CallExpression): boolean =>
  length === 1 && ts.isPropertyAccessExpression(expression) && expression.name.text === "use";

function isAssignment(ts: Ts, node: TypeScript.BinaryExpression): boolean {
  const operator = node.operatorToken.kind;
  return operator === ts.SyntaxKind.EqualsToken || operator === ts.SyntaxKind.QuestionQuestionEqualsToken;
}

function nameText(ts: Ts, node: TypeScript.Node): string | null {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteral(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return null;
}
