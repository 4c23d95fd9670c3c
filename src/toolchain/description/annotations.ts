import type { ParameterOwnership, ResultOwnership } from "../../contract/description.ts";
import { childrenOf, locationOf, textBetween, type AstNode } from "./ast.ts";

/** A word of `ffi.h` at one declaration, with the name in its parentheses. */
export interface Annotation {
  readonly word: string;
  readonly argument: string | null;
  /** Where it stands in the header: byte offsets, the end exclusive. */
  readonly begin: number;
  readonly end: number;
}

/**
 * The annotations written at a declaration. Clang says at which byte each one stands; its JSON leaves out what the
 * attribute says, so that is read from the header at that byte.
 */
export function annotationsOf(node: AstNode, header: Uint8Array): Annotation[] {
  return childrenOf(node, "AnnotateAttr")
    .filter((attribute) => attribute.inherited !== true)
    .map((attribute) => {
      const location = locationOf(attribute.range?.begin);
      if (location === null) throw new Error(`an annotation of "${node.name ?? ""}" stands nowhere in the header`);
      const word = textBetween(header, location.offset, location.offset + location.length);
      const rest = textBetween(header, location.offset + location.length, location.offset + location.length + 200);
      const argument = /^\s*\(\s*(\w+)\s*\)/.exec(rest);
      const end =
        location.offset + location.length + (argument === null ? 0 : new TextEncoder().encode(argument[0]).length);
      return { word, argument: argument?.[1] ?? null, begin: location.offset, end };
    })
    .sort((one, other) => one.begin - other.begin);
}

const has = (annotations: readonly Annotation[], word: string): boolean =>
  annotations.some((annotation) => annotation.word === word);

export const isNullable = (annotations: readonly Annotation[]): boolean => has(annotations, "FFI_NULLABLE");

export function resultOwnership(annotations: readonly Annotation[], isPointer: boolean): ResultOwnership {
  if (!isPointer) return { kind: "none" };
  const release = annotations.find((annotation) => annotation.word === "FFI_OWNED")?.argument;
  return release === undefined || release === null ? { kind: "borrowed" } : { kind: "owned", release };
}

export function parameterOwnership(annotations: readonly Annotation[], isPointer: boolean): ParameterOwnership {
  if (has(annotations, "FFI_TAKEN")) return "taken";
  if (has(annotations, "FFI_KEPT")) return "kept";
  return isPointer ? "borrowed" : "none";
}

export const countedBy = (annotations: readonly Annotation[]): string | null =>
  annotations.find((annotation) => annotation.word === "FFI_COUNTED_BY")?.argument ?? null;

export const isNotThreadSafe = (annotations: readonly Annotation[]): boolean => has(annotations, "FFI_NOT_THREAD_SAFE");

export const isRegistering = (annotations: readonly Annotation[]): boolean => has(annotations, "FFI_REGISTERS");

/** The function whose registrations the annotated one ends. */
export const registerEnded = (annotations: readonly Annotation[]): string | null =>
  annotations.find((annotation) => annotation.word === "FFI_UNREGISTERS")?.argument ?? null;
