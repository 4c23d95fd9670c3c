import type TypeScript from "typescript";
import type { LibraryNames } from "./compile.ts";
import { importFromGlobal } from "./import-from-global.ts";
import type { SiteTable } from "./site-table.ts";
import { valueName } from "./value-name.ts";

type Ts = typeof TypeScript;

/** The name under which a compiled program has its runtime: the module `"ffi"`, the current site, and the helpers below. */
export const RUNTIME = "__ffi";

/**
 * Rewrites the program so that, whenever it crosses the boundary, `__ffi.site` is the number of the expression at work.
 *
 * A site has to be set after the arguments are evaluated (they may hold calls of their own) and before the call is made,
 * without changing what the expression means. So it goes into the last thing evaluated before the call:
 *
 * - `f(a, b)` becomes `f(a, (__ffi.site = 7, b))`, or `f(a, __ffi.at(7, g()))` when `b` itself calls
 * - `f()` becomes `f(...__ffi.none(7))`: a spread of nothing. The callee is never touched, because an engine quotes it
 *   when it is not a function
 * - `a[i]` becomes `__ffi.element(7, a)[i]`, and `a[i] = v` `__ffi.target(7, a)[i] = v`: views of C memory are looked at
 * - `using x = e` becomes `using x = __ffi.scope(7, e)`: site 7 is the end of the block, where `x` is disposed of
 * - a loop's body begins with `__ffi.tick(7)`: an endless loop still hands over its trace
 */
