import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Directory, File, type Inode } from "@bjorn3/browser_wasi_shim";

/**
 * A folder of this machine as a program sees it. Its files are read when the program asks for them; what the program
 * writes, renames or removes is so for the program only, and only as long as it runs.
 */
export class HostFolder extends Map<string, Inode> {
  readonly #folders: readonly string[];
  /** What the program has removed stays away. */
  readonly #removed = new Set<string>();

  /** @param folders What is not in the first is looked for in the next. */
  constructor(...folders: readonly string[]) {
    super();
    this.#folders = folders;
  }

  override get(name: string): Inode | undefined {
    const known = super.get(name);
    if (known !== undefined || this.#removed.has(name)) return known;
    for (const folder of this.#folders) {
      const found = read(path.join(folder, name));
      if (found === null) continue;
      super.set(name, found);
      return found;
    }
    return undefined;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override delete(name: string): boolean {
    this.#removed.add(name);
    return super.delete(name);
  }
}

/** Null for what is not there or may not be read. */
function read(place: string): Inode | null {
  try {
    const kind = statSync(place);
    if (kind.isDirectory()) return new Directory(new HostFolder(place));
    return kind.isFile() ? new File(readFileSync(place)) : null;
  } catch {
    return null;
  }
}
