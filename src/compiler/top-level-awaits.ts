import type TypeScript from "typescript";
import type { LineRange } from "../contract/program.ts";

type Ts = typeof TypeScript;

/** The places where a module itself waits: `await`, `for await` and `await using` outside every function. */
export function topLevelAwaits(ts: Ts, text: string): LineRange[] {
  if (!text.includes("await")) return [];
  const file = ts.createSourceFile("program.ts", text, ts.ScriptTarget.ES2022);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const found: LineRange[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (waits(node)) found.push({ line: lineOf(node.getStart(file)), endLine: lineOf(node.getEnd()) });
    ts.forEachChild(node, visit);
  };
  const waits = (node: TypeScript.Node): boolean =>
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing);
  visit(file);
  return found;
}
