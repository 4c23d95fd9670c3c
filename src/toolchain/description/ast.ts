/** The parts of clang's JSON syntax tree that this build reads. */
export interface AstNode {
  readonly kind: string;
  readonly id?: string;
  readonly name?: string;
  readonly type?: { readonly qualType: string; readonly desugaredQualType?: string };
  readonly loc?: AstLocation;
  readonly range?: { readonly begin: AstLocation; readonly end: AstLocation };
  readonly inner?: readonly AstNode[];
  readonly inherited?: boolean;
  readonly storageClass?: string;
  /** The id of an earlier declaration of the same thing. */
  readonly previousDecl?: string;
  readonly completeDefinition?: boolean;
  readonly tagUsed?: string;
  /** Of a constant. */
  readonly value?: string;
  readonly ownedTagDecl?: { readonly id: string; readonly name: string };
}

interface AstLocation {
  offset?: number;
  file?: string;
  line?: number;
  col?: number;
  tokLen?: number;
  readonly spellingLoc?: AstLocation;
  readonly expansionLoc?: AstLocation;
}

/** A token of a file: where text stands, after macros have been traced back to where they are used. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Byte offset in the file, and the token's length in bytes. */
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads what `-ast-dump=json` printed. Clang leaves a location's file and line out when they are those of the location
 * before it in the text; they are filled in here.
 */
export function parseAst(json: string): AstNode {
  const tree = JSON.parse(json) as AstNode;
  let file = "";
  let line = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value) && "offset" in value && "col" in value) {
      const location = value as AstLocation;
      file = location.file ?? file;
      line = location.line ?? line;
      location.file = file;
      location.line = line;
      return;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(tree);
  return tree;
}

/** Null for what clang made up by itself. */
export function locationOf(location: AstLocation | undefined): SourceLocation | null {
  const at = location?.expansionLoc ?? location;
  if (at?.offset === undefined || at.file === undefined) return null;
  return {
    file: at.file.replace(/^\.\//, ""),
    line: at.line!,
    column: at.col!,
    offset: at.offset,
    length: at.tokLen ?? 0,
  };
}

export const childrenOf = (node: AstNode, kind: string): AstNode[] =>
  (node.inner ?? []).filter((child) => child.kind === kind);

/** The text between two byte offsets of a file: clang counts in bytes. */
export const textBetween = (file: Uint8Array, begin: number, end?: number): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.subarray(begin, end));
