import { FrameMark, FrameRecord, ShadowValue } from "../contract/checker-abi.ts";
import type { Binary } from "./binary.ts";

/** A local variable, as the compiler describes its function's frame. */
export interface StackVariable {
  readonly name: string;
  readonly address: number;
  readonly bytes: number;
  /** Table index of its function: two variables of one name are told apart by it. */
  readonly function: number;
}

const FRAME_MARKS: readonly number[] = Object.values(FrameMark);

/** Frames begin at multiples of this, and larger ones than the limit are not looked for. */
const FRAME_ALIGNMENT = 32;
const FRAME_LIMIT = 1024 * 1024;

/** How far past a frame's last variable, and past as much again as it has, an address still belongs to the frame. */
const LAST_REDZONE = 64;

/** How the life of the variable there has ended, by its shadow; null when it has not. */
export function endOfVariable(shadow: number): "return" | "scope" | null {
  if (shadow === ShadowValue.AfterReturn) return "return";
  return shadow === ShadowValue.AfterScope ? "scope" : null;
}

/** The local variable that an address lies in or nearest to; null where no frame is known. */
export function stackVariableAt(binary: Binary, address: number): StackVariable | null {
  let frame = address - (address % FRAME_ALIGNMENT);
  for (const lowest = Math.max(0, frame - FRAME_LIMIT); frame > lowest; frame -= FRAME_ALIGNMENT) {
    if (!FRAME_MARKS.includes(binary.word(frame + FrameRecord.Mark))) continue;
    const variables = parseFrame(binary.text(binary.word(frame + FrameRecord.Description), 4096));
    const offset = address - frame;
    const last = variables.at(-1);
    if (last === undefined || offset >= last.offset + 2 * last.bytes + LAST_REDZONE) return null;
    const before = variables.filter((each) => each.offset <= offset).at(-1);
    const next = variables.find((each) => each.offset > offset);
    // What lies between two variables is blamed on the nearer one.
    const nearer =
      before === undefined || (next !== undefined && next.offset - offset < offset - (before.offset + before.bytes))
        ? next
        : before;
    if (nearer === undefined) return null;
    return {
      name: nearer.name,
      address: frame + nearer.offset,
      bytes: nearer.bytes,
      function: binary.word(frame + FrameRecord.Function),
    };
  }
  return null;
}

/** The compiler's text: a count, then for each variable its offset, its size, its name's length and its name, maybe with `:line`. */
function parseFrame(text: string): { readonly name: string; readonly offset: number; readonly bytes: number }[] {
  const variables = [];
  let rest = text.replace(/^\d+ /, "");
  for (;;) {
    const head = /^(\d+) (\d+) (\d+) /.exec(rest);
    if (head === null) return variables;
    const begin = head[0].length;
    const name = rest.slice(begin, begin + Number(head[3]));
    variables.push({ name: name.replace(/:\d+$/, ""), offset: Number(head[1]), bytes: Number(head[2]) });
    rest = rest.slice(begin + Number(head[3])).replace(/^ /, "");
  }
}
