import type { VirtualClock } from "../../runner/sealed-engine.ts";
import { START_OF_TIME_MS } from "./limits.ts";

/** What WASI answers to one that writes to a file that is not open. */
const BAD_DESCRIPTOR = 8;

/** What an engine asks its system for: the virtual clock, which seeds `Math.random` too, and nothing else. */
export const wasiOf = (
  memory: WebAssembly.Memory,
  clock: VirtualClock,
): Record<string, (...args: never[]) => number> => ({
  clock_time_get: (_clock: number, _precision: bigint, at: number) => {
    const now = BigInt(Math.round((START_OF_TIME_MS + clock.now) * 1_000_000));
    new DataView(memory.buffer).setBigUint64(at, now, true);
    return 0;
  },
  random_get: (at: number, length: number) => {
    new Uint8Array(memory.buffer, at, length).fill(7);
    return 0;
  },
  fd_write: () => BAD_DESCRIPTOR,
});
