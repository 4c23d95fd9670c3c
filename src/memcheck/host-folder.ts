import { readdirSync, readlinkSync, type Dirent } from "node:fs";
import path from "node:path";
import { Inode, wasi } from "@bjorn3/browser_wasi_shim";

/** One line of a folder's list. */
export interface Listed {
  readonly name: string;
  readonly inode: bigint;
  /** One of WASI's file types. */
  readonly type: number;
}

/**
 * What is in a folder of this machine, as a program sees it. Its files are looked up when the program asks for them; what
 * the program writes, renames or removes is so for the program only, and only as long as it runs.
 */
export class HostFolder extends Map<string, Inode> {
  readonly #folder: string | null;
  readonly #lookUp: (place: string) => Inode | null;
  /** What the program has removed, or put something of its own in the place of. */
  readonly #hidden = new Set<string>();
  /** Numbers that a list has given to files that the program has not opened yet. */
  readonly #numbers = new Map<string, bigint>();

  /**
   * @param folder Null for one that only the program has.
   * @param lookUp What is at a place of this machine; null where there is nothing that a program can have.
   */
  constructor(folder: string | null, lookUp: (place: string) => Inode | null) {
    super();
    this.#folder = folder;
    this.#lookUp = lookUp;
  }

  override get(name: string): Inode | undefined {
    const known = super.get(name);
    const place = this.#placeOf(name);
    if (known !== undefined || place === null) return known;
    const found = this.#lookUp(place);
    if (found === null) return undefined;
    found.ino = this.#numbers.get(name) ?? found.ino;
    super.set(name, found);
    return found;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override set(name: string, inode: Inode): this {
    this.#hidden.add(name);
    return super.set(name, inode);
  }

  override delete(name: string): boolean {
    const had = this.has(name);
    this.#hidden.add(name);
    super.delete(name);
    return had;
  }

  /** Where a symbolic link of this machine leads; null for what is none. */
  link(name: string): string | null {
    try {
      const place = this.#placeOf(name);
      return place === null ? null : readlinkSync(place);
    } catch {
      return null;
    }
  }

  #placeOf(name: string): string | null {
    return this.#folder === null || this.#hidden.has(name) ? null : path.join(this.#folder, name);
  }

  override get size(): number {
    return this.list().length;
  }

  /** All that is in it now. Nothing of this machine is read for that but the folder itself. */
  list(): Listed[] {
    const listed = new Map<string, Listed>();
    for (const entry of entriesOf(this.#folder)) {
      if (this.#hidden.has(entry.name)) continue;
      const inode = this.#numbers.get(entry.name) ?? Inode.issue_ino();
      this.#numbers.set(entry.name, inode);
      listed.set(entry.name, { name: entry.name, inode, type: typeOf(entry) });
    }
    for (const [name, own] of super.entries()) {
      if (this.#hidden.has(name)) listed.set(name, { name, inode: own.ino, type: own.stat().filetype });
    }
    return [...listed.values()];
  }
}

/** None where it may not be read, or is gone. */
function entriesOf(folder: string | null): Dirent[] {
  try {
    return folder === null ? [] : readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function typeOf(entry: Dirent): number {
  if (entry.isDirectory()) return wasi.FILETYPE_DIRECTORY;
  if (entry.isFile()) return wasi.FILETYPE_REGULAR_FILE;
  if (entry.isCharacterDevice()) return wasi.FILETYPE_CHARACTER_DEVICE;
  return entry.isSymbolicLink() ? wasi.FILETYPE_SYMBOLIC_LINK : wasi.FILETYPE_UNKNOWN;
}
