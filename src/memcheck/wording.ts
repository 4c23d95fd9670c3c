import type { FaultCode } from "../contract/faults.ts";
import { CIRCUMSTANCE as SHARED } from "../contract/trace.ts";
import type { Fault, Ledger } from "../ledger/index.ts";

/** What a fault's `actual` says where the ledger's words, made for two languages, would not fit a program that is all C. */
export const CIRCUMSTANCE = { ...SHARED, local: "local" } as const;

/** The faults of a run that is over, in words for a program that is all C. */
export function faultsOf(ledger: Ledger): Fault[] {
  return ledger
    .at(ledger.length)
    .faults.map((fault) => ({ ...fault, advice: ADVICE[fault.code] ?? fault.advice, ...reword(fault) }));
}

const ADVICE: Partial<Record<FaultCode, string>> = {
  FFI001: "Compare with NULL before using a pointer that may be NULL.",
  FFI003: "Release memory in one place only, and forget the pointer there.",
  FFI010: "Leave room for the NUL, and write it.",
};

function reword({ code, detail, block }: Fault): { readonly message: string; readonly advice?: string } | null {
  const name = `\`${block?.label ?? ""}\``;
  const caller = detail.function === null ? "" : `In \`${detail.function}\`, `;
  const done = detail.act === "write" ? "written" : "read";
  switch (detail.actual) {
    case CIRCUMSTANCE.overlap:
      return {
        message: sentence(
          `${caller}${detail.bytes} bytes were copied to where they overlap with what they were copied from.`,
        ),
        advice: "Use `memmove`, which may.",
      };
    case CIRCUMSTANCE.stackExhausted:
      return {
        message: "The stack is used up.",
        advice: "Look for calls without an end; allocate large arrays with `malloc`.",
      };
    case CIRCUMSTANCE.afterReturn:
      return {
        message: sentence(`${caller}${name}, a local variable, was ${done} after its function had returned.`),
        advice: "Let the caller provide the memory, or allocate it.",
      };
    case CIRCUMSTANCE.afterScope:
      return {
        message: sentence(`${caller}${name}, a local variable, was ${done} after the block of code that declares it.`),
        advice: "Declare it where it lives as long as the pointer to it.",
      };
    default:
      break;
  }
  if (code === "FFI016" && block !== null) {
    return {
      message: `Block ${block.id} (${name}) was read at offset ${detail.offset} before anything had been written there.`,
      advice: "Write it before it is read; `calloc` sets all of it to 0.",
    };
  }
  if (code !== "FFI006" || block === null) return null;
  if (detail.actual === CIRCUMSTANCE.local)
    return { message: `\`${detail.function ?? "free"}\` was given ${name}, a local variable.` };
  if (block.owner !== "static") return null;
  const what = block.label.startsWith(".") ? "a string literal" : `${name}, a global variable`;
  return { message: `\`${detail.function ?? "free"}\` was given ${what}.` };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
