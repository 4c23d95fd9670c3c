import { QuickJS, type JSValueHandle, type QuickJSOptions, type Snapshot } from "quickjs-wasi";
import type { VirtualClock } from "../../runner/sealed-engine.ts";
import { MOST_STACK } from "./limits.ts";
import { wasiOf } from "./wasi.ts";

/** The code that stands in an engine before anything else, and what it leaves for the host. */
export interface Guest<Name extends string> {
  readonly text: string;
  /** Its name in stacks. */
  readonly file: string;
  /** Properties of the global `__seal`: functions that the host calls, or what it returns. The host takes them, and the global goes. */
  readonly seal: readonly Name[];
  /** Bytes that the engine may allocate. */
  readonly memoryLimit: number;
  /** What runs in it may import modules, whose texts a run's hooks give. Absent: there are none. */
  readonly hasModules?: true;
}

/** What one run does for its engine. */
export interface EngineHooks {
  readonly clock: VirtualClock;
  /** The one host function there is. */
  operation(args: readonly JSValueHandle[]): JSValueHandle;
  /** The engine looks up from its steps. True ends the run. */
  look(): boolean;
  rejected(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void;
  /** The text of a module that is imported. Absent: none can be. */
  readonly module?: (name: string) => string;
}

/** An engine in which the guest has run and nothing else has. */
export interface StartedEngine<Name extends string> {
  readonly vm: QuickJS;
  readonly seal: Readonly<Record<Name, JSValueHandle>>;
  /** The engine's linear memory: it grows, and never shrinks. */
  readonly memory: Pick<WebAssembly.Memory, "buffer">;
}

/**
 * The memory of an engine in which the guest has run. Each run begins with a fresh instance and a copy of it, so that none finds
 * anything of another one, and all begin with the same bytes, their count of steps among them. To run the guest takes ten
 * times as long as the copy.
 */
export class GuestImage<Name extends string> {
  readonly #binary: WebAssembly.Module;
  readonly #guest: Guest<Name>;
  readonly #snapshot: Snapshot;
  /** Where the seal's handles are in that memory. */
  readonly #tokens: ReadonlyMap<Name, number>;
  #next: Promise<WaitingEngine<Name>> | null = null;

  private constructor(
    binary: WebAssembly.Module,
    guest: Guest<Name>,
    snapshot: Snapshot,
    tokens: ReadonlyMap<Name, number>,
  ) {
    this.#binary = binary;
    this.#guest = guest;
    this.#snapshot = snapshot;
    this.#tokens = tokens;
  }

  /** Runs a guest. @param binary QuickJS's. */
  static async make<Name extends string>(binary: WebAssembly.Module, guest: Guest<Name>): Promise<GuestImage<Name>> {
    const vm = await QuickJS.create(optionsOf(binary, guest.memoryLimit, NO_RUN));
    vm.setProp(vm.global, "__host", vm.newFunction(HOST, NO_RUN.operation));
    vm.evalCode(guest.text, guest.file).dispose();
    const seal = vm.getProp(vm.global, vm.newString("__seal"));
    const tokens = new Map(
      guest.seal.map((name) => [name, vm.exportHandle(vm.getProp(seal, vm.newString(name)))] as const),
    );
    vm.evalCode("delete globalThis.__seal", guest.file).dispose();
    const snapshot = vm.snapshot();
    vm.dispose();
    return new GuestImage(binary, guest, snapshot, tokens);
  }

  /** An engine for one run. The next one is made meanwhile: most of the time that takes, this thread only waits. */
  async start(hooks: EngineHooks): Promise<StartedEngine<Name>> {
    const { engine, serve } = await (this.#next ?? this.#restore());
    this.#next = this.#restore();
    // It is told when it is wanted.
    this.#next.catch(() => {});
    serve(hooks);
    return engine;
  }

  async #restore(): Promise<WaitingEngine<Name>> {
    let hooks: EngineHooks = NO_RUN;
    let memory: StartedEngine<Name>["memory"] | undefined;
    const late: EngineHooks = {
      clock: {
        get now() {
          return hooks.clock.now;
        },
        set now(now) {
          hooks.clock.now = now;
        },
      },
      operation: (args) => hooks.operation(args),
      look: () => hooks.look(),
      rejected: (promise, reason, isHandled) => hooks.rejected(promise, reason, isHandled),
      ...(this.#guest.hasModules === true && { module: (name: string) => hooks.module?.(name) ?? "" }),
    };
    const options = optionsOf(this.#binary, this.#guest.memoryLimit, late, (own) => (memory = own));
    const vm = await QuickJS.restore(this.#snapshot, options);
    vm.registerHostCallback(HOST, (...args) => late.operation(args));
    const seal = Object.fromEntries([...this.#tokens].map(([name, token]) => [name, vm.importHandle(token)]));
    return {
      engine: { vm, seal: seal as StartedEngine<Name>["seal"], memory: memory! },
      serve: (its) => void (hooks = its),
    };
  }
}

/** An engine that waits for its run. */
interface WaitingEngine<Name extends string> {
  readonly engine: StartedEngine<Name>;
  readonly serve: (hooks: EngineHooks) => void;
}

/** What QuickJS's package knows the host function by. */
const HOST = "host";

/** The guest asks for nothing while it is loaded. */
const NO_RUN = {
  clock: { now: 0 },
  operation(): never {
    throw new Error("no run has begun");
  },
  look: () => false,
  rejected: () => {},
} satisfies EngineHooks;

function optionsOf(
  wasm: WebAssembly.Module,
  memoryLimit: number,
  hooks: EngineHooks,
  tellMemory: (memory: WebAssembly.Memory) => void = () => {},
): QuickJSOptions {
  return {
    wasm,
    memoryLimit,
    maxStackSize: MOST_STACK,
    timezoneOffset: 0,
    interruptHandler: () => hooks.look(),
    onUnhandledRejection: (promise, reason, isHandled) => hooks.rejected(promise, reason, isHandled),
    ...(hooks.module && { moduleLoader: { load: hooks.module } }),
    wasi(memory) {
      tellMemory(memory);
      return wasiOf(memory, hooks.clock);
    },
  };
}
