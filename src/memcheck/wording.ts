import { CIRCUMSTANCE as SHARED } from "../trace/format.ts";
import type { Fault, Ledger } from "../ledger/index.ts";

/** What a fault's `actual` says where the ledger's words, made for two languages, would not fit a program that is all C. */
export const CIRCUMSTANCE = { ...SHARED, local: "local", value: "value" } as const;

/** The faults of a run that is over, in words for a program that is all C. */
export function faultsOf(ledger: Ledger): Fault[] {
  return ledger.at(ledger.length).faults.map((fault) => {
    const { message, advice } = { ...fault, ...(byCircumstance(fault) ?? byCode(fault)) };
    // The function a block came from is in the note; before it stands what the fault calls the block.
    const notes = fault.notes.map((note) => note.replace(/^(Block \d+) \(`[^`]*`\) was/, "$1 was"));
    return { ...fault, message: sentence(message), advice, notes };
  });
}

type Words = Partial<Pick<Fault, "message" | "advice">>;

/** What is the same whatever the code: how the memory came to be none. */
function byCircumstance(fault: Fault): Words | null {
  const { detail } = fault;
  const name = what(fault);
  switch (detail.actual) {
    case CIRCUMSTANCE.overlap:
      return {
        message: `${inFunction(fault)}${bytes(detail.bytes)} were copied to where they overlap with what they were copied from.`,
        advice: "Use `memmove`, which may.",
      };
    case CIRCUMSTANCE.stackExhausted:
      return {
        message: "the stack is used up.",
        advice: "Look for calls without an end; allocate large arrays with `malloc`.",
      };
    case CIRCUMSTANCE.afterReturn:
      return {
        message: `${inFunction(fault)}${name}, a local variable, was ${done(fault)} after its function had returned.`,
        advice: "Let the caller provide the memory, or allocate it.",
      };
    case CIRCUMSTANCE.afterScope:
      return {
        message: `${inFunction(fault)}${name}, a local variable, was ${done(fault)} after the block of code that declares it.`,
        advice: "Declare it where it lives as long as the pointer to it.",
      };
    case CIRCUMSTANCE.constant: {
      const literal = isLiteral(fault);
      return {
        message: `${inFunction(fault)}${literal ? "a string literal, which is constant," : `${name}, which is \`const\`,`} was written.`,
        advice: literal
          ? 'Copy it first: an array, `char text[] = "…"`, has a copy of its own that may be written.'
          : "Leave it as it is, or declare it without `const`.",
      };
    }
    default:
      return null;
  }
}

function byCode(fault: Fault): Words {
  const { block, code, detail } = fault;
  const name = what(fault);
  switch (code) {
    case "FFI001":
      return { advice: "Compare with NULL before using a pointer that may be NULL." };
    case "FFI003":
      return {
        message: `${name} was released a second time by ${called(fault)}.`,
        advice: "Release memory in one place only, and forget the pointer there.",
      };
    case "FFI004":
      if (block === null) return {};
      return {
        message: `${inFunction(fault)}${name} was ${done(fault)} at offset ${detail.offset} after it had been released.`,
        ...(block.freed?.by === "realloc" && {
          advice: "`realloc` may move a block: use the pointer it returned, and forget every pointer into the old one.",
        }),
      };
    case "FFI005":
      if (block === null) return {};
      return {
        message: `${inFunction(fault)}a ${detail.act === "write" ? "write" : "read"} of ${bytes(detail.bytes)} reached offset ${detail.offset} of ${name}, ${where(fault)}.`,
        advice: `Its offsets go from 0 to ${block.bytes - 1}: check the index, or the size that was asked for.`,
      };
    case "FFI006":
      return invalidRelease(fault);
    case "FFI007":
      return { message: `${name} is what ${quoted(detail.actual)} made, and ${called(fault)} was given it.` };
    case "FFI010":
      return {
        message: `${inFunction(fault)}${name} was read as a text, but none of its ${bytes(block?.bytes ?? detail.bytes)} is a NUL.`,
        advice: "Leave room for the NUL, and write it.",
      };
    case "FFI016":
      return unwritten(fault);
    default:
      return {};
  }
}

function invalidRelease(fault: Fault): Words {
  const { block, detail } = fault;
  if (block === null) return { message: `${called(fault)} was given a pointer that no allocating function returned.` };
  if (detail.actual === CIRCUMSTANCE.local)
    return { message: `${called(fault)} was given ${what(fault)}, a local variable.` };
  if (block.owner !== "static") {
    return {
      message: `${called(fault)} was given a pointer ${bytes(detail.offset)} into ${what(fault)}, not its start.`,
    };
  }
  return {
    message: `${called(fault)} was given ${isLiteral(fault) ? "a string literal" : `${what(fault)}, a global variable`}.`,
  };
}

/** Clang's name of the place where a function leaves its result. */
const RESULT = "retval";

function unwritten(fault: Fault): Words {
  const { block, detail } = fault;
  if (block === null) {
    return {
      message: `${inFunction(fault)}a value is used that nobody has written.`,
      advice: "Give every variable a value before it is used.",
    };
  }
  const name = what(fault);
  if (block.owner === "static" && block.label === RESULT) {
    return {
      message: "the function ends without a `return`, and its caller is given a value that nobody has written.",
      advice: "Return a value on every way out of the function.",
    };
  }
  if (block.owner === "static") {
    return {
      message: `${inFunction(fault)}${name} is used before anything has been written to it.`,
      advice: `Give ${name} a value where it is declared.`,
    };
  }
  return {
    message:
      detail.actual === CIRCUMSTANCE.value
        ? `${inFunction(fault)}a value from ${name} is used that nobody has written.`
        : `${inFunction(fault)}${name} is read at offset ${detail.offset} before anything has been written there.`,
    advice: "Write it before it is read; `calloc` sets all of it to 0.",
  };
}

/** Clang's names of what has none in the program. */
const isLiteral = ({ block }: Fault): boolean => block?.label.startsWith(".") ?? false;

/** A variable by its name, a block of the heap by its number and size. */
function what({ block }: Fault): string {
  if (block === null) return "memory";
  return block.owner === "static" ? quoted(block.label) : `block ${block.id} (${bytes(block.bytes)})`;
}

/** Where an access lies beside its block. */
function where({ block, detail }: Fault): string {
  const size = block!.bytes;
  const { offset } = detail;
  const has = block!.owner === "static" ? `which has ${bytes(size)}` : "";
  const beside =
    offset < 0
      ? `${bytes(-offset)} before it begins`
      : offset > size
        ? `${bytes(offset - size)} behind its end`
        : offset === size
          ? "just behind its end"
          : "over its end";
  return has === "" ? beside : `${has}: ${beside}`;
}

const bytes = (count: number): string => `${count} byte${count === 1 ? "" : "s"}`;
const quoted = (text: string | null): string => `\`${text ?? "another function"}\``;
const called = ({ detail }: Fault): string => quoted(detail.function ?? "free");
const done = ({ detail }: Fault): string => (detail.act === "write" ? "written" : "read");
const inFunction = ({ detail }: Fault): string => (detail.function === null ? "" : `in \`${detail.function}\`, `);
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
