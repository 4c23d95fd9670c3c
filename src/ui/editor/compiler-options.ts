/**
 * How the editor's TypeScript looks at a program; the tests of types use the same. The numbers are TypeScript's own
 * (ESNext, Bundler, Force): Monaco's enums leave out what it does not use itself.
 */
export const COMPILER_OPTIONS = {
  target: 99,
  module: 99,
  moduleResolution: 100,
  moduleDetection: 3,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.esnext.iterator.d.ts", "lib.dom.d.ts"],
  types: [] as string[],
  strict: true,
  noEmit: true,
  allowNonTsExtensions: true,
};
