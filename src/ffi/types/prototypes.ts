import type { CFunction } from "../../contract/description.ts";

/** What a library's header says of its functions, by their C names. */
export class Prototypes {
  readonly #byName: ReadonlyMap<string, CFunction>;

  constructor(functions: readonly CFunction[]) {
    this.#byName = new Map(functions.map((each) => [each.name, each]));
  }

  get(functionName: string): CFunction | undefined {
    return this.#byName.get(functionName);
  }

  /** The functions that end what a function registers. */
  endsOf(register: string): CFunction[] {
    return [...this.#byName.values()].filter(({ unregisters }) => unregisters?.register === register);
  }

  names(): string[] {
    return [...this.#byName.keys()];
  }

  /** Whether a function takes memory over, to release it for the program. */
  takes(functionName: string): boolean {
    return this.get(functionName)?.parameters.some((parameter) => parameter.ownership === "taken") ?? false;
  }

  /** Whether a function takes memory over to keep it: it takes memory, and releases no other function's results. */
  adopts(functionName: string): boolean {
    return this.takes(functionName) && !this.isRelease(functionName);
  }

  /** Whether a function releases what another one returns. */
  isRelease(functionName: string): boolean {
    return [...this.#byName.values()].some(
      ({ resultOwnership }) => resultOwnership.kind === "owned" && resultOwnership.release === functionName,
    );
  }
}
