import type TypeScript from "typescript";

type Ts = typeof TypeScript;

/** What makes a view of a buffer. */
const VIEWS = [
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "DataView"],
];

/** The classes by which a program makes views of a buffer: the engine's, its own that extend them, and other names of them. */
export class ViewClasses {
  readonly #ts: Ts;
  readonly #names = new Set(VIEWS);

  constructor(ts: Ts, file: TypeScript.SourceFile) {
    this.#ts = ts;
    const visit = (node: TypeScript.Node): void => {
      if (ts.isClassDeclaration(node) && node.name && this.#extends(node)) this.#names.add(node.name.text);
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
        if (this.has(node.initializer)) this.#names.add(node.name.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  /** Whether an expression is known to be one of them. */
  has(node: TypeScript.Expression): boolean {
    const ts = this.#ts;
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return this.has(node.expression);
    if (ts.isIdentifier(node)) return this.#names.has(node.text);
    if (ts.isPropertyAccessExpression(node)) return this.#names.has(node.name.text);
    return ts.isClassExpression(node) && this.#extends(node);
  }

  #extends(node: TypeScript.ClassLikeDeclaration): boolean {
    const parents = (node.heritageClauses ?? []).flatMap((clause) =>
      clause.token === this.#ts.SyntaxKind.ExtendsKeyword ? [...clause.types] : [],
    );
    return parents.some(({ expression }) => this.has(expression));
  }
}
