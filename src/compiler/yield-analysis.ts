import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/** Roots of builtins that compute or print, and wake no other task: `console.log`, `Math.max`. */
const PLAIN_ROOTS = new Set("console Math JSON Number String Boolean BigInt Date performance Array".split(" "));
const PLAIN_FUNCTIONS = new Set("String Number Boolean BigInt parseInt parseFloat address offset".split(" "));
const PLAIN_METHODS = new Set(
  [
    "push join slice includes indexOf concat at get has keys values entries toString toFixed padStart padEnd repeat",
    "getCString getBool getPointer getStruct getArray copyInto cstring alloc",
  ]
    .join(" ")
    .split(" "),
);
const NUMBERS_OF_A_VIEW = /^[gs]et(Big)?(Int|Uint|Float)\d+$/;
/** Methods that are as plain as the function they are given. */
const PLAIN_WITH_FUNCTION = new Set(["map", "filter", "forEach", "reduce", "some", "every", "find"]);

/**
 * What a program's text says about waiting. A task that goes through a lock has to do something by which others could be
 * let in or waited for: call a function that is not known here, change what others can see, or await a promise that others resolve.
 * This knows the rest: what certainly does none of that. Where it is not sure, it says no.
 */
export class YieldAnalysis {
  readonly #ts: Ts;
  /** C functions, by the names of the program's tables. */
  readonly #tables = new Set<string>();
  readonly #functions = new Map<string, TypeScript.SignatureDeclaration>();
  readonly #methods = new Set<string>();
  readonly #classes = new Set<string>();
  /** Names of variables and parameters that may be anything. */
  readonly #variables = new Set<string>();
  /** Whether there is any async function: without one, there is one task only. */
  readonly hasTasks: boolean;

