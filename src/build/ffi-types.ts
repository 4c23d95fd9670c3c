import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import type { Plugin } from "vite";

const MODULE = "virtual:ffi-types";

/** One declaration file; `path` is relative to the module `"ffi"`'s own folder. */
export interface DeclarationFile {
  readonly path: string;
  readonly text: string;
}

/**
 * `virtual:ffi-types`: the declarations of the module `"ffi"` as text, for the editor. They are emitted from the
 * module's source, so what the learner hovers over is what runs; what is marked `@internal` is left out.
 */
export function ffiTypes(): Plugin {
  let root = process.cwd();
  return {
    name: "ffi-playground:ffi-types",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null;
      const { declarations, sources } = emitDeclarations(root);
      for (const source of sources) this.addWatchFile(source);
      return `export default ${JSON.stringify(declarations)};`;
    },
  };
}

/** @throws Error with the compiler's own message when the module's types cannot be emitted */
export function emitDeclarations(root: string): { declarations: DeclarationFile[]; sources: string[] } {
  const source = join(root, "src");
  const entry = join(source, "ffi", "index.ts");
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    removeComments: false,
    rootDir: source,
    outDir: "/",
  });
  const declarations: DeclarationFile[] = [];
  const result = program.emit(undefined, (path, text) => {
    declarations.push({ path: path.slice(1), text: text.replace(/(from |import\()"(\.[^"]*)\.ts"/g, '$1"$2"') });
  });
  const failed = result.diagnostics[0];
  if (failed) throw new Error(`src/ffi: ${ts.flattenDiagnosticMessageText(failed.messageText, "\n")}`);

  const libraries = join(root, "wasm", "libraries.d.ts");
  if (existsSync(libraries)) {
    // As a module it adds to `"ffi"`; as a script it would be all there is of it.
    declarations.push({ path: "libraries.d.ts", text: `${readFileSync(libraries, "utf8")}\nexport {};\n` });
  }
  const sources = program
    .getSourceFiles()
    .map((file) => file.fileName)
    .filter((path) => !relative(source, dirname(path)).split(sep).includes(".."));
  return { declarations, sources: existsSync(libraries) ? [...sources, libraries] : sources };
}
