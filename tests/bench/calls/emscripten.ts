import { readLibrary } from "../../../src/cli/library-files.ts";
import { importText } from "../open-library.ts";

/** What Emscripten's glue of the fast build has, over an instance of its own. */
export interface Emscripten {
  readonly ccall: (name: string, result: string | null, types: string[], args: unknown[]) => unknown;
  /** For a function of numbers it gives the function itself. */
  readonly cwrap: (name: string, result: string | null, types: string[]) => (...args: unknown[]) => unknown;
  readonly stringToUTF8: (text: string, address: number, bytes: number) => number;
  readonly lengthBytesUTF8: (text: string) => number;
  readonly UTF8ToString: (address: number) => string;
  readonly addFunction: (fn: (...args: number[]) => unknown, signature: string) => number;
  /** The binary's own exports, by C name. */
  readonly asm: Readonly<Record<string, (...args: number[]) => number>>;
  readonly memory: WebAssembly.Memory;
}

/** Where the glue hands out what it has. */
const DOOR = 'Module["addFunction"]=addFunction;';
const HANDED_OUT = ["ccall", "getCFunc", "stringToUTF8", "lengthBytesUTF8", "UTF8ToString"];

type Factory = (
  settings: object,
) => Promise<Emscripten & { getCFunc: (name: string) => (...args: unknown[]) => unknown }>;

let opened = 0;

/**
 * The glue has these functions, and only does not hand them out. Each time it is a module of its own: what an engine has
 * learnt of one's `ccall` is not another's.
 */
export async function openEmscripten(library: string): Promise<Emscripten> {
  const { glue, wasm } = await readLibrary(library, "fast");
  if (!glue.includes(DOOR)) throw new Error(`the glue of ${library} no longer has ${DOOR}`);
  opened += 1;
  const text = glue.replace(DOOR, DOOR + HANDED_OUT.map((name) => `Module["${name}"]=${name};`).join(""));
  const factory = (await importText(`${text}\n// ${opened}`))["default"] as Factory;
  let exports: WebAssembly.Exports = {};
  const module = await factory({
    instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
      exports = instance.exports;
      receive(instance);
      return exports;
    },
  });
  const { ccall, getCFunc } = module;
  return {
    ...module,
    asm: exports as unknown as Emscripten["asm"],
    memory: exports["memory"] as WebAssembly.Memory,
    // As Emscripten's own, which no library links.
    cwrap: (name, result, types) =>
      result !== "string" && types.every((type) => type === "number")
        ? getCFunc(name)
        : (...args) => ccall(name, result, types, args),
  };
}
