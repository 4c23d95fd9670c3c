import type { StorageAreas } from "./record-store.ts";

type StorageArea = ReturnType<StorageAreas["local"]>;

/** Storage that lasts as long as the test, and may be limited or blocked as a browser's can be. */
export class MemoryStorageAreas implements StorageAreas {
  readonly entries = { local: new Map<string, string>(), session: new Map<string, string>() };
  /** Characters of one value from which on there is no room. */
  room = Infinity;
  blocked = false;

  readonly local = (): StorageArea => this.#area(this.entries.local);
  readonly session = (): StorageArea => this.#area(this.entries.session);

  #area(entries: Map<string, string>): StorageArea {
    if (this.blocked) throw new DOMException("The operation is insecure.", "SecurityError");
    return {
      getItem: (key) => entries.get(key) ?? null,
      removeItem: (key) => void entries.delete(key),
      setItem: (key, value) => {
        if (value.length > this.room) throw new DOMException("No room.", "QuotaExceededError");
        entries.set(key, value);
      },
    };
  }
}
