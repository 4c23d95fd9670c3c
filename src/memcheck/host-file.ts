import { readFileSync, type Stats } from "node:fs";
import { PERMISSION_BITS } from "../contract/checker-abi.ts";
import { File, wasi, type OpenFile } from "@bjorn3/browser_wasi_shim";

const NANOSECONDS = 1_000_000;

/** A file of this machine, read when the program opens it. What the program writes into it stays in its own memory. */
export class HostFile extends File {
  readonly #place: string;
  /** What this machine says of it; null as soon as the program's own bytes stand for it. */
  #kept: Stats | null;
  readonly #changed: bigint;
  readonly #permissions: bigint;

  constructor(place: string, stats: Stats) {
    super([]);
    this.#place = place;
    this.#kept = stats;
    this.#permissions = permissionsOf(stats);
    this.#changed = BigInt(Math.round(stats.mtimeMs * NANOSECONDS));
  }

  override path_open(oflags: number, rights: bigint, flags: number): { ret: number; fd_obj: OpenFile } {
    if (this.#kept !== null) {
      try {
        if ((oflags & wasi.OFLAGS_TRUNC) === 0) this.data = new Uint8Array(readFileSync(this.#place));
        this.#kept = null;
      } catch (error) {
        const refused = (error as NodeJS.ErrnoException).code === "ENOENT" ? wasi.ERRNO_NOENT : wasi.ERRNO_ACCES;
        return { ...super.path_open(0, rights, flags), ret: refused };
      }
    }
    return super.path_open(oflags, rights, flags);
  }

  override get size(): bigint {
    return this.#kept === null ? super.size : BigInt(this.#kept.size);
  }

  override stat(): wasi.Filestat {
    const stat = super.stat();
    stat.atim = stat.mtim = stat.ctim = this.#changed;
    stat.dev = this.#permissions;
    return stat;
  }
}

/** Who may do what with a file, as a program expects it: in place of the number of a device. */
export function permissionsOf(stats: Stats): bigint {
  return BigInt(stats.mode & ((1 << PERMISSION_BITS) - 1));
}