  constructor(ts: Ts, file: TypeScript.SourceFile) {
    this.#ts = ts;
    let hasTasks = false;
    const visit = (node: TypeScript.Node): void => {
      if (ts.isFunctionLike(node) && isAsync(ts, node)) hasTasks = true;
      this.#collect(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
    this.hasTasks = hasTasks;
  }

  #collect(node: TypeScript.Node): void {
    const ts = this.#ts;
    if (ts.isFunctionDeclaration(node) && node.name) this.#addFunction(node.name.text, node);
    else if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) this.#methods.add(node.name.text);
    else if (ts.isClassDeclaration(node) && node.name) this.#classes.add(node.name.text);
    else if (ts.isPropertyAssignment(node) && isSignature(ts, node.initializer)) {
      if (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) this.#tables.add(node.name.text);
    } else if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const value = node.initializer;
      if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
        this.#addFunction(node.name.text, value);
      } else this.#variables.add(node.name.text);
    } else if ((ts.isParameter(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name)) {
      this.#variables.add(node.name.text);
    }
  }

  #addFunction(name: string, node: TypeScript.SignatureDeclaration): void {
    // Where two have one name it is not known which is meant.
    if (this.#functions.has(name)) this.#variables.add(name);
    this.#functions.set(name, node);
  }

  #functionOf(name: string): TypeScript.SignatureDeclaration | undefined {
    return this.#variables.has(name) ? undefined : this.#functions.get(name);
  }

  /** Whether this call certainly lets no other task in: a C function, a builtin that computes, or the program's own, which is looked at itself. */
  isPlainCall(node: TypeScript.CallExpression | TypeScript.NewExpression): boolean {
    const ts = this.#ts;
    const callee = bare(ts, node.expression);
    if (ts.isNewExpression(node)) {
      return (
        ts.isIdentifier(callee) &&
        (this.#classes.has(callee.text) || callee.text in globalThis || callee.text === "PointerView")
      );
    }
    if (ts.isIdentifier(callee)) {
      const name = callee.text;
      if (this.#tables.has(name) || this.#functionOf(name) !== undefined || PLAIN_FUNCTIONS.has(name)) return true;
      return this.#isOfAPause(node);
    }
    if (!ts.isPropertyAccessExpression(callee)) return false;
    const name = callee.name.text;
    const root = bare(ts, callee.expression);
    if (ts.isIdentifier(root) && PLAIN_ROOTS.has(root.text)) return true;
    if (this.#tables.has(name) || this.#methods.has(name)) return true;
    if (PLAIN_METHODS.has(name) || NUMBERS_OF_A_VIEW.test(name) || this.#isBlind(node, new Set())) return true;
    const [first] = node.arguments;
    if (!PLAIN_WITH_FUNCTION.has(name) || !first) return false;
    return ts.isArrowFunction(first) || ts.isFunctionExpression(first);
  }

  /** Whether awaiting this certainly waits for no other task, only for time to pass: `null`, `Promise.resolve()`, a pause. */
  isBlind(awaited: TypeScript.Expression): boolean {
    return this.#isBlind(awaited, new Set());
  }

  #isBlind(expression: TypeScript.Expression, seen: Set<TypeScript.Node>): boolean {
    const ts = this.#ts;
    const value = bare(ts, expression);
    if (isPlainValue(ts, value)) return true;
    if (ts.isNewExpression(value)) {
      const [executor] = value.arguments ?? [];
      const isPromise = ts.isIdentifier(value.expression) && value.expression.text === "Promise";
      return isPromise && executor !== undefined && this.#onlySetsATimer(bare(ts, executor));
    }
    if (!ts.isCallExpression(value)) return false;
    const callee = bare(ts, value.expression);
    if (ts.isPropertyAccessExpression(callee)) {
      const isResolve =
        ts.isIdentifier(callee.expression) && callee.expression.text === "Promise" && callee.name.text === "resolve";
      return isResolve && value.arguments.every((argument) => isPlainValue(ts, bare(ts, argument)));
    }
    const called = ts.isIdentifier(callee) ? this.#functionOf(callee.text) : undefined;
    if (!called || seen.has(called)) return false;
    return this.#isBlindBody(called, seen.add(called));
  }

  #isBlindBody(node: TypeScript.SignatureDeclaration, seen: Set<TypeScript.Node>): boolean {
    const ts = this.#ts;
    const { body } = node as TypeScript.ArrowFunction | TypeScript.FunctionDeclaration;
    if (!body) return false;
    if (!ts.isBlock(body)) return this.#isBlind(ts.isAwaitExpression(body) ? body.expression : body, seen);
    const isBlindStatement = (statement: TypeScript.Statement): boolean => {
      if (ts.isReturnStatement(statement)) {
        const value = statement.expression && bare(ts, statement.expression);
        return !value || this.#isBlind(ts.isAwaitExpression(value) ? value.expression : value, seen);
      }
      if (ts.isForStatement(statement)) return isBlindStatement(statement.statement);
      if (ts.isBlock(statement)) return statement.statements.every(isBlindStatement);
      return (
        ts.isExpressionStatement(statement) &&
        ts.isAwaitExpression(statement.expression) &&
        this.#isBlind(statement.expression.expression, seen)
      );
    };
    return body.statements.length > 0 && body.statements.every(isBlindStatement);
  }

  /** `(resolve) => setTimeout(resolve, 5)`, in any of its spellings. */
  #onlySetsATimer(executor: TypeScript.Expression): boolean {
    const ts = this.#ts;
    if (!ts.isArrowFunction(executor) && !ts.isFunctionExpression(executor)) return false;
    const resolve = executor.parameters[0]?.name;
    if (!resolve || !ts.isIdentifier(resolve)) return false;
    let body: TypeScript.Node | undefined = executor.body;
    if (ts.isBlock(body)) {
      const [only, ...more] = body.statements;
      body = more.length === 0 && only && ts.isExpressionStatement(only) ? only.expression : undefined;
    }
    if (body && ts.isVoidExpression(body)) body = body.expression;
    if (!body || !ts.isCallExpression(body) || !ts.isIdentifier(body.expression)) return false;
    if (!["setTimeout", "queueMicrotask"].includes(body.expression.text)) return false;
    const task = body.arguments[0];
    const isResolve = (node: TypeScript.Node | undefined) =>
      node && ts.isIdentifier(node) && node.text === resolve.text;
    if (isResolve(task)) return true;
    return (
      task !== undefined &&
      ts.isArrowFunction(task) &&
      ts.isCallExpression(task.body) &&
      isResolve(task.body.expression) === true &&
      task.body.arguments.every((argument) => isPlainValue(ts, argument))
    );
  }

  /** Whether a loop may wait until others have done something: it awaits, and does nothing of its own besides. */
  isPolling(loop: TypeScript.IterationStatement): boolean {
    const ts = this.#ts;
    if (ts.isForOfStatement(loop) && loop.awaitModifier) return true;
    if (ts.isForStatement(loop) && this.#isCount(loop.condition)) return false;
    let awaits = false;
    let works = false;
    const visit = (node: TypeScript.Node): void => {
      if (ts.isFunctionLike(node)) return;
      if (ts.isAwaitExpression(node)) {
        awaits = true;
        if (this.isBlind(node.expression)) return;
      }
      if (ts.isCallExpression(node)) works ||= this.#isCOrOwn(node);
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(loop, visit);
    return awaits && !works;
  }

  /** Whether this is the timer of `new Promise((resolve) => setTimeout(resolve, 5))`. */
  #isOfAPause(call: TypeScript.CallExpression): boolean {
    const ts = this.#ts;
    let around: TypeScript.Node = call.parent;
    while (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) around = around.parent;
    if (!ts.isArrowFunction(around) && !ts.isFunctionExpression(around)) return false;
    return ts.isNewExpression(around.parent) && this.#isBlind(around.parent, new Set());
  }

  /** `i < 3`: no other task can end a loop that only counts. */
  #isCount(condition: TypeScript.Expression | undefined): boolean {
    const ts = this.#ts;
    if (!condition || !ts.isBinaryExpression(condition)) return false;
    return [condition.left, condition.right].every((side) => isPlainValue(ts, side) || this.isOwnVariable(side));
  }

  #isCOrOwn(node: TypeScript.CallExpression): boolean {
    const ts = this.#ts;
    const callee = bare(ts, node.expression);
    if (ts.isIdentifier(callee)) return this.#tables.has(callee.text) || this.#functions.has(callee.text);
    return (
      ts.isPropertyAccessExpression(callee) &&
      (this.#tables.has(callee.name.text) || this.#methods.has(callee.name.text))
    );
  }

  /** Whether only the function that stores to this can see it: a variable of its own that no inner function knows. */
  isOwnVariable(target: TypeScript.Expression): boolean {
    const ts = this.#ts;
    const variable = bare(ts, target);
    if (!ts.isIdentifier(variable)) return false;
    const name = variable.text;
    let scope: TypeScript.Node = variable.parent;
    let declared = false;
    while (!ts.isSourceFile(scope)) {
      declared ||= declares(ts, scope, name);
      if (ts.isFunctionLike(scope)) break;
      scope = scope.parent;
    }
    return declared && !ts.isSourceFile(scope) && !isCaptured(ts, scope, name);
  }
}

