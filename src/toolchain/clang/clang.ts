import { commands, Exit, runLLVM, type Tree } from "@yowasp/clang";

/** What one run of a compiler's tool left behind. */
export interface ToolRun {
  readonly ok: boolean;
  /** What it said, in its own words. */
  readonly output: string;
  /**
   * What it wrote to standard output. Ask for large results there, with `-o -`: the tools' file system copies a file
   * each time that 4 KiB are added to it, which took minutes for the assembly of 3,000 lines of C.
   */
  readonly stdout: Uint8Array<ArrayBuffer>;
  readonly files: Tree;
}

/**
 * Runs clang as its driver does, on a file system that holds `files` and the compiler's own headers and libraries.
 *
 * @param subject What it works on, for a sentence that says it could not.
 */
export async function clang(parameters: readonly string[], files: Tree, subject: string): Promise<ToolRun> {
  return runTool(commands.clang, parameters, files, `${subject} is more than the compiler can do`);
}

/** Runs the linker. */
export async function wasmLd(parameters: readonly string[], files: Tree): Promise<ToolRun> {
  return runTool(commands["wasm-ld"], parameters, files, "the program is more than the linker can do");
}

let loaded: Promise<unknown> | undefined;

async function runTool(
  tool: typeof commands.clang,
  parameters: readonly string[],
  files: Tree,
  tooMuch: string,
): Promise<ToolRun> {
  const written: Uint8Array[] = [];
  const said: Uint8Array[] = [];
  // The bytes belong to the tool's memory and change after the call.
  const keep =
    (chunks: Uint8Array[]) =>
    (bytes: Uint8Array | null): void =>
      void (bytes && chunks.push(bytes.slice()));
  const printed = (): Pick<ToolRun, "output" | "stdout"> => ({
    output: new TextDecoder().decode(joined(said)),
    stdout: joined(written),
  });
  try {
    // Its parts are read from the package's folder once; unasked it would print how far it has got.
    await (loaded ??= Promise.resolve(runLLVM(undefined, {}, { fetchProgress: () => {} })));
    const left = await tool([...parameters], files, { stdout: keep(written), stderr: keep(said), decodeASCII: false });
    return { ok: true, ...printed(), files: left ?? {} };
  } catch (error) {
    if (isOverload(error)) {
      const advice =
        "What is nested deeply, and a function or an initialiser of very many parts, take most: divide them, or divide the file.";
      const output = `${tooMuch}: it ended in the middle of its work (${error.message}). ${advice}`;
      return { ok: false, output, stdout: new Uint8Array(), files: {} };
    }
    if (!isExit(error)) throw error;
    return { ok: false, ...printed(), files: error.files };
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** It needed more stack or more memory than there is, and could not say so itself. */
function isOverload(error: unknown): error is Error {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/** The package declares the class of its exits and does not export it. */
function isExit(error: unknown): error is Exit {
  return error instanceof Error && "code" in error && "files" in error;
}

/** Reads a file a tool has written. Throws when it is not there. */
export function readOutput(files: Tree, name: string): Uint8Array<ArrayBuffer> {
  const found = files[name];
  if (!(found instanceof Uint8Array)) throw new Error(`the compiler wrote no ${name}`);
  return new Uint8Array(found);
}
