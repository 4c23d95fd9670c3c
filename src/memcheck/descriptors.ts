import { wasi, type Fd, type WASI } from "@bjorn3/browser_wasi_shim";
import { ROOT_DESCRIPTOR } from "../contract/checker-abi.ts";
import type { Binary } from "./binary.ts";

/** What a program has open, by its number. As on Unix, what is opened has the lowest number that is free. */
export class Descriptors {
  readonly table: Fd[];

  /** @param files The file system, whose devices may be what the program has open as its standard streams. */
  constructor(standard: readonly [Fd, Fd, Fd], files: (standard: (descriptor: 0 | 1 | 2) => Fd | null) => Fd) {
    this.table = [...standard];
    this.table[ROOT_DESCRIPTOR] = files((descriptor) => this.table[descriptor] ?? null);
  }

  /**
   * Lets two descriptors stand for the same open file.
   *
   * @param to The second, which is closed if it is open; -1 for the lowest that is free.
   * @returns The second; an error of WASI's, negated, when there is no such first.
   */
  duplicate(from: number, to: number): number {
    const opened = this.table[from];
    if (opened === undefined || to >= ROOT_DESCRIPTOR) return -wasi.ERRNO_BADF;
    const second = to < 0 ? this.#free() : to;
    this.table[second] = opened;
    return second;
  }

  /** WASI's functions, of which the one that opens takes the lowest number: it would take one that never was. */
  lowest({ wasiImport }: WASI, binary: Binary): WASI["wasiImport"] {
    const open = wasiImport["path_open"] as (...parameters: unknown[]) => number;
    return {
      ...wasiImport,
      path_open: (...parameters: unknown[]) => {
        const error = open(...parameters);
        if (error !== wasi.ERRNO_SUCCESS) return error;
        const number = this.#free();
        this.table[number] = this.table.pop()!;
        binary.writeWord(parameters.at(-1) as number, number);
        return error;
      },
    };
  }

  #free(): number {
    let number = 0;
    while (this.table[number] !== undefined) number += 1;
    return number;
  }
}
