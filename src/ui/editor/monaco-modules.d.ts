/** Parts of Monaco that its package exports without types, or under names TypeScript does not find. */
declare module "monaco-editor/language/typescript/ts.worker" {
  import type * as typescript from "typescript";

  /** The compiler itself is one of its exports. */
  export const ts: { readonly typescript: typeof typescript };
  export class TypeScriptWorker {
    constructor(context: unknown, createData: unknown);
    getLanguageService(): typescript.LanguageService;
    getSemanticDiagnostics(fileName: string): Promise<object[]>;
  }
  /** Makes this worker a Monaco worker: the next message it gets carries the data for `create`. */
  export function initialize(create: (context: unknown, createData: unknown) => TypeScriptWorker): void;
}

/** Made from `src/ffi/` by the build. */
declare module "virtual:ffi-types" {
  const files: readonly import("../../build/ffi-types.ts").DeclarationFile[];
  export default files;
}

declare module "monaco-editor/editor/contrib/suggest/browser/suggestController";
