import type { CFunction } from "../../contract/description.ts";
import type { Block } from "../memory/block.ts";
import { PointerObject } from "../memory/pointer.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { Task } from "./task.ts";

/** A call that was given a handle which only one task at a time may use. */
interface Use {
  readonly task: Task;
  /** The task's own count at the time. */
  readonly synchronisations: number;
  readonly function: string;
  readonly span: number;
}

/** Uses of one handle that are remembered; what is older is forgotten, and never accused. */
const MOST = 64;

const usesOf = new WeakMap<Block, Use[]>();

/** Which parameters of a function are handles for one task at a time. */
export const handleParameters = (actual: CFunction): readonly number[] =>
  actual.parameters.flatMap((parameter, index) => (parameter.notThreadSafe ? [index] : []));

/**
 * Takes note of a call with a handle, and reports FFI018 where another task has called with it between the last call of
 * this task and this one, though this task let no other one in between. Whatever lock it went through before its last call, it
 * still had at this one: so the other task went through none, or this one never had any.
 *
 * Calls of functions that are not async and that no async function called belong to no task, and tasks that this one started
 * act for it.
 */
export function useHandle(space: AddressSpace, functionName: string, handle: unknown): void {
  const { runtime } = space;
  const { task, span } = runtime;
  const block = PointerObject.is(handle) ? PointerObject.block(handle) : null;
  if (!task || !block || block.freed || block.takenBy !== null) return;
  const uses = usesOf.get(block) ?? [];
  usesOf.set(block, uses);
  const before = uses.findLastIndex((use) => use.task === task);
  if (before >= 0 && uses[before]!.synchronisations === task.synchronisations) {
    const intruder = uses.slice(before + 1).find((use) => !use.task.isWithin(task));
    if (intruder) {
      const { address } = block;
      const detail = { code: "FFI018", function: intruder.function, address, during: functionName } as const;
      runtime.faults.report(detail, space, block, { span: intruder.span });
    }
  }
  uses.push({ task, synchronisations: task.synchronisations, function: functionName, span });
  if (uses.length > MOST) uses.shift();
}
