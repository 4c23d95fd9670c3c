import type TypeScript from "typescript";
import { importFromGlobal } from "./import-from-global.ts";
import type { LibraryNames } from "./library-names.ts";
import { RUNTIME } from "./names.ts";
import {
  applies,
  disposes,
  endOfScope,
  isAssignedPattern,
  isMeasure,
  isName,
  isNext,
  isRest,
  isTarget,
  isTextByItself,
  isWritten,
  mayCall,
  takesElements,
  takesMeasures,
} from "./node-questions.ts";
import type { SpanTable } from "./span-table.ts";
import { TaskMarks } from "./task-marks.ts";
import { valueName } from "./value-name.ts";
import { ViewClasses } from "./view-classes.ts";
import { YieldAnalysis } from "./yield-analysis.ts";

type Ts = typeof TypeScript;

/**
 * Rewrites the program so that, whenever it crosses the boundary, `__ffi.span` is the number of the expression at work.
 *
 * A span has to be set after the arguments are evaluated (they may hold calls of their own) and before the call is made,
 * without changing what the expression means. So it goes into the last thing evaluated before the call:
 *
 * - `f(a, b)` becomes `f(a, (__ffi.span = 7, b))`, or `f(a, __ffi.at(7, g()))` when `b` itself calls
 * - `f()` becomes `f(...__ffi.none(7))`: a spread of nothing. The callee is never touched, because an engine quotes it
 *   when it is not a function. `f.dispose()` and `f[Symbol.dispose]()` have `__ffi.disposes(7)` there, and `i.next()`
 *   has `__ffi.steps(7)`
 * - `a[i]` becomes `__ffi.element(7, a)[i]`, and `a[i] = v` `__ffi.target(7, a)[i] = v`: views of C memory are looked at
 * - `a.length` becomes `(__ffi.span = 7, a.length)`: a view looks at itself there
 * - `{ 0: x } = a` becomes `{ 0: x, [__ffi.looks(7)]: {} = {} } = a`: a view looks at itself when it is asked for that key
 * - `{ ...a }` becomes `{ ...__ffi.element(7, a) }`, and so does `a` of `f.apply(null, a)`
 * - `new Uint8Array(a)`, as each typed array and `DataView`, becomes `__ffi.made(new Uint8Array(__ffi.element(7, a)))`: it
 *   may be such a view, and may be made by reading one
 * - `using x = e` becomes `using x = __ffi.scope(7, e)`: span 7 is the end of the block, where `x` is disposed of
 * - a loop's body begins with `__ffi.tick(7)`: an endless loop still hands over its trace
 *
 * In a program with async functions every call also says which task it belongs to; see `TaskMarks`.
 */