export function numberCalls(
  ts: Ts,
  sites: SiteTable,
  libraries: LibraryNames,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (file) => {
    const f = context.factory;
    const runtime = (member: string) => f.createPropertyAccessExpression(f.createIdentifier(RUNTIME), member);
    const at = (site: number, value: TypeScript.Expression) =>
      f.createCallExpression(runtime("at"), undefined, [f.createNumericLiteral(site), value]);
    const setSite = (site: number) => f.createAssignment(runtime("site"), f.createNumericLiteral(site));
    const before = (site: number, value: TypeScript.Expression) =>
      f.createParenthesizedExpression(f.createComma(setSite(site), value));
    const mark = (site: number, value: TypeScript.Expression) =>
      mayCall(ts, value) ? at(site, value) : before(site, value);
    const siteOf = (node: TypeScript.Node, name: string | null = null) =>
      sites.add(file, node.getStart(file), node.getEnd(), name);

    const visit = (node: TypeScript.Node): TypeScript.Node => {
      if (ts.isImportDeclaration(node)) return importFromGlobal(ts, f, runtime("module"), node);
      if (ts.isCallExpression(node)) return call(node);
      if (ts.isNewExpression(node)) return construct(node);
      if (ts.isElementAccessExpression(node)) return element(node);
      if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using) {
        return usingList(node);
      }
      if (ts.isIterationStatement(node, false)) return loop(node);
      if (ts.isTypeNode(node)) return node;
      return ts.visitEachChild(node, visit, context);
    };
    const visitExpression = (node: TypeScript.Expression) => ts.visitNode(node, visit, ts.isExpression);

    function call(node: TypeScript.CallExpression): TypeScript.Expression {
      noteLibrary(node);
      const visited = ts.visitEachChild(node, visit, context);
      if (node.expression.kind === ts.SyntaxKind.SuperKeyword || node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        return visited;
      }
      if (ts.isIdentifier(node.expression) && node.expression.text === "eval") return visited;
      const site = siteOf(node, valueName(ts, node));
      const args = visited.arguments;
      const last = args.at(-1);
      if (last !== undefined) {
        return updateCall(visited, visited.expression, [...args.slice(0, -1), markArgument(site, last)]);
      }
      return updateCall(visited, visited.expression, [nothing(site)]);
    }

    function updateCall(
      node: TypeScript.CallExpression,
      callee: TypeScript.Expression,
      args: TypeScript.Expression[],
    ): TypeScript.Expression {
      return ts.isCallChain(node)
        ? f.updateCallChain(node, callee, node.questionDotToken, undefined, args)
        : f.updateCallExpression(node, callee, undefined, args);
    }

    /** A spread of nothing, which sets the site while it is evaluated. */
    function nothing(site: number): TypeScript.Expression {
      const none = f.createCallExpression(runtime("none"), undefined, [f.createNumericLiteral(site)]);
      return f.createSpreadElement(none);
    }

    function markArgument(site: number, argument: TypeScript.Expression): TypeScript.Expression {
      if (ts.isSpreadElement(argument)) return f.updateSpreadElement(argument, mark(site, argument.expression));
      return mark(site, argument);
    }

    function construct(node: TypeScript.NewExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      const site = siteOf(node, valueName(ts, node));
      const args = visited.arguments ?? f.createNodeArray<TypeScript.Expression>();
      const last = args.at(-1);
      if (last !== undefined) {
        const marked = [...args.slice(0, -1), markArgument(site, last)];
        return f.updateNewExpression(visited, visited.expression, undefined, marked);
      }
      return f.updateNewExpression(visited, visited.expression, undefined, [nothing(site)]);
    }

    function element(node: TypeScript.ElementAccessExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      const isCallee = ts.isCallExpression(node.parent) && node.parent.expression === node;
      if (isCallee || ts.isOptionalChain(node) || node.expression.kind === ts.SyntaxKind.SuperKeyword) return visited;
      const look = f.createCallExpression(runtime(isWritten(ts, node) ? "target" : "element"), undefined, [
        f.createNumericLiteral(siteOf(node)),
        visited.expression,
      ]);
      return f.updateElementAccessExpression(visited, look, visited.argumentExpression);
    }

    function usingList(node: TypeScript.VariableDeclarationList): TypeScript.VariableDeclarationList {
      const scope = sites.add(file, ...endOfScope(ts, node), null);
      const declarations = node.declarations.map((declaration) => {
        const initializer = declaration.initializer && visitExpression(declaration.initializer);
        if (!initializer) return declaration;
        const scoped = f.createCallExpression(runtime("scope"), undefined, [
          f.createNumericLiteral(scope),
          initializer,
        ]);
        return f.updateVariableDeclaration(declaration, declaration.name, undefined, undefined, scoped);
      });
      return f.updateVariableDeclarationList(node, declarations);
    }

    function loop(node: TypeScript.IterationStatement): TypeScript.Statement {
      const visited = ts.visitEachChild(node, visit, context) as TypeScript.IterationStatement;
      const site = siteOf(node);
      const tick = f.createExpressionStatement(
        f.createCallExpression(runtime("tick"), undefined, [f.createNumericLiteral(site)]),
      );
      const body = f.createBlock([tick, visited.statement], true);
      if (ts.isForStatement(visited)) {
        return f.updateForStatement(visited, visited.initializer, visited.condition, visited.incrementor, body);
      }
      if (ts.isForOfStatement(visited)) {
        return f.updateForOfStatement(visited, visited.awaitModifier, visited.initializer, visited.expression, body);
      }
      if (ts.isForInStatement(visited)) {
        return f.updateForInStatement(visited, visited.initializer, visited.expression, body);
      }
      if (ts.isWhileStatement(visited)) return f.updateWhileStatement(visited, visited.expression, body);
      return f.updateDoStatement(
        visited as TypeScript.DoStatement,
        body,
        (visited as TypeScript.DoStatement).expression,
      );
    }

    function noteLibrary(node: TypeScript.CallExpression): void {
      const callee = node.expression;
      const name = ts.isIdentifier(callee)
        ? callee.text
        : ts.isPropertyAccessExpression(callee)
          ? callee.name.text
          : "";
      if (name !== "dlopen") return;
      const first = node.arguments[0];
      libraries.add(first && ts.isStringLiteralLike(first) ? first.text : null);
    }

    return ts.visitEachChild(file, visit, context);
  };
}

/** Whether an element is stored to: `a[i] = v`, `a[i] += v`, `a[i]++`. */
function isWritten(ts: Ts, node: TypeScript.ElementAccessExpression): boolean {
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

/** Whether evaluating this expression can run code that sets another site. A function's body does not run yet. */
function mayCall(ts: Ts, node: TypeScript.Node): boolean {
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
function endOfScope(ts: Ts, node: TypeScript.Node): [start: number, end: number] {
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
