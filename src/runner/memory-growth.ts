import { MOST_GROWTHS } from "../contract/run.ts";

/** Bytes of a page of linear memory. */
const PAGE = 65536;

/** Emscripten's function that grows a library's memory to so many bytes, and tells its glue. */
type Resize = (bytes: number) => unknown;

/**
 * Grows a library's memory when nothing in it has to, one page at a time.
 *
 * Growing goes through the glue, because its own views of the memory go stale too. The glue takes a fifth more than it
 * is asked for, and a program that allocates ten times would have all there is; so it gets a memory that grows by one
 * page while growing is the host's wish.
 */
export class MemoryGrowth {
  /** Set when every allocation is to grow the memory. */
  onAllocation = false;
  #memory: WebAssembly.Memory | null = null;
  #resize: Resize = () => false;
  #byOnePage = false;
  #times = 0;

  /** Takes what grows the memory from a binary's imports. */
  connect(resize: unknown): void {
    if (typeof resize === "function") this.#resize = resize as Resize;
  }

  /** The binary's exports for the glue. */
  exportsForGlue(exports: WebAssembly.Exports): WebAssembly.Exports {
    const memory = exports["memory"] as WebAssembly.Memory;
    this.#memory = memory;
    const grow = (pages: number) => memory.grow(this.#byOnePage ? 1 : pages);
    const forGlue = {
      get buffer() {
        return memory.buffer;
      },
      grow,
    };
    return { ...exports, memory: forGlue as WebAssembly.Memory };
  }

  /** Grows it, unless it has been grown often enough. */
  grow(): void {
    if (!this.#memory || this.#times === MOST_GROWTHS) return;
    this.#times += 1;
    this.#byOnePage = true;
    try {
      // Beyond the most that the memory may have, it stays as it is.
      this.#resize(this.#memory.buffer.byteLength + PAGE);
    } finally {
      this.#byOnePage = false;
    }
  }
}
