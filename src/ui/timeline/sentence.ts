import { CONSOLE_LEVELS, EventKind, Owner } from "../../trace/format.ts";
import type { Ledger, Snapshot } from "../../ledger/index.ts";
import { isStop, releaser } from "../../ledger/index.ts";
import { describeValue } from "../parts/describe-value.ts";
import { formatBytes, formatCount } from "../parts/format.ts";

/** Longest text of the program's own that a sentence quotes. */
const LONGEST_QUOTE = 60;

/** The event a moment is about: its last one, or what that one only completes. -1 before the first. */
export function subjectOf(ledger: Ledger, step: number): number {
  let index = step - 1;
  while (index > 0 && !isStop(ledger.trace, index)) index -= 1;
  return index;
}

/** What happened last, in one sentence; names of code stand in backticks. */
export function sentenceAt(ledger: Ledger, snapshot: Snapshot): string {
  const index = subjectOf(ledger, snapshot.step);
  if (index < 0) return "Nothing has happened yet.";
  const { kind, a, b, c, d } = ledger.trace.event(index);
  const { trace } = ledger;
  const text = (id: number): string => trace.string(id);
  const crossingAt = (event: number) => ledger.crossing(ledger.crossings(event + 1) - 1, snapshot.step);
  const block = (): string => {
    const found = ledger.block(b, snapshot.step);
    return found ? `#${b} \`${found.label}\`` : b > 0 ? `#${b}` : "memory";
  };
  const valueText = (value: Parameters<typeof describeValue>[0]): string =>
    describeValue(value, (id) => ledger.block(id, snapshot.step)?.address ?? null)
      .map((part) => part.text)
      .join("");
  const library = (): string => snapshot.libraries.find(({ id }) => id === a)?.name ?? "";
  const location = ledger.location(index);
  const inside = location.c ? ` by \`${location.c.function}\`` : "";

  switch (kind) {
    case EventKind.Open:
      return `The library \`${text(b)}\` was opened.`;
    case EventKind.Close:
      return `The library \`${library()}\` was closed.`;
    case EventKind.Call: {
      const call = crossingAt(index);
      return `TypeScript calls \`${call.function}(${call.arguments.map(valueText).join(", ")})\`.`;
    }
    case EventKind.CallbackEnter: {
      const call = crossingAt(index);
      return `C calls TypeScript: \`${call.function}(${call.arguments.map(valueText).join(", ")})\`.`;
    }
    case EventKind.Return:
    case EventKind.CallbackReturn: {
      const { function: name, result } = crossingAt(a);
      const gave = result && result.kind !== "undefined" ? ` \`${valueText(result)}\`` : "";
      return kind === EventKind.Return ? `\`${name}\` returned${gave}.` : `\`${name}\` went back to C${gave}.`;
    }
    case EventKind.Unwind:
      return `\`${crossingAt(a).function}\` was ended by an exception.`;
    case EventKind.Alloc: {
      const isStatic = ledger.block(b, snapshot.step)?.owner === "static";
      return isStatic
        ? `${block()}, ${formatBytes(d)} of the library itself, was seen.`
        : `${block()}, ${formatBytes(d)}, was allocated${inside}.`;
    }
    case EventKind.Free: {
      return `${block()} was released by ${releaser(text(c), location.typescript)}.`;
    }
    case EventKind.Own:
      if (c === Owner.Static) return `${block()} belongs to nobody: it is part of the library.`;
      return c === Owner.TypeScript ? `${block()} was handed over to TypeScript.` : `${block()} was handed over to C.`;
    case EventKind.Point:
      return `A TypeScript value now points into ${block()}.`;
    case EventKind.Keep:
      return c === 0
        ? `C no longer remembers where ${block()} is.`
        : `\`${text(c)}\` remembers where ${block()} is, after its call.`;
    case EventKind.Callback: {
      const name =
        ledger.callbacks(snapshot.step).find((one) => one.id === b && one.library === library())?.label ?? "";
      return c === 1
        ? `The function \`${name}\` got a place among C's functions.`
        : `The callback \`${name}\` was closed: C must not call it any more.`;
    }
    case EventKind.Grow:
      return `The memory of \`${library()}\` grew from ${formatBytes(b)} to ${formatBytes(c)}.`;
    case EventKind.Console:
      return `The program printed${CONSOLE_LEVELS[a] === "error" ? " an error" : ""}: ${quote(text(b))}`;
    case EventKind.Fault: {
      const fault = snapshot.faults.at(-1);
      return fault ? `${fault.code} ${fault.name}: ${fault.message}` : "Something went wrong.";
    }
    case EventKind.End:
      return snapshot.end?.status === "completed" ? "The program finished." : "The program ended early.";
    case EventKind.Copy:
      return `TypeScript copied ${formatBytes(c)} ${d === 1 ? "into" : "out of"} ${block()}.`;
    default:
      return `Event ${formatCount(index)}.`;
  }
}

const quote = (text: string): string => {
  const [line = ""] = text.split("\n", 1);
  return line.length > LONGEST_QUOTE ? `“${line.slice(0, LONGEST_QUOTE)}…”` : `“${line}”`;
};
