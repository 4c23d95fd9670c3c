import { readSync, writeSync } from "node:fs";
import { Fd, wasi } from "@bjorn3/browser_wasi_shim";

/** A program's standard output or error. */
export class OutputFile extends Fd {
  readonly #take: (bytes: Uint8Array) => void;

  constructor(take: (bytes: Uint8Array) => void) {
    super();
    this.#take = take;
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    this.#take(data);
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.byteLength };
  }

  override fd_fdstat_get(): { ret: number; fdstat: wasi.Fdstat | null } {
    return characterDevice(true);
  }

  override fd_filestat_get(): { ret: number; filestat: wasi.Filestat } {
    return terminal();
  }
}

/** A program's standard input, read when the program asks for it. */
export class InputFile extends Fd {
  readonly #read: (bytes: Uint8Array) => number;
  readonly #isTerminal: boolean;

  /** @param read Fills `bytes` and returns how many there were; 0 at the end. */
  constructor(read: (bytes: Uint8Array) => number, isTerminal: boolean) {
    super();
    this.#read = read;
    this.#isTerminal = isTerminal;
  }

  override fd_read(size: number): { ret: number; data: Uint8Array } {
    const bytes = new Uint8Array(size);
    return { ret: wasi.ERRNO_SUCCESS, data: bytes.subarray(0, size === 0 ? 0 : this.#read(bytes)) };
  }

  override fd_fdstat_get(): { ret: number; fdstat: wasi.Fdstat | null } {
    return characterDevice(this.#isTerminal);
  }

  override fd_filestat_get(): { ret: number; filestat: wasi.Filestat } {
    return terminal();
  }
}

/** Of a terminal: its user reads and writes it, others write. */
function terminal(): { ret: number; filestat: wasi.Filestat } {
  const filestat = new wasi.Filestat(0n, wasi.FILETYPE_CHARACTER_DEVICE, 0n);
  filestat.dev = 0o620n;
  return { ret: wasi.ERRNO_SUCCESS, filestat };
}

/** The C library takes a device that has no places for a terminal. */
export function characterDevice(isTerminal: boolean): { ret: number; fdstat: wasi.Fdstat } {
  const fdstat = new wasi.Fdstat(wasi.FILETYPE_CHARACTER_DEVICE, 0);
  if (!isTerminal) fdstat.fs_rights_base = BigInt(wasi.RIGHTS_FD_SEEK) | BigInt(wasi.RIGHTS_FD_TELL);
  return { ret: wasi.ERRNO_SUCCESS, fdstat };
}

/** Writes all of it to one of this process's own descriptors, however slowly the other side reads. */
export function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += patiently(() => writeSync(descriptor, bytes, done)) ?? bytes.length;
  }
}

/** Reads from this process's standard input; 0 at its end. */
export function readInput(bytes: Uint8Array): number {
  return patiently(() => readSync(0, bytes)) ?? 0;
}

/** Tries again while a descriptor that does not block has nothing yet; null when the other side has closed it. */
function patiently(act: () => number): number | null {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF" || code === "EPIPE" || code === "EISDIR" || code === "EBADF") return null;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
