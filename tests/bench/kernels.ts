import type { LibraryInstance } from "../../src/ffi/host.ts";
import { dlopen } from "../../src/ffi/index.ts";
import { compare, type Comparison } from "./compare.ts";
import { load, type Opened } from "./open-library.ts";
import { geometricMean } from "./statistics.ts";

export interface KernelCosts {
  readonly kernels: readonly { readonly name: string; readonly cost: Comparison }[];
  /** Of the kernels' median ratios. */
  readonly geometricMean: number;
  /** malloc and free of 64 bytes: by the checker alone, and with each block traced as in a run. */
  readonly malloc: { readonly checker: Comparison; readonly traced: Comparison };
  /** Linear memory of an instance that has done nothing, in bytes. */
  readonly idleMemory: { readonly checked: number; readonly fast: number };
}

type Kernel = (...args: number[]) => number;

const BYTES = 64 * 1024;
const COUNT = 16 * 1024;
const NODE_BYTES = 8;
const BLOCK_BYTES = 64;
const STORE_ENTRIES = 2048;
/** `sizeof (struct kernel_entry)`. */
const STORE_ENTRY_BYTES = 32;

/** What each kernel is given, after the memory that is made for it. */
const KERNELS: readonly { name: string; arguments: (allocate: (bytes: number) => number) => number[] }[] = [
  { name: "kernel_hash", arguments: (allocate) => [allocate(BYTES), BYTES] },
  { name: "kernel_sum", arguments: (allocate) => [allocate(COUNT * 4), COUNT] },
  { name: "kernel_fill", arguments: (allocate) => [allocate(BYTES), BYTES] },
  { name: "kernel_copy", arguments: (allocate) => [allocate(BYTES), allocate(BYTES), BYTES] },
  { name: "kernel_memcpy", arguments: (allocate) => [allocate(BYTES), allocate(BYTES), BYTES] },
  { name: "kernel_strlen", arguments: (allocate) => [allocate(BYTES)] },
  { name: "kernel_sort", arguments: (allocate) => [allocate(COUNT * 4), COUNT] },
  { name: "kernel_list", arguments: (allocate) => [allocate(COUNT * NODE_BYTES), COUNT] },
  { name: "kernel_store", arguments: (allocate) => [allocate(STORE_ENTRIES * STORE_ENTRY_BYTES), STORE_ENTRIES] },
];

export async function measureKernels(): Promise<KernelCosts> {
  const [fast, checked] = [await open("fast"), await open("checked")];
  const idleMemory = {
    checked: checked.instance().memory.buffer.byteLength,
    fast: fast.instance().memory.buffer.byteLength,
  };
  const kernels = KERNELS.map(({ name, arguments: prepare }) => {
    const loops = [checked, fast].map((opened) => kernelLoop(opened.instance(), name, prepare));
    return { name: name.replace("kernel_", ""), cost: compare(loops[0]!, loops[1]!) };
  });
  return {
    kernels,
    geometricMean: geometricMean(kernels.map(({ cost }) => cost.ratio.median)),
    malloc: await measureMalloc(fast),
    idleMemory,
  };
}

async function open(build: "fast" | "checked"): Promise<Opened> {
  const opened = await load("kernels", build);
  opened.begin();
  dlopen("kernels", {});
  return opened;
}

/** The export itself, without `symbols`: only the C is measured. Memory is filled, so that a text has its end far off. */
function kernelLoop(
  instance: LibraryInstance,
  name: string,
  prepare: (allocate: (bytes: number) => number) => number[],
) {
  const allocate = (bytes: number): number => {
    const address = exported(instance, "malloc")(bytes) >>> 0;
    if (address === 0) throw new Error(`no memory for ${name}`);
    const memory = new Uint8Array(instance.memory.buffer, address, bytes);
    memory.fill(97);
    memory[bytes - 1] = 0;
    return address;
  };
  const args = prepare(allocate);
  const kernel = exported(instance, name);
  return (times: number) => void kernel(...args, times);
}

async function measureMalloc(fast: Opened): Promise<KernelCosts["malloc"]> {
  const pair = exported(fast.instance(), "kernel_malloc");
  // Nobody listens to this one: what is left is the checker's own work, and the call of a hook.
  const silent = await load("kernels", "checked");
  const deaf = { allocated: () => undefined, release: () => 1, fault: () => undefined };
  const alone = exported(silent.loaded.open(deaf, { quarantineBytes: 0 }), "kernel_malloc");
  const listening = await load("kernels", "checked");
  return {
    checker: compare(
      (times) => void alone(BLOCK_BYTES, times),
      (times) => void pair(BLOCK_BYTES, times),
    ),
    traced: compare(
      (times) => {
        // A run of its own for each slice: a run remembers every block it has seen.
        listening.begin();
        const { symbols } = dlopen("kernels", { kernel_malloc: { parameters: ["usize", "u32"], result: "u32" } });
        symbols.kernel_malloc(BLOCK_BYTES, times);
      },
      (times) => void pair(BLOCK_BYTES, times),
      50_000,
    ),
  };
}

/** A function of the binary by its C name; builds may export it under another. */
function exported(instance: LibraryInstance, name: string): Kernel {
  const exportName = instance.description.functions.find((known) => known.name === name)?.exportName[instance.build];
  const kernel = instance.functions[exportName ?? name] as Kernel | undefined;
  if (!kernel) throw new Error(`kernels exports no ${name}`);
  return kernel;
}
