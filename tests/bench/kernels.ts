import type { LibraryInstance } from "../../src/ffi/host.ts";
import { dlopen } from "../../src/ffi/index.ts";
import { compare, compareSlow, type Comparison } from "./compare.ts";
import { DEFAULT_QUARANTINE_BYTES } from "../../src/contract/run.ts";
import { load, type Opened } from "./open-library.ts";
import { openPeers, type Peer, type PeerInstance } from "./peers.ts";
import { geometricMean } from "./statistics.ts";

/** Emscripten's own checks beside ours, each against the fast build. Empty where there is no emcc to build them with. */
export type PeerCosts = Readonly<Partial<Record<Peer, Comparison>>>;

export interface KernelCosts {
  readonly kernels: readonly { readonly name: string; readonly cost: Comparison; readonly peers: PeerCosts }[];
  /** Of the kernels' median ratios. */
  readonly geometricMean: number;
  /** Why checked kernels are faster than the fast ones; null when none is by more than the noise. */
  readonly whyBelowOne: string | null;
  readonly peersGeometricMean: Readonly<Partial<Record<Peer, number>>>;
  /** malloc and free of blocks of several sizes: by the checker alone, and with each block traced as in a run. */
  readonly malloc: readonly {
    readonly bytes: number;
    readonly checker: Comparison;
    readonly traced: Comparison;
    readonly peers: PeerCosts;
  }[];
  /** Linear memory of an instance that has done nothing, in bytes. */
  readonly idleMemory: Readonly<Record<"checked" | "fast", number>> & Readonly<Partial<Record<Peer, number>>>;
  /** Whether the peers were measured. */
  readonly emccFound: boolean;
}

type Kernel = (...args: number[]) => number;

const BYTES = 64 * 1024;
const COUNT = 16 * 1024;
const NODE_BYTES = 8;
const BLOCK_BYTES = [16, 64, 1024, 4096];
const STORE_ENTRIES = 2048;
/** `sizeof (struct kernel_entry)`. */
const STORE_ENTRY_BYTES = 32;

const MOST_TRACED_PAIRS = 50_000;

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

const BELOW_ONE = 0.95;
const WHY_BELOW_ONE =
  "only checked loops are rearranged to make several turns with one check (src/toolchain/assembly/loops); the fast ones are the compiler's";

export async function measureKernels(): Promise<KernelCosts> {
  const [fast, checked] = [await open("fast"), await open("checked")];
  const peers = await openPeers();
  const idleMemory = {
    checked: checked.instance().memory.buffer.byteLength,
    fast: fast.instance().memory.buffer.byteLength,
    ...eachPeer(peers, ({ memory }) => memory.buffer.byteLength),
  };
  const kernels = KERNELS.map(({ name, arguments: prepare }) => {
    const [ours, unchecked] = [checked, fast].map((opened) => kernelLoop(callerOf(opened), name, prepare));
    return {
      name: name.replace("kernel_", ""),
      cost: compare(ours!, unchecked!),
      peers: eachPeer(peers, (peer) => compareSlow(kernelLoop(peer, name, prepare), unchecked!)),
    };
  });
  const meanOf = (costs: readonly Comparison[]): number => geometricMean(costs.map(({ ratio }) => ratio.median));
  return {
    kernels,
    geometricMean: meanOf(kernels.map(({ cost }) => cost)),
    whyBelowOne: kernels.some(({ cost }) => cost.ratio.median < BELOW_ONE) ? WHY_BELOW_ONE : null,
    peersGeometricMean: eachPeer(peers, ({ name }) => meanOf(kernels.map((kernel) => kernel.peers[name]!))),
    malloc: await measureMalloc(fast, peers),
    idleMemory,
    emccFound: peers !== null,
  };
}

function eachPeer<T>(
  peers: readonly PeerInstance[] | null,
  measure: (peer: PeerInstance) => T,
): Partial<Record<Peer, T>> {
  return Object.fromEntries((peers ?? []).map((peer) => [peer.name, measure(peer)]));
}

async function open(build: "fast" | "checked"): Promise<Opened> {
  const opened = await load("kernels", build);
  opened.begin();
  dlopen("kernels", {});
  return opened;
}

/** C functions by name, and the memory they work on. */
type Caller = Pick<PeerInstance, "call" | "memory">;

/** The exports themselves, without `symbols`: only the C is measured. */
function callerOf(opened: Opened): Caller {
  const instance = opened.instance();
  return { memory: instance.memory, call: (name, ...args) => exported(instance, name)(...args) };
}

/** Memory is filled, so that a text has its end far off. */
function kernelLoop(caller: Caller, name: string, prepare: (allocate: (bytes: number) => number) => number[]) {
  const allocate = (bytes: number): number => {
    const address = caller.call("malloc", bytes) >>> 0;
    if (address === 0) throw new Error(`no memory for ${name}`);
    const memory = new Uint8Array(caller.memory.buffer, address, bytes);
    memory.fill(97);
    memory[bytes - 1] = 0;
    return address;
  };
  const args = prepare(allocate);
  return (times: number) => void caller.call(name, ...args, times);
}

async function measureMalloc(fast: Opened, peers: readonly PeerInstance[] | null): Promise<KernelCosts["malloc"]> {
  const unchecked = callerOf(fast);
  // Nobody listens to this one: what is left is the checker's own work, and the call of a hook.
  const silent = await load("kernels", "checked");
  const deaf = { allocated: () => undefined, release: () => 1, fault: () => undefined };
  const pair = exported(silent.loaded.open(deaf, { quarantineBytes: DEFAULT_QUARANTINE_BYTES }), "kernel_malloc");
  const listening = await load("kernels", "checked");
  return BLOCK_BYTES.map((bytes) => {
    const reference = (times: number): void => void unchecked.call("kernel_malloc", bytes, times);
    const traced = (times: number): void => {
      // A run of its own for each slice: a run remembers every block it has seen.
      listening.begin();
      const { symbols } = dlopen("kernels", { kernel_malloc: { parameters: ["usize", "u32"], result: "u32" } });
      symbols.kernel_malloc(bytes, times);
    };
    return {
      bytes,
      checker: compare((times) => void pair(bytes, times), reference),
      traced: compare(traced, reference, MOST_TRACED_PAIRS),
      peers: eachPeer(peers, (peer) =>
        compareSlow((times) => void peer.call("kernel_malloc", bytes, times), reference),
      ),
    };
  });
}

/** A function of the binary by its C name; builds may export it under another. */
function exported(instance: LibraryInstance, name: string): Kernel {
  const exportName = instance.description.functions.find((known) => known.name === name)?.exportName[instance.build];
  const kernel = instance.functions[exportName ?? name] as Kernel | undefined;
  if (!kernel) throw new Error(`kernels exports no ${name}`);
  return kernel;
}
