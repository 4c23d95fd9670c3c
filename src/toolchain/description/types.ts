import { C_NUMBERS, numberType, unqualified } from "../../contract/c-types.ts";
import type { CType } from "../../contract/description.ts";
import type { AstNode } from "./ast.ts";

const hasNegativeConstant = (node: AstNode): boolean =>
  node.value?.startsWith("-") === true || (node.inner ?? []).some(hasNegativeConstant);

/** What one translation unit's type names mean. */
export class TypeNames {
  readonly #typedefs = new Map<string, string>();
  /** A struct or enum without a tag goes by the name of its typedef: that name by the declaration's id. */
  readonly #untagged = new Map<string, string>();
  readonly #structs = new Set<string>();
  /** Enums with a negative constant: for those alone the compiler chooses a signed integer. */
  readonly #signedEnums = new Set<string>();

  constructor(tree: AstNode) {
    const declarations = tree.inner ?? [];
    for (const node of declarations) {
      if (node.kind !== "TypedefDecl" || node.name === undefined || node.type === undefined) continue;
      this.#typedefs.set(node.name, node.type.qualType);
      const tag = (node.inner ?? []).find((child) => child.ownedTagDecl !== undefined)?.ownedTagDecl;
      if (tag?.name === "") this.#untagged.set(tag.id, node.name);
    }
    for (const node of declarations) {
      const name = this.#tagName(node);
      if (name === null) continue;
      if (node.kind === "RecordDecl") this.#structs.add(name);
      if (node.kind === "EnumDecl" && hasNegativeConstant(node)) this.#signedEnums.add(name);
    }
  }

  #tagName(node: AstNode): string | null {
    return node.name ?? this.#untagged.get(node.id ?? "") ?? null;
  }

  /** The name a struct goes by: its tag, or that of its typedef; null when it has neither. */
  structName(record: AstNode): string | null {
    return this.#tagName(record);
  }

  /** @param spelling A type as clang spells it: `const char *`, `size_t`, `struct Point`, `void (*)(int)`. */
  read(spelling: string): CType {
    const written = spelling.trim();
    return this.#resolve(written, written.includes("*") ? written : unqualified(written));
  }

  #resolve(written: string, plain: string): CType {
    if (plain.includes("(*")) return { kind: "function", spelling: written };
    const pointee = /^(.*?)\s*\*\s*(?:const|restrict|volatile|\s)*$/.exec(plain)?.[1];
    if (pointee !== undefined) return { kind: "pointer", to: pointee };
    if (plain === "void") return { kind: "void" };
    if (plain === "_Bool" || plain === "bool") return { kind: "bool" };
    // What a header defines is what the header says, whatever its name means elsewhere.
    const number = this.#typedefs.has(plain) ? undefined : C_NUMBERS.get(plain);
    if (number !== undefined) return numberType(number, written);
    const enumeration = /^enum (\w+)$/.exec(plain)?.[1];
    if (enumeration !== undefined) {
      return { kind: "integer", bytes: 4, signed: this.#signedEnums.has(enumeration), spelling: written };
    }
    const tag = /^(?:struct|union) (\w+)$/.exec(plain)?.[1];
    if (tag !== undefined) return { kind: "struct", name: tag };
    const meaning = this.#typedefs.get(plain);
    if (meaning === undefined) throw new Error(`the type "${written}" cannot cross the boundary`);
    if (meaning === `struct ${plain}` && this.#structs.has(plain)) return { kind: "struct", name: plain };
    return this.#resolve(written, meaning);
  }
}
