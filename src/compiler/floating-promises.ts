import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/** A place in a text, in UTF-16 units, and what to say about it. */
export interface Remark {
  readonly start: number;
  readonly length: number;
  readonly message: string;
}

const MESSAGE =
  "This promise is not awaited: the program goes on before it has settled, and an error in it comes out of nowhere. Write `await` before it, or `void` to say that this is meant.";

/**
 * Statements whose value is a promise that is not awaited, returned or kept: the language allows them, and a forgotten
 * `await` is what they mostly are. TypeScript itself says nothing about them. A promise with a `catch`, or whose `then`
 * takes both, is looked after.
 */
export function floatingPromises(ts: Ts, file: TypeScript.SourceFile, checker: TypeScript.TypeChecker): Remark[] {
  const remarks: Remark[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isExpressionStatement(node) && floats(node.expression)) {
      const start = node.expression.getStart(file);
      remarks.push({ start, length: node.expression.getEnd() - start, message: MESSAGE });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return remarks;

  function floats(node: TypeScript.Expression): boolean {
    let expression = node;
    while (ts.isParenthesizedExpression(expression)) expression = expression.expression;
    if (!ts.isCallExpression(expression) && !ts.isNewExpression(expression) && !ts.isIdentifier(expression))
      return false;
    return isPromise(checker.getTypeAtLocation(expression)) && !isLookedAfter(expression);
  }

  function isPromise(type: TypeScript.Type): boolean {
    if (type.isUnion()) return type.types.some(isPromise);
    const then = type.getProperty("then");
    if (!then || type.flags & ts.TypeFlags.Any) return false;
    return checker.getTypeOfSymbolAtLocation(then, file).getCallSignatures().length > 0;
  }

  function isLookedAfter(node: TypeScript.Expression): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { name, expression } = node.expression;
    if (name.text === "catch") return node.arguments.length > 0;
    if (name.text === "then") return node.arguments.length > 1;
    return name.text === "finally" && isLookedAfter(expression);
  }
}
