import { releaser } from "../faults/phrases.ts";
import { describeValue } from "./describe-value.ts";
import { formatBytes } from "./format.ts";
import type { Ledger } from "./ledger.ts";
import type { Snapshot, Value } from "./snapshot.ts";
import { subjectOf } from "./stops.ts";

/** Longest text of the program's own that a sentence quotes, in UTF-16 code units. */
const LONGEST_QUOTE = 60;

/** What happened last, in one sentence; names of code stand in backticks. */
export function sentenceAt(ledger: Ledger, snapshot: Snapshot): string {
  const { step } = snapshot;
  const index = subjectOf(ledger, step);
  if (index < 0) return "Nothing has happened yet.";
  const event = ledger.event(index);
  const crossingOf = (begin: number) => ledger.crossing(ledger.crossings(begin + 1) - 1, step);
  const name = (id: number): string => {
    const block = ledger.block(id, step);
    return block ? `#${id} \`${block.label}\`` : `#${id}`;
  };
  const text = (value: Value): string =>
    describeValue(value, (id) => ledger.block(id, step)?.address ?? null)
      .map((part) => part.text)
      .join("");
  const call = (): string => {
    const { function: called, arguments: values } = crossingOf(index);
    return `${called}(${values.map(text).join(", ")})`;
  };

  const callback = ({ callback: id, library }: { readonly callback: number; readonly library: string }): string =>
    ledger.callbacks(step).find((one) => one.id === id && one.library === library)?.label ?? "";

  switch (event.kind) {
    case "open":
      return `The library \`${event.name}\` was opened.`;
    case "close":
      return `The library \`${event.library}\` was closed.`;
    case "call":
      return `TypeScript calls \`${call()}\`.`;
    case "callbackEnter":
      return `C calls TypeScript: \`${call()}\`.`;
    case "return":
    case "callbackReturn": {
      const { function: called, result } = crossingOf(event.call);
      const gave = result && result.kind !== "undefined" ? ` \`${text(result)}\`` : "";
      return event.kind === "return" ? `\`${called}\` returned${gave}.` : `\`${called}\` went back to C${gave}.`;
    }
    case "unwind":
      return `\`${crossingOf(event.call).function}\` was ended by an exception.`;
    case "alloc": {
      if (ledger.block(event.block, step)?.owner === "static")
        return `${name(event.block)}, ${formatBytes(event.bytes)} of the library itself, was seen.`;
      const { c } = ledger.location(index);
      const inside = c ? ` by \`${c.function}\`` : "";
      return `${name(event.block)}, ${formatBytes(event.bytes)}, was allocated${inside}.`;
    }
    case "free":
      return `${name(event.block)} was released by ${releaser(event.by, ledger.location(index).typescript)}.`;
    case "own": {
      if (event.owner === "static") return `${name(event.block)} is part of the library, and is never released.`;
      return `${name(event.block)} was handed over to ${event.owner === "typescript" ? "TypeScript" : "C"}.`;
    }
    case "point":
      return `A TypeScript value now points into ${name(event.block)}.`;
    case "keep":
      return event.by === null
        ? `C no longer remembers where ${name(event.block)} is.`
        : `\`${event.by}\` remembers where ${name(event.block)} is, after its call.`;
    case "callback": {
      const label = callback(event);
      return event.change === "made"
        ? `The function \`${label}\` got a place among C's functions.`
        : `The callback \`${label}\` was closed: C must not call it any more.`;
    }
    case "register":
      return `\`${event.by}\` remembers the callback \`${callback(event)}\`, after its call.`;
    case "unregister":
      return "C no longer remembers a callback that it was given.";
    case "grow":
      return `The memory of \`${event.library}\` grew from ${formatBytes(event.before)} to ${formatBytes(event.after)}.`;
    case "refused": {
      const asked = "as this run was asked to have it";
      const refusal = event.within === null ? null : ledger.refusals(step).at(-1);
      if (refusal === null || refusal?.by === "typescript")
        return `An allocation of TypeScript’s own failed, ${asked}.`;
      const call = refusal ? `, in \`${refusal.function}\`` : "";
      return `An allocation of C’s failed, ${asked}${call}.`;
    }
    case "turn":
      return `Task ${event.task} goes on, one of ${event.among} that could.`;
    case "console":
      return `The program printed${event.level === "error" ? " an error" : ""}: ${quote(event.text)}`;
    case "fault": {
      const fault = snapshot.faults.at(-1);
      return fault ? `${fault.code} ${fault.name}: ${fault.message}` : "Something went wrong.";
    }
    case "end":
      return event.status === "completed" ? "The program finished." : "The program ended early.";
    case "copy":
      return `TypeScript copied ${formatBytes(event.copied)} ${event.direction === "into C" ? "into" : "out of"} ${name(event.block)}.`;
    case "held":
      return `C still has the address of ${name(event.block)}, which the program had to release.`;
    case "memorySamples":
      return "The contents of memory were read.";
  }
}

const quote = (text: string): string => {
  const [line = ""] = text.split("\n", 1);
  return line.length > LONGEST_QUOTE ? `“${line.slice(0, LONGEST_QUOTE)}…”` : `“${line}”`;
};
