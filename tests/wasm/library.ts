import { readFileSync } from "node:fs";
import path from "node:path";
export { FaultKind } from "../../src/contract/checker-abi.ts";
import type { CLocation, LibraryBuild, LibraryDescription } from "../../src/contract/description.ts";

/** What the project ships. */
export const SHIPPED = path.resolve(import.meta.dirname, "../../wasm");
/** Libraries made for these tests alone. */
export const BUILT = path.resolve(import.meta.dirname, "built");

export interface Report {
  readonly kind: number;
  readonly address: number;
  readonly bytes: number;
  readonly span: CLocation | null;
}

export interface Allocation {
  readonly address: number;
  readonly bytes: number;
  readonly allocator: number;
  readonly span: CLocation | null;
}

type Exported = (...parameters: (number | bigint)[]) => number;

/** One instance of a library, with everything its checker said. */
export class Instance {
  readonly reports: Report[] = [];
  readonly allocations: Allocation[] = [];
  readonly releases: { readonly address: number; readonly span: CLocation | null }[] = [];
  /** Answers the question whether a block may be released. */
  mayRelease: (address: number) => boolean = () => true;
  /** Told of each fault while the code that made it stands still. */
  onFault: (report: Report) => void = () => undefined;
  /** Thrown out of the report of a fault, when set. */
  thrown: Error | null = null;
  readonly description: LibraryDescription;
  readonly build: LibraryBuild;
  readonly module: { addFunction(fn: (...values: number[]) => unknown, signature: string): number };
  readonly #exports: WebAssembly.Exports;

  /**
   * @param folder `SHIPPED` or `BUILT`.
   * @param replace may put other functions in place of what the library imports from its host, by name.
   */
  static async load(
    folder: string,
    name: string,
    build: LibraryBuild,
    replace: (imports: Record<string, unknown>) => void = () => undefined,
  ): Promise<Instance> {
    const glue = readFileSync(path.join(folder, `${name}.${build}.mjs`), "utf8");
    const source = `data:text/javascript;base64,${Buffer.from(glue).toString("base64")}`;
    const { default: factory } = (await import(/* @vite-ignore */ source)) as {
      default: (module: object) => unknown;
    };
    return new Instance(folder, name, build, factory, replace);
  }

  private constructor(
    folder: string,
    name: string,
    build: LibraryBuild,
    factory: (module: object) => unknown,
    replace: (imports: Record<string, unknown>) => void,
  ) {
    this.build = build;
    this.description = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as LibraryDescription;
    const wasm = new WebAssembly.Module(readFileSync(path.join(folder, `${name}.${build}.wasm`)));
    let instance: WebAssembly.Instance | null = null;
    const module = {
      instantiateWasm: (imports: { env: Record<string, unknown> }, receive: (made: WebAssembly.Instance) => void) => {
        if (build === "checked") Object.assign(imports.env, this.#hooks());
        replace(imports.env);
        instance = new WebAssembly.Instance(wasm, imports as unknown as WebAssembly.Imports);
        receive(instance);
        return instance.exports;
      },
    };
    factory(module);
    if (instance === null) throw new Error("the glue did not instantiate the library at once");
    this.#exports = (instance as WebAssembly.Instance).exports;
    this.module = module as unknown as typeof this.module;
  }

  #span(number: number): CLocation | null {
    return this.description.locations[number] ?? null;
  }

  #hooks(): Record<string, (...values: number[]) => number | void> {
    return {
      ffi_hook_allocated: (address, bytes, allocator, span) => {
        this.allocations.push({ address: address!, bytes: bytes!, allocator: allocator!, span: this.#span(span!) });
      },
      ffi_hook_release: (address, span) => {
        this.releases.push({ address: address!, span: this.#span(span!) });
        return this.mayRelease(address!) ? 1 : 0;
      },
      ffi_hook_fault: (kind, address, bytes, span) => {
        const report = { kind: kind!, address: address!, bytes: bytes!, span: this.#span(span!) };
        this.reports.push(report);
        this.onFault(report);
        if (this.thrown !== null) throw this.thrown;
      },
    };
  }

  get memory(): WebAssembly.Memory {
    return this.#exports["memory"] as WebAssembly.Memory;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  get exportNames(): string[] {
    return Object.keys(this.#exports);
  }

  /** Calls a library function, or one of libc's by its own name, or what the checker exports. Addresses are unsigned. */
  call(name: string, ...parameters: (number | bigint)[]): number {
    const known = this.description.functions.find((each) => each.name === name);
    const exported = this.#exports[known?.exportName[this.build] ?? name] as Exported | undefined;
    if (exported === undefined) throw new Error(`${name} is not exported`);
    return exported(...parameters);
  }

  /** Memory with this text and its NUL, from the library's malloc. */
  text(content: string): number {
    const encoded = new TextEncoder().encode(`${content}\0`);
    const address = this.call("malloc", encoded.length);
    this.bytes.set(encoded, address);
    return address;
  }

  readText(address: number): string {
    const bytes = this.bytes;
    return new TextDecoder().decode(bytes.subarray(address, bytes.indexOf(0, address)));
  }
}
