import type TypeScript from "typescript";
import { explainTypeError } from "./explain-type-error.ts";
import { floatingPromises } from "./floating-promises.ts";

type Ts = typeof TypeScript;

/** The number of our own remarks, above TypeScript's. */
export const FLOATING_PROMISE = 90001;

/** One thing to underline, as an editor's language worker passes it on. */
export interface Diagnosis {
  readonly start: number | undefined;
  readonly length: number | undefined;
  readonly messageText: string | TypeScript.DiagnosticMessageChain;
  readonly code: number;
  readonly category: TypeScript.DiagnosticCategory;
}

/**
 * What the editor underlines besides what does not parse: TypeScript's own findings, with a sentence more where theirs
 * does not say what would be right, and promises that are not awaited, as warnings.
 */
export function diagnose<D extends Diagnosis>(
  ts: Ts,
  program: TypeScript.Program,
  name: string,
  own: readonly D[],
): Diagnosis[] {
  const explained = own.map((found) => {
    const text = ts.flattenDiagnosticMessageText(found.messageText, "\n");
    const more = explainTypeError(text);
    return more === null ? found : { ...found, messageText: `${text}\n${more}` };
  });
  const file = program.getSourceFile(name);
  const remarks = file ? floatingPromises(ts, file, program.getTypeChecker()) : [];
  const warnings = remarks.map(({ start, length, message }) => ({
    start,
    length,
    messageText: message,
    code: FLOATING_PROMISE,
    category: ts.DiagnosticCategory.Warning,
  }));
  return [...explained, ...warnings];
}
