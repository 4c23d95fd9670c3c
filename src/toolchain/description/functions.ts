import type { CFunction, CLocation, CStruct } from "../../contract/description.ts";
import {
  annotationsOf,
  countedBy,
  isNotThreadSafe,
  isNullable,
  parameterOwnership,
  resultOwnership,
  type Annotation,
} from "./annotations.ts";
import { childrenOf, locationOf, textBetween, type AstNode } from "./ast.ts";
import { withRegistrations } from "./registrations.ts";
import { TypeNames } from "./types.ts";

/** A function's definition: where its name stands, and the lines its text covers. */
export interface Definition {
  readonly location: CLocation;
  readonly firstLine: number;
  readonly lastLine: number;
  /** False for `static` ones, which other files of the library cannot mean by this name. */
  readonly external: boolean;
  /** Whether it was declared before, as by a header: the compiler has compared the two then. */
  readonly declared: boolean;
}

/** Definitions in one translation unit that stand in the library's own files. */
export function definitionsOf(tree: AstNode, fileIndex: (path: string) => number): Definition[] {
  return childrenOf(tree, "FunctionDecl").flatMap((node) => {
    if (childrenOf(node, "CompoundStmt").length === 0) return [];
    const name = locationOf(node.loc);
    const begin = locationOf(node.range?.begin);
    const end = locationOf(node.range?.end);
    if (name === null || begin === null || end === null || fileIndex(name.file) < 0) return [];
    const location = { file: fileIndex(name.file), line: name.line, column: name.column, function: node.name! };
    const lines = { firstLine: begin.line, lastLine: end.line };
    return [
      { location, ...lines, external: node.storageClass !== "static", declared: node.previousDecl !== undefined },
    ];
  });
}

/** Functions declared in the interface header, in its order. `structs` are those that it defines. */
export function interfaceOf(
  tree: AstNode,
  path: string,
  header: Uint8Array,
  definition: (name: string) => CLocation | null,
  structs: readonly CStruct[],
): CFunction[] {
  const types = new TypeNames(tree);
  const seen = new Set<string>();
  const functions: CFunction[] = [];
  const annotations: Annotation[][] = [];
  for (const node of childrenOf(tree, "FunctionDecl")) {
    if (locationOf(node.loc)?.file !== path || seen.has(node.name!)) continue;
    seen.add(node.name!);
    functions.push(readFunction(node, types, header, definition(node.name!)));
    annotations.push(annotationsOf(node, header));
  }
  return withRegistrations(functions, annotations, structs);
}

function readFunction(node: AstNode, types: TypeNames, header: Uint8Array, definition: CLocation | null): CFunction {
  const name = node.name!;
  const parameterNodes = childrenOf(node, "ParmVarDecl");
  const annotations = annotationsOf(node, header);
  const result = types.read(resultSpelling(node, parameterNodes));
  const removed = [...annotations];
  const parameters = parameterNodes.map((parameter, index) => {
    const own = annotationsOf(parameter, header);
    removed.push(...own);
    const type = types.read(parameter.type!.qualType);
    const isPointer = type.kind === "pointer" || type.kind === "function";
    return {
      name: parameter.name ?? `argument${index + 1}`,
      type,
      ownership: parameterOwnership(own, isPointer),
      nullable: isNullable(own),
      countedBy: countedBy(own),
      ...(isNotThreadSafe(own) ? { notThreadSafe: true as const } : {}),
    };
  });
  return {
    name,
    prototype: prototypeOf(node, removed, header),
    documentation: documentationOf(node, header),
    parameters,
    result,
    resultOwnership: resultOwnership(annotations, result.kind === "pointer"),
    resultNullable: isNullable(annotations),
    definition,
    exportName: { fast: name, checked: name },
  };
}

/** Clang spells a function's type as `result (parameters)`; what it says of the parameters is known. */
function resultSpelling(node: AstNode, parameters: readonly AstNode[]): string {
  const spelling = node.type!.qualType;
  const list = parameters.length === 0 ? "void" : parameters.map((parameter) => parameter.type!.qualType).join(", ");
  for (const tail of [`(${list})`, "()"]) {
    if (spelling.endsWith(tail)) return spelling.slice(0, -tail.length);
  }
  throw new Error(`the type "${spelling}" of ${node.name!} cannot cross the boundary`);
}

/** The declaration's own text, on one line and without annotations. */
function prototypeOf(node: AstNode, annotations: readonly Annotation[], header: Uint8Array): string {
  const begin = locationOf(node.range?.begin)!;
  const end = locationOf(node.range?.end)!;
  let text = "";
  let from = Math.min(begin.offset, annotations[0]?.begin ?? begin.offset);
  for (const annotation of [...annotations].sort((one, other) => one.begin - other.begin)) {
    text += textBetween(header, from, annotation.begin);
    from = annotation.end;
  }
  text += textBetween(header, from, Math.max(from, end.offset + end.length));
  return text
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/ ([,)])/g, "$1")
    .replace(/\* (?=\w)/g, "*")
    .trim();
}

/** The comment before the declaration, without its marks: paragraphs and lines as they were written. */
function documentationOf(node: AstNode, header: Uint8Array): string {
  const comment = childrenOf(node, "FullComment")[0];
  const begin = locationOf(comment?.range?.begin);
  if (begin === null) return "";
  return textBetween(header, begin.offset)
    .split("*/", 1)[0]!
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
