import { join } from "node:path";
import ts from "typescript";

/** An export of the module `"ffi"`, as its docstring and its declaration say. */
export interface Documented {
  readonly name: string;
  /** Its declaration without bodies and comments. */
  readonly signature: string;
  /** Markdown. */
  readonly text: string;
  /** Each a whole program. */
  readonly examples: readonly string[];
  readonly throws: readonly string[];
  readonly members: readonly Member[];
}

export interface Member {
  readonly signature: string;
  /** Empty where the signature says it all. */
  readonly text: string;
}

/** Reads the exports of `src/ffi/index.ts` with the compiler's own eyes. */
export function readExports(root: string): { exports: Documented[]; sources: string[] } {
  const entry = join(root, "src", "ffi", "index.ts");
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error("src/ffi/index.ts exports nothing");
  const exports = checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    return documented(exported.name, symbol, checker);
  });
  const sources = program.getSourceFiles().map(({ fileName }) => fileName);
  return { exports, sources: sources.filter((path) => path.replaceAll("\\", "/").includes("/src/")) };
}

function documented(name: string, symbol: ts.Symbol, checker: ts.TypeChecker): Documented {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) throw new Error(`${name} has no declaration`);
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = symbol.getJsDocTags(checker);
  const tagged = (wanted: string) =>
    tags.filter((tag) => tag.name === wanted).map((tag) => ts.displayPartsToString(tag.text).trim());
  if (text === "") throw new Error(`${name} has no docstring`);
  return {
    name,
    signature: signatureOf(declaration),
    text,
    examples: tagged("example"),
    throws: tagged("throws"),
    members: membersOf(declaration),
  };
}

function signatureOf(node: ts.Declaration): string {
  if (ts.isFunctionDeclaration(node)) return `${textUpTo(node, node.body)};`;
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    const heritage = (node.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join("");
    const parameters = node.typeParameters ? `<${node.typeParameters.map((each) => each.getText()).join(", ")}>` : "";
    return `${ts.isClassDeclaration(node) ? "class" : "interface"} ${node.name?.text ?? ""}${parameters}${heritage}`;
  }
  return node.getText().replace(/^export /, "");
}

function membersOf(node: ts.Declaration): Member[] {
  if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) return [];
  return node.members.flatMap((member): Member[] => {
    if (!isShown(member)) return [];
    const body = "body" in member ? (member.body as ts.Node | undefined) : undefined;
    const initializer = ts.isPropertyDeclaration(member) && member.type ? member.initializer : undefined;
    const signature = textUpTo(member, body ?? initializer)
      .replace(/^(override |declare )+/, "")
      .replace(/[;=]$/, "")
      .trim();
    const comment = ts
      .getJSDocCommentsAndTags(member)
      .filter(ts.isJSDoc)
      .map((each) => [
        ts.getTextOfJSDocComment(each.comment) ?? "",
        ...(each.tags ?? [])
          .filter((tag) => tag.tagName.text === "throws")
          .map((tag) => `Throws ${ts.getTextOfJSDocComment(tag.comment) ?? ""}`),
      ])
      .flat()
      .filter(Boolean)
      .join(" ");
    return [{ signature, text: comment }];
  });
}

/** Members that a program can name: none that are private, and none that the declarations leave out. */
function isShown(member: ts.ClassElement | ts.TypeElement): boolean {
  if (member.name && (ts.isPrivateIdentifier(member.name) || ts.isComputedPropertyName(member.name))) return false;
  return !ts.getJSDocTags(member).some((tag) => tag.tagName.text === "internal");
}

/** A declaration's text from its first word to before `end`, on as few lines as it was written on. */
function textUpTo(node: ts.Node, end: ts.Node | undefined): string {
  const source = node.getSourceFile().text;
  return source
    .slice(node.getStart(), end ? end.getStart() : node.getEnd())
    .replace(/^export /, "")
    .trimEnd();
}
