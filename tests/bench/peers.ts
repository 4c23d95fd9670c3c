import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compilerVersion, emcc } from "../../src/toolchain/libraries/emcc.ts";
import { MEMORY_LIMIT } from "../../src/toolchain/checker/interface.ts";
import { C_SOURCES } from "../../src/toolchain/libraries/flags.ts";
import { DEFAULT_QUARANTINE_BYTES } from "../../src/contract/run.ts";
import { ROOT } from "../../src/build/setup.mjs";

/** The other ways to check C that Emscripten has; the kernels are built with each for this benchmark only. */
export const PEERS = {
  AddressSanitizer: ["-fsanitize=address"],
  SAFE_HEAP: ["-sSAFE_HEAP=1"],
} as const;
export type Peer = keyof typeof PEERS;

export interface PeerInstance {
  readonly name: Peer;
  /** A function of the binary by its C name. */
  call(name: string, ...args: number[]): number;
  readonly memory: WebAssembly.Memory;
}

const KERNELS = join(C_SOURCES, "kernels");
const FUNCTIONS = ["hash", "sum", "fill", "copy", "memcpy", "strlen", "sort", "list", "store", "malloc"];

/** Null when there is no emcc on this machine. Builds what has not been built before. */
export async function openPeers(): Promise<readonly PeerInstance[] | null> {
  const compiler = await compilerVersion();
  if (compiler === null) return null;
  const sources = readdirSync(KERNELS).sort();
  const folder = join(ROOT, "node_modules/.cache/bench-peers", digest(compiler, sources));
  mkdirSync(folder, { recursive: true });
  const peers: PeerInstance[] = [];
  for (const name of Object.keys(PEERS) as Peer[]) {
    const glue = join(folder, `${name}.mjs`);
    if (!existsSync(glue)) await build(name, sources, folder);
    peers.push(await open(name, glue));
  }
  return peers;
}

function digest(compiler: string, sources: readonly string[]): string {
  const hash = createHash("sha256").update(compiler).update(OPTIONS);
  for (const file of sources) hash.update(readFileSync(join(KERNELS, file)));
  return hash.digest("hex").slice(0, 16);
}

/** AddressSanitizer would hold back more freed memory than there is: it gets as much as our checker has. */
const OPTIONS = `const char *__asan_default_options(void) {
  return "quarantine_size_mb=${DEFAULT_QUARANTINE_BYTES / 2 ** 20}:thread_local_quarantine_size_kb=64";
}
`;

/** At the optimisation and the memory limit that our own two builds have. */
async function build(name: Peer, sources: readonly string[], folder: string): Promise<void> {
  const options = join(folder, "options.c");
  writeFileSync(options, OPTIONS);
  const exported = [...FUNCTIONS.map((kernel) => `_kernel_${kernel}`), "_malloc"];
  await emcc(C_SOURCES, [
    ...["-std=gnu17", "-O2", "-I", "include", ...PEERS[name]],
    ...sources.filter((file) => file.endsWith(".c")).map((file) => `kernels/${file}`),
    ...(name === "AddressSanitizer" ? [options] : []),
    ...["-sMODULARIZE=1", "-sEXPORT_ES6=1", "-sENVIRONMENT=worker", "-sFILESYSTEM=0", "--no-entry"],
    ...["-sALLOW_MEMORY_GROWTH=1", `-sMAXIMUM_MEMORY=${MEMORY_LIMIT}`, `-sTOTAL_STACK=${1024 * 1024}`],
    `-sEXPORTED_FUNCTIONS=${JSON.stringify(exported)}`,
    ...["-o", join(folder, `${name}.building.mjs`)],
  ]);
  renameSync(join(folder, `${name}.building.wasm`), join(folder, `${name}.wasm`));
  // Last, because it says that the peer is there.
  renameSync(join(folder, `${name}.building.mjs`), join(folder, `${name}.mjs`));
}

async function open(name: Peer, glue: string): Promise<PeerInstance> {
  const { default: factory } = (await import(pathToFileURL(glue).href)) as {
    default: (settings: object) => Promise<Record<string, (...args: number[]) => number>>;
  };
  let memory: WebAssembly.Memory | null = null;
  const module = await factory({
    instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
      const wasm = new WebAssembly.Module(readFileSync(glue.replace(/\.mjs$/, ".wasm")));
      const instance = new WebAssembly.Instance(wasm, imports);
      memory = (instance.exports["memory"] ?? imports["env"]?.["memory"]) as WebAssembly.Memory;
      receive(instance);
      return instance.exports;
    },
  });
  if (memory === null) throw new Error(`${name} has no memory`);
  return { name, memory, call: (kernel, ...args) => module[`_${kernel}`]!(...args) };
}
