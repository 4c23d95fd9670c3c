import type { LibraryBuild } from "../../src/contract/description.ts";
import { Instance, SHIPPED } from "../wasm/library.ts";

/** The codes of `enum db_code` in database.h. */
export const Code = {
  Ok: 0,
  NotFound: -1,
  BadKey: -2,
  BadValue: -3,
  NoMemory: -4,
  CannotOpen: -5,
  Busy: -6,
  NotADatabase: -7,
  ReadFailed: -8,
  WriteFailed: -9,
  Truncated: -10,
  Corrupt: -11,
} as const;

type HostFunction = (...values: never[]) => number;

/** The database library with texts in place of pointers, and a host whose calls can be made to fail. */
export class Store {
  readonly library: Instance;
  readonly #failures: Map<string, number>;

  static async load(build: LibraryBuild): Promise<Store> {
    const failures = new Map<string, number>();
    const library = await Instance.load(SHIPPED, "database", build, (imports) => {
      for (const [name, call] of Object.entries(imports)) {
        if (!/^(fd_|__syscall_)/.test(name)) continue;
        imports[name] = (...values: never[]): number => {
          const left = failures.get(name);
          if (left === undefined) return (call as HostFunction)(...values);
          failures.set(name, left - 1);
          // The system interface gives an error as a positive number, the kernel's as a negative one. 29 is EIO.
          return left > 0 ? (call as HostFunction)(...values) : name.startsWith("fd_") ? 29 : -29;
        };
      }
    });
    return new Store(library, failures);
  }

  private constructor(library: Instance, failures: Map<string, number>) {
    this.library = library;
    this.#failures = failures;
  }

  /** From now on the host's function `name` fails, after it has worked `times` more. */
  failHost(name: string, times = 0): void {
    this.#failures.set(name, times);
  }

  mendHost(): void {
    this.#failures.clear();
  }

  /** The result of `use`, which is lent these texts in C's memory. */
  #lend<T>(texts: readonly (string | null)[], use: (...addresses: number[]) => T): T {
    const addresses = texts.map((text) => (text === null ? 0 : this.library.text(text)));
    try {
      return use(...addresses);
    } finally {
      for (const address of addresses) this.library.call("free", address);
    }
  }

  /** 0 when it could not be opened. */
  open(path: string | null = "/test.db"): number {
    return this.#lend([path], (address) => this.library.call("db_open", address));
  }

  close(db: number): void {
    this.library.call("db_close", db);
  }

  get(db: number, key: string | null): string | null {
    return this.#lend([key], (address) => {
      const value = this.library.call("db_get", db, address);
      if (value === 0) return null;
      const text = this.library.readText(value);
      this.library.call("db_free_value", value);
      return text;
    });
  }

  set(db: number, key: string | null, value: string | null): number {
    return this.#lend([key, value], (one, other) => this.library.call("db_set", db, one!, other!));
  }

  delete(db: number, key: string | null): number {
    return this.#lend([key], (address) => this.library.call("db_delete", db, address!));
  }

  /** 0 for NULL: how the last opening went. */
  error(db: number): number {
    return this.library.call("db_error", db);
  }

  lostBytes(db: number): number {
    return this.library.call("db_lost_bytes", db);
  }

  /** What a Database has under these keys, absent ones left out. @throws Error when there is another reason for a NULL */
  content(db: number, keys: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(db, key);
      if (value !== null) found[key] = value;
      else if (this.error(db) !== Code.NotFound) throw new Error(`${key}: ${this.error(db)}`);
    }
    return found;
  }

  /** The file's bytes; null when there is none. Through C's own functions, past the library. */
  readFile(path = "/test.db"): Uint8Array | null {
    return this.#lend([path, "rb"], (name, mode) => {
      const file = this.library.call("fopen", name!, mode!);
      if (file === 0) return null;
      const room = 1 << 20;
      const buffer = this.library.call("malloc", room);
      const count = this.library.call("fread", buffer, 1, room, file);
      const bytes = this.library.bytes.slice(buffer, buffer + count);
      this.library.call("free", buffer);
      this.library.call("fclose", file);
      return bytes;
    });
  }

  writeFile(bytes: Uint8Array, path = "/test.db"): void {
    this.#lend([path, "wb"], (name, mode) => {
      const file = this.library.call("fopen", name!, mode!);
      if (file === 0) throw new Error(`${path} cannot be written`);
      const buffer = this.library.call("malloc", bytes.length + 1);
      this.library.bytes.set(bytes, buffer);
      const count = this.library.call("fwrite", buffer, 1, bytes.length, file);
      this.library.call("free", buffer);
      this.library.call("fclose", file);
      if (count !== bytes.length) throw new Error(`${count} bytes were written of ${bytes.length}`);
    });
  }

  /** Blocks of the heap that are still allocated; of the checked build only. */
  get liveBlocks(): number {
    return this.library.allocations.length - this.library.releases.length;
  }
}