export function isAsync(ts: Ts, node: TypeScript.Node): boolean {
  const has = (kind: TypeScript.SyntaxKind) =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
  return has(ts.SyntaxKind.AsyncKeyword);
}

/** Whether an async function is a generator too: its consumer decides when it goes on. */
export const isGenerator = (node: TypeScript.Node): boolean =>
  (node as { readonly asteriskToken?: unknown }).asteriskToken !== undefined;

function bare(ts: Ts, expression: TypeScript.Expression): TypeScript.Expression {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

function isPlainValue(ts: Ts, value: TypeScript.Expression): boolean {
  if (ts.isVoidExpression(value)) return isPlainValue(ts, value.expression);
  if (ts.isIdentifier(value)) return value.text === "undefined";
  const { NullKeyword, TrueKeyword, FalseKeyword } = ts.SyntaxKind;
  return ts.isLiteralExpression(value) || [NullKeyword, TrueKeyword, FalseKeyword].includes(value.kind);
}

/** `{ parameters: […], result: … }`: how a table describes a C function. */
function isSignature(ts: Ts, value: TypeScript.Expression): boolean {
  const object = bare(ts, value);
  if (!ts.isObjectLiteralExpression(object)) return false;
  const names = object.properties.map(
    (property) => property.name && ts.isIdentifier(property.name) && property.name.text,
  );
  return names.includes("parameters") && names.includes("result");
}

/** Whether a scope itself declares a name, not one inside or around it. */
function declares(ts: Ts, scope: TypeScript.Node, name: string): boolean {
  let found = false;
  const visit = (node: TypeScript.Node): void => {
    if (node !== scope && (ts.isFunctionLike(node) || ts.isBlock(node))) return;
    const isNamed = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (isNamed && ts.isIdentifier(node.name) && node.name.text === name) found = true;
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return found;
}

function isCaptured(ts: Ts, scope: TypeScript.Node, name: string): boolean {
  let found = false;
  const visit = (node: TypeScript.Node, isInside: boolean): void => {
    if (isInside && ts.isIdentifier(node) && node.text === name) found = true;
    ts.forEachChild(node, (child) => visit(child, isInside || (node !== scope && ts.isFunctionLike(node))));
  };
  visit(scope, false);
  return found;
}
