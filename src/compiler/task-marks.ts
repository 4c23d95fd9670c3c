import type TypeScript from "typescript";
import { RUNTIME, TASK } from "./names.ts";
import { isAsync, isGenerator, type YieldAnalysis } from "./yield-analysis.ts";

type Ts = typeof TypeScript;

/**
 * Marks tasks in a program that has async functions. A task is one run of an async function, or the module itself.
 *
 * - an async function's body begins with `const __ffiTask = __ffi.begin()` and ends with `__ffi.leave(__ffiTask)`
 * - the last thing evaluated before a call is `__ffi.as(__ffiTask, …)`, or `__ffi.asks(__ffiTask, …)` when the call may let
 *   others in; a function that is not async runs for its caller, and says only the second
 * - `await e` becomes `__ffi.as(__ffiTask, await __ffi.leave(__ffiTask, e))` when that only lets time pass, else the same
 *   with `waits`
 * - a change of what others can see is preceded by `__ffi.changed(__ffiTask)`
 */
export class TaskMarks {
  readonly #ts: Ts;
  readonly #f: TypeScript.NodeFactory;
  readonly #yields: YieldAnalysis;
  /** Whether what is being marked belongs to the async function, or module, that it stands in. */
  #isOwn = true;

  constructor(ts: Ts, f: TypeScript.NodeFactory, yields: YieldAnalysis) {
    this.#ts = ts;
    this.#f = f;
    this.#yields = yields;
  }

  /** Marks a node; `inner` does what else has to be done with it, and visits its children. */
  mark(
    node: TypeScript.Node,
    inner: (node: TypeScript.Node) => TypeScript.Node,
    each: (node: TypeScript.Node, visit: (child: TypeScript.Node) => TypeScript.Node) => TypeScript.Node,
  ): TypeScript.Node {
    const ts = this.#ts;
    const visit = (child: TypeScript.Node): TypeScript.Node => this.mark(child, inner, each);
    if (ts.isTypeNode(node)) return node;
    if (ts.isFunctionLike(node)) return this.#function(node, visit, each);
    if (ts.isClassLike(node)) return this.#within(false, () => inner(node));
    if (ts.isAwaitExpression(node)) return this.#await(node, inner(node) as TypeScript.AwaitExpression);
    return this.#isChange(node) ? this.#change(inner(node) as TypeScript.Expression) : inner(node);
  }

  #within<T>(isOwn: boolean, act: () => T): T {
    const before = this.#isOwn;
    this.#isOwn = isOwn;
    try {
      return act();
    } finally {
      this.#isOwn = before;
    }
  }

  #function(
    node: TypeScript.Node,
    visit: (child: TypeScript.Node) => TypeScript.Node,
    each: (node: TypeScript.Node, visit: (child: TypeScript.Node) => TypeScript.Node) => TypeScript.Node,
  ): TypeScript.Node {
    const { body } = node as TypeScript.ArrowFunction;
    const isTask = isAsync(this.#ts, node) && !isGenerator(node);
    return each(node, (child) => {
      if (child !== body) return this.#within(false, () => visit(child));
      const visited = this.#within(isTask, () => visit(child));
      return isTask ? this.#taskBody(visited as TypeScript.ConciseBody) : visited;
    });
  }

  #taskBody(body: TypeScript.ConciseBody): TypeScript.Block {
    const f = this.#f;
    const block = this.#ts.isBlock(body) ? body : f.createBlock([f.createReturnStatement(body)], true);
    const leave = f.createExpressionStatement(this.#runtime("leave", [f.createIdentifier(TASK)]));
    return f.createBlock([this.begin(), f.createTryStatement(block, undefined, f.createBlock([leave]))], true);
  }

  /** `const __ffiTask = __ffi.begin();` */
  begin(): TypeScript.Statement {
    const f = this.#f;
    const declaration = f.createVariableDeclaration(TASK, undefined, undefined, this.#runtime("begin", []));
    return f.createVariableStatement(
      undefined,
      f.createVariableDeclarationList([declaration], this.#ts.NodeFlags.Const),
    );
  }

  /** `__ffi.changed();` */
  changed(): TypeScript.Statement {
    return this.#f.createExpressionStatement(this.#runtime("changed", [this.#task()]));
  }

  /** A value that is there once the task is at work again. */
  again(value: TypeScript.Expression): TypeScript.Expression {
    return this.#isOwn ? this.#runtime("as", [this.#task(), value]) : value;
  }

  #task(): TypeScript.Expression {
    return this.#isOwn ? this.#f.createIdentifier(TASK) : this.#f.createNull();
  }

  /** What is evaluated last before a call, with the task that makes it. */
  call(
    node: TypeScript.CallExpression | TypeScript.NewExpression,
    value: TypeScript.Expression,
  ): TypeScript.Expression {
    const isPlain = this.#yields.isPlainCall(node);
    return isPlain ? this.again(value) : this.#runtime("asks", [this.#task(), value]);
  }

  #await(node: TypeScript.AwaitExpression, visited: TypeScript.AwaitExpression): TypeScript.Expression {
    const gives = this.#yields.isBlind(node.expression) ? "leave" : "waits";
    const value = this.#runtime(gives, [this.#task(), visited.expression]);
    return this.again(this.#f.updateAwaitExpression(visited, value));
  }

  /** Whether this changes something that others can see. */
  #isChange(node: TypeScript.Node): node is TypeScript.Expression {
    const ts = this.#ts;
    if (ts.isDeleteExpression(node)) return true;
    const { PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment } = ts.SyntaxKind;
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const isAssignment = kind >= FirstAssignment && kind <= LastAssignment && !isDefault(ts, node);
      return isAssignment && !this.#yields.isOwnVariable(node.left);
    }
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return false;
    const counts = node.operator === PlusPlusToken || node.operator === MinusMinusToken;
    return counts && !this.#yields.isOwnVariable(node.operand);
  }

  #change(visited: TypeScript.Expression): TypeScript.Expression {
    const f = this.#f;
    return f.createParenthesizedExpression(f.createComma(this.#runtime("changed", [this.#task()]), visited));
  }

  #runtime(member: string, args: readonly TypeScript.Expression[]): TypeScript.CallExpression {
    const callee = this.#f.createPropertyAccessExpression(this.#f.createIdentifier(RUNTIME), member);
    return this.#f.createCallExpression(callee, undefined, args);
  }
}

/** Whether `a = 1` is no assignment but a default, as in `[a = 1] = list`. */
function isDefault(ts: Ts, node: TypeScript.Expression): boolean {
  let child: TypeScript.Node = node;
  while (
    ts.isArrayLiteralExpression(child.parent) ||
    ts.isObjectLiteralExpression(child.parent) ||
    ts.isPropertyAssignment(child.parent)
  ) {
    child = child.parent;
  }
  const { parent } = child;
  if (child === node) return false;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === child;
  return (
    ts.isBinaryExpression(parent) && parent.left === child && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}
