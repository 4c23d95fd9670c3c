import { bytesOf } from "../../contract/c-types.ts";
import type { CStruct } from "../../contract/description.ts";
import { childrenOf, locationOf, type AstNode } from "./ast.ts";
import { TypeNames } from "./types.ts";

/** Size, alignment and field offsets of one record, in bytes. */
interface Layout {
  readonly bytes: number;
  readonly align: number;
  readonly offsets: readonly number[];
}

/**
 * Reads what `-fdump-record-layouts-complete -fdump-record-layouts-simple` printed: one layout a record, by the
 * record's name, or for one without a name by `file:line:column`. Clang counts in bits.
 */
export function parseLayouts(dump: string): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  const pattern =
    /^Type: (?:struct|union) (.+)\n[^]*?Size:(\d+)\n[^]*?Alignment:(\d+)\n[^]*?FieldOffsets: \[([^\]]*)\]/gm;
  for (const [, name, size, align, offsets] of dump.matchAll(pattern)) {
    const at = /^\(unnamed (?:struct |union )?at (.+)\)$/.exec(name!)?.[1];
    layouts.set(at === undefined ? name! : at.replace(/^\.\//, ""), {
      bytes: Number(size) / 8,
      align: Number(align) / 8,
      offsets: offsets === "" ? [] : offsets!.split(", ").map((bits) => Number(bits) / 8),
    });
  }
  return layouts;
}

/**
 * The structs that a header defines, in its order. A field that is an array has its element's type, and `bytes` of the
 * whole array.
 */
export function structsOf(tree: AstNode, path: string, layouts: ReadonlyMap<string, Layout>): CStruct[] {
  const types = new TypeNames(tree);
  const structs: CStruct[] = [];
  const structBytes = (name: string): number => structs.find((struct) => struct.name === name)?.bytes ?? 0;
  for (const node of childrenOf(tree, "RecordDecl")) {
    const location = locationOf(node.loc);
    const name = types.structName(node);
    if (location?.file !== path || node.completeDefinition !== true || name === null || node.tagUsed !== "struct")
      continue;
    const layout = layouts.get(node.name ?? `${location.file}:${location.line}:${location.column}`);
    if (layout === undefined) throw new Error(`clang printed no layout of struct ${name}`);
    const fields = childrenOf(node, "FieldDecl").map((field, index) => {
      const [, element, counts] = /^([^[]*)((?:\[\d+\])*)$/.exec(field.type!.qualType) ?? [
        null,
        field.type!.qualType,
        "",
      ];
      const type = types.read(element!);
      const elements = [...counts!.matchAll(/\d+/g)].reduce((product, [count]) => product * Number(count), 1);
      const bytes = bytesOf(type, structBytes) * elements;
      return { name: field.name ?? "", type, offset: layout.offsets[index]!, bytes };
    });
    structs.push({ name, bytes: layout.bytes, align: layout.align, fields });
  }
  return structs;
}
