import { randomFillSync } from "node:crypto";
import { Fd, Inode, wasi } from "@bjorn3/browser_wasi_shim";
import { characterDevice } from "./wasi-files.ts";

/** Fills bytes that are 0, and returns those that were read. */
type Fill = (bytes: Uint8Array) => Uint8Array;

const NOTHING: Fill = (bytes) => bytes.subarray(0, 0);
const ZEROS: Fill = (bytes) => bytes;
const RANDOM: Fill = (bytes) => randomFillSync(bytes);

/**
 * The devices that every Unix has, by their names in `/dev`.
 *
 * @param standard The program's own input, output or error.
 */
export function devices(standard: (descriptor: 0 | 1 | 2) => Fd | null): ReadonlyMap<string, Inode> {
  return new Map([
    ["null", new Device(() => new OpenDevice(NOTHING))],
    ["zero", new Device(() => new OpenDevice(ZEROS))],
    ["full", new Device(() => new OpenDevice(ZEROS, wasi.ERRNO_NOSPC))],
    ["random", new Device(() => new OpenDevice(RANDOM))],
    ["urandom", new Device(() => new OpenDevice(RANDOM))],
    ["stdin", new Device(() => standard(0))],
    ["stdout", new Device(() => standard(1))],
    ["stderr", new Device(() => standard(2))],
  ]);
}

class Device extends Inode {
  readonly #open: () => Fd | null;

  constructor(open: () => Fd | null) {
    super();
    this.#open = open;
  }

  override path_open(): { ret: number; fd_obj: Fd | null } {
    const opened = this.#open();
    return { ret: opened === null ? wasi.ERRNO_NOENT : wasi.ERRNO_SUCCESS, fd_obj: opened };
  }

  override stat(): wasi.Filestat {
    const stat = new wasi.Filestat(this.ino, wasi.FILETYPE_CHARACTER_DEVICE, 0n);
    stat.dev = 0o666n;
    return stat;
  }
}

/** What is written to it is gone. */
class OpenDevice extends Fd {
  readonly #fill: Fill;
  readonly #refusal: number | null;

  /** @param refusal The error of every write; null where there is none. */
  constructor(fill: Fill, refusal: number | null = null) {
    super();
    this.#fill = fill;
    this.#refusal = refusal;
  }

  override fd_read(size: number): { ret: number; data: Uint8Array } {
    return { ret: wasi.ERRNO_SUCCESS, data: this.#fill(new Uint8Array(size)) };
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    if (this.#refusal !== null) return { ret: this.#refusal, nwritten: 0 };
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.byteLength };
  }

  /** Every place is the first: there is nothing to be further in. */
  override fd_seek(): { ret: number; offset: bigint } {
    return { ret: wasi.ERRNO_SUCCESS, offset: 0n };
  }

  override fd_fdstat_get(): { ret: number; fdstat: wasi.Fdstat | null } {
    return characterDevice(false);
  }

  override fd_filestat_get(): { ret: number; filestat: wasi.Filestat } {
    return { ret: wasi.ERRNO_SUCCESS, filestat: new wasi.Filestat(0n, wasi.FILETYPE_CHARACTER_DEVICE, 0n) };
  }
}
