import { Owner } from "../contract/trace.ts";
import type { Block } from "./block.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Reports, at the end of a program, every live block that the program had to release: FFI002 at its allocation.
 * Blocks of one place are one fault, as one wrong line made them all. What the library keeps for itself is no leak.
 */
export function reportLeaks(runtime: Runtime): void {
  for (const space of runtime.spaces) {
    const groups = new Map<string, Block[]>();
    for (const block of space.blocks()) {
      if (block.freed || block.releaseFailed || block.owner !== Owner.TypeScript) continue;
      const key = `${block.site} ${block.cSite} ${block.release ?? ""}`;
      const group = groups.get(key);
      if (group) group.push(block);
      else groups.set(key, [block]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const bytes = group.reduce((sum, block) => sum + block.bytes, 0);
      const detail = {
        act: "end",
        address: first.address,
        bytes,
        function: null,
        expected: first.release,
        actual: String(group.length),
      } as const;
      runtime.fault("FFI002", space, first, detail, { site: first.site, cSite: first.cSite });
    }
  }
}