export function instrumentCalls(
  ts: Ts,
  spans: SpanTable,
  libraries: LibraryNames,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (file) => {
    const f = context.factory;
    const runtime = (member: string) => f.createPropertyAccessExpression(f.createIdentifier(RUNTIME), member);
    const at = (span: number, value: TypeScript.Expression) =>
      f.createCallExpression(runtime("at"), undefined, [f.createNumericLiteral(span), value]);
    const setSpan = (span: number) => f.createAssignment(runtime("span"), f.createNumericLiteral(span));
    const before = (span: number, value: TypeScript.Expression) =>
      f.createParenthesizedExpression(f.createComma(setSpan(span), value));
    const mark = (span: number, value: TypeScript.Expression) =>
      mayCall(ts, value) ? at(span, value) : before(span, value);
    const spanOf = (node: TypeScript.Node, name: string | null = null) =>
      spans.add(file, node.getStart(file), node.getEnd(), name);

    const yields = new YieldAnalysis(ts, file);
    const viewClasses = new ViewClasses(ts, file);
    const tasks = yields.hasTasks ? new TaskMarks(ts, f, yields) : null;

    const visit = (node: TypeScript.Node): TypeScript.Node =>
      tasks === null
        ? number(node)
        : tasks.mark(
            node,
            (inner) => number(inner),
            (inner, look) => ts.visitEachChild(inner, look, context),
          );

    const number = (node: TypeScript.Node): TypeScript.Node => {
      if (ts.isImportDeclaration(node)) return importFromGlobal(ts, f, runtime("module"), node);
      if (ts.isCallExpression(node)) return call(node);
      if (ts.isNewExpression(node)) return construct(node);
      if (ts.isElementAccessExpression(node)) return element(node);
      if (ts.isArrayLiteralExpression(node)) return list(node);
      if (ts.isObjectLiteralExpression(node)) return object(node);
      if (ts.isObjectBindingPattern(node)) return pattern(node);
      if (isMeasure(ts, node)) return measure(node);
      if ((isAssignedPattern(ts, node) && isName(ts, node.right)) || isTextByItself(ts, node)) {
        return before(spanOf(node), ts.visitEachChild(node, visit, context) as TypeScript.Expression);
      }
      if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using) {
        return usingList(node);
      }
      if (ts.isVariableDeclarationList(node)) return declarations(node);
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
      const span = spanOf(node, valueName(ts, node));
      const args = visited.arguments;
      const last = args.at(-1);
      if (last !== undefined && args.length === 2 && applies(ts, node)) {
        return updateCall(visited, visited.expression, [args[0]!, belongs(node, look("element", span, last))]);
      }
      if (last !== undefined) {
        return updateCall(visited, visited.expression, [...args.slice(0, -1), markArgument(node, span, last)]);
      }
      const none = disposes(ts, node.expression) ? "disposes" : isNext(ts, node.expression) ? "steps" : "none";
      return updateCall(visited, visited.expression, [nothing(node, span, none)]);
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

    /** A spread of nothing, which sets the span while it is evaluated. */
    function nothing(call: Call, span: number, member: "none" | "disposes" | "steps" = "none"): TypeScript.Expression {
      const none = f.createCallExpression(runtime(member), undefined, [f.createNumericLiteral(span)]);
      return f.createSpreadElement(belongs(call, none));
    }

    const spreadNothing = (span: number): TypeScript.Expression =>
      f.createSpreadElement(f.createCallExpression(runtime("none"), undefined, [f.createNumericLiteral(span)]));

    function markArgument(call: Call, span: number, argument: TypeScript.Expression): TypeScript.Expression {
      if (!ts.isSpreadElement(argument)) return belongs(call, mark(span, argument));
      return f.updateSpreadElement(argument, belongs(call, mark(span, argument.expression)));
    }

    /** Says of what is evaluated last before a call which task makes it. */
    function belongs(call: Call, value: TypeScript.Expression): TypeScript.Expression {
      return tasks === null ? value : tasks.call(call, value);
    }

    function construct(node: TypeScript.NewExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      const span = spanOf(node, valueName(ts, node));
      const args = visited.arguments ?? f.createNodeArray<TypeScript.Expression>();
      const last = args.at(-1);
      if (last !== undefined) {
        const mayView = viewClasses.has(node.expression);
        const isRead = mayView && args.length === 1 && !ts.isSpreadElement(last);
        const marked = isRead ? belongs(node, look("element", span, last)) : markArgument(node, span, last);
        const made = f.updateNewExpression(visited, visited.expression, undefined, [...args.slice(0, -1), marked]);
        return mayView ? f.createCallExpression(runtime("made"), undefined, [made]) : made;
      }
      return f.updateNewExpression(visited, visited.expression, undefined, [nothing(node, span)]);
    }

    function element(node: TypeScript.ElementAccessExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      const isCallee = ts.isCallExpression(node.parent) && node.parent.expression === node;
      if (isCallee || node.expression.kind === ts.SyntaxKind.SuperKeyword) return visited;
      if (ts.isElementAccessChain(visited)) {
        // Further on in a chain, a call around what comes before would end the chain there.
        if (!visited.questionDotToken) return visited;
        const array = look("element", spanOf(node), visited.expression);
        return f.updateElementAccessChain(visited, array, visited.questionDotToken, visited.argumentExpression);
      }
      const array = look(isWritten(ts, node) ? "target" : "element", spanOf(node), visited.expression);
      return f.updateElementAccessExpression(visited, array, visited.argumentExpression);
    }

    /** Looks at what may be a view of C's memory, and has its value. */
    function look(member: "element" | "target", span: number, value: TypeScript.Expression): TypeScript.Expression {
      return f.createCallExpression(runtime(member), undefined, [f.createNumericLiteral(span), value]);
    }

    /** `[...a]` reads C's memory where `a` is a view. A comma before `a` would stand in what an engine says of an `a` that cannot be walked. */
    function list(node: TypeScript.ArrayLiteralExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      const elements = visited.elements.flatMap((element, i) => {
        const original = node.elements[i];
        const isWalked = original && ts.isSpreadElement(original) && isName(ts, original.expression);
        return isWalked && !isTarget(ts, node) ? [spreadNothing(spanOf(original)), element] : [element];
      });
      return f.updateArrayLiteralExpression(visited, elements);
    }

    /** So does `{ ...a }`; where such a list is what is assigned to, it is a pattern. */
    function object(node: TypeScript.ObjectLiteralExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context);
      if (isTarget(ts, node)) {
        if (!takesElements(ts, node)) return visited;
        const nothing = f.createAssignment(f.createObjectLiteralExpression(), f.createObjectLiteralExpression());
        const key = f.createPropertyAssignment(looksAt(node), nothing);
        return f.updateObjectLiteralExpression(visited, besideFirst(visited.properties, key));
      }
      const properties = visited.properties.map((property, i) =>
        ts.isSpreadAssignment(property)
          ? f.updateSpreadAssignment(property, look("element", spanOf(node.properties[i]!), property.expression))
          : property,
      );
      return f.updateObjectLiteralExpression(visited, properties);
    }

    function pattern(node: TypeScript.ObjectBindingPattern): TypeScript.ObjectBindingPattern {
      const visited = ts.visitEachChild(node, visit, context);
      if (!takesElements(ts, node)) return visited;
      const nothing = f.createObjectBindingPattern([]);
      const key = f.createBindingElement(undefined, looksAt(node), nothing, f.createObjectLiteralExpression());
      return f.updateObjectBindingPattern(visited, besideFirst(visited.elements, key));
    }

    /** A key that nothing has but a view, which looks at itself then. */
    const looksAt = (node: TypeScript.Node): TypeScript.ComputedPropertyName =>
      f.createComputedPropertyName(
        f.createCallExpression(runtime("looks"), undefined, [f.createNumericLiteral(spanOf(node))]),
      );

    /** After the first part of a pattern, which an engine names when there is nothing to take apart; before the rest. */
    const besideFirst = <T extends TypeScript.Node>(parts: readonly T[], key: T): T[] => {
      const place = parts[0] !== undefined && !isRest(ts, parts[0]) ? 1 : 0;
      return [...parts.slice(0, place), key, ...parts.slice(place)];
    };

    function measure(node: TypeScript.PropertyAccessExpression): TypeScript.Expression {
      const visited = ts.visitEachChild(node, visit, context) as TypeScript.Expression;
      // What is called in it has said its place itself.
      return mayCall(ts, node.expression) ? visited : before(spanOf(node), visited);
    }

    /** So does `const [x] = a`: before it stands a declaration of nothing. */
    function declarations(node: TypeScript.VariableDeclarationList): TypeScript.VariableDeclarationList {
      const visited = ts.visitEachChild(node, visit, context);
      const all = visited.declarations.flatMap((declaration, i) => {
        const original = node.declarations[i];
        if (!original || !isTakenApart(original.name) || !isName(ts, original.initializer)) return [declaration];
        const none = f.createCallExpression(runtime("none"), undefined, [f.createNumericLiteral(spanOf(original))]);
        return [f.createVariableDeclaration(f.createObjectBindingPattern([]), undefined, undefined, none), declaration];
      });
      return f.updateVariableDeclarationList(visited, all);
    }

    const isTakenApart = (name: TypeScript.BindingName): boolean =>
      ts.isObjectBindingPattern(name)
        ? takesElements(ts, name) || takesMeasures(ts, name)
        : ts.isArrayBindingPattern(name);

    function usingList(node: TypeScript.VariableDeclarationList): TypeScript.VariableDeclarationList {
      const scope = spans.addScopeEnd(file, ...endOfScope(ts, node));
      const declarations = node.declarations.map((declaration) => {
        const initializer = declaration.initializer && visitExpression(declaration.initializer);
        if (!initializer) return declaration;
        const scoped = f.createCallExpression(runtime("scope"), undefined, [
          f.createNumericLiteral(scope),
          tasks === null ? initializer : tasks.again(initializer),
        ]);
        return f.updateVariableDeclaration(declaration, declaration.name, undefined, undefined, scoped);
      });
      return f.updateVariableDeclarationList(node, declarations);
    }

    function loop(node: TypeScript.IterationStatement): TypeScript.Statement {
      const visited = ts.visitEachChild(node, visit, context) as TypeScript.IterationStatement;
      const span = spanOf(node);
      const tick = f.createExpressionStatement(
        f.createCallExpression(runtime("tick"), undefined, [f.createNumericLiteral(span)]),
      );
      const polls = tasks !== null && yields.isPolling(node) ? [tasks.changed()] : [];
      const body = f.createBlock([tick, ...polls, visited.statement], true);
      if (ts.isForStatement(visited)) {
        return f.updateForStatement(visited, visited.initializer, visited.condition, visited.incrementor, body);
      }
      if (ts.isForOfStatement(visited)) {
        // Walking a view reads C's memory; what is called here has said its place itself.
        const { awaitModifier, initializer, expression } = visited;
        const walk = f.updateForOfStatement(visited, awaitModifier, initializer, expression, body);
        if (!isName(ts, expression)) return walk;
        if (!ts.isLabeledStatement(node.parent))
          return f.createBlock([f.createExpressionStatement(setSpan(span)), walk]);
        // `continue` wants its label at the loop.
        return f.updateForOfStatement(walk, awaitModifier, initializer, before(span, expression), body);
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

    const numbered = ts.visitEachChild(file, visit, context);
    if (tasks === null) return numbered;
    return f.updateSourceFile(numbered, [tasks.begin(), ...numbered.statements]);
  };
}

type Call = TypeScript.CallExpression | TypeScript.NewExpression;
