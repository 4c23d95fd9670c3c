import type { FaultCode } from "../faults/codes.ts";
import { FAULTS } from "../faults/codes.ts";
import { CIRCUMSTANCE, type FaultDetail } from "../trace/format.ts";
import type { SourceSpan } from "../contract/program.ts";
import type { Block, Holder, CodeLocation } from "./snapshot.ts";

/** What a report says. */
export interface Wording {
  readonly message: string;
  readonly advice: string;
}

export interface FaultFacts {
  readonly detail: FaultDetail;
  readonly block: Block | null;
  /** Where the program was. */
  readonly span?: SourceSpan | null;
}

type Write = (facts: FaultFacts) => Wording;

/** How each fault is put into words: one sentence that says what happened, one that says what to do. */
const WORDINGS: Partial<Record<FaultCode, Write>> = {
  FFI001: ({ detail }) => ({
    message: `${inFunction(detail)}memory was ${past(detail)} through a null pointer${detail.address > 0 ? ` plus ${detail.address} bytes` : ""}.`,
    advice: "Compare with null before using a pointer that may be null; the C header says which may.",
  }),
  FFI002: ({ detail, block }) => {
    const count = Number(detail.actual) || 1;
    const what =
      count > 1 ? `${count} blocks, together ${bytes(detail.bytes)},` : `${name(block)}, ${bytes(detail.bytes)},`;
    const held = block?.heldIn ?? null;
    const release =
      detail.expected === "dispose"
        ? "declare it with `using`, so that the end of its scope releases it."
        : `release it with ${code(detail.expected ?? "its deallocator")}, exactly once, on every way out.`;
    return {
      message: `${what} ${count > 1 ? "were" : "was"} still allocated when the program ended, ${whoHolds(held, count)}.`,
      advice: held ? `Make C forget the address first, then ${release}` : sentence(release),
    };
  },
  FFI003: ({ detail, block, span }) => ({
    message: `${name(block)} was released a second time${by(detail, span ?? null)}.`,
    advice: "Release memory in one place only: give it one owner, and let `using` release it.",
  }),
  FFI004: ({ detail, block }) => ({
    message: `${inFunction(detail)}${name(block)} was ${past(detail)} after it had been released${at(detail)}.`,
    advice: "Finish with the memory before releasing it, or copy what you need out of it first.",
  }),
  FFI005: ({ detail, block }) => ({
    message: outOfBounds(detail, block),
    advice: "Pass the length along with the pointer, and stay below it.",
  }),
  FFI006: ({ detail, block }) => ({
    message: `${called(detail)} was given ${notAllocated(detail, block)} to release.`,
    advice: "Release only what an allocating function returned, by the very pointer it returned.",
  }),
  FFI007: ({ detail, block }) => ({
    message: `${name(block)} was released by ${called(detail)}, but ${rightWay(detail.expected)}.`,
    advice:
      detail.expected === "dispose"
        ? "Leave it to its scope, which releases it; `move()` is for a function that takes memory over, as its header says."
        : `Call ${code(detail.expected ?? "the function the header names")} instead: each allocator has its own deallocator.`,
  }),
  FFI008: ({ detail, block }) => ({
    message: `${name(block)} was given to ${called(detail)} to release, but ${code(detail.actual ?? "the library")} only lent it.`,
    advice: "Leave borrowed memory alone: the library releases it, or never has to.",
  }),
  FFI009: ({ detail, block }) => ({
    message: `${name(block)} was used after ${code(detail.actual ?? "the library")} had taken it over.`,
    advice: "Treat memory as gone once it is handed over; ask the library for it again if you need it.",
  }),
  FFI010: ({ detail, block }) => ({
    message: `${inFunction(detail)}${name(block)} was read as a C string, but none of its ${bytes(block?.bytes ?? detail.bytes)} is a NUL.`,
    advice: "Allocate one byte more and set it to 0, or use `cstring`, which does.",
  }),
  FFI011: ({ detail }) => ({
    message: `the bytes at 0x${detail.address.toString(16)} were read as text, but they are not UTF-8.`,
    advice: "Read them as bytes, or decode them with the encoding that C wrote them in.",
  }),
  FFI012: ({ detail, block }) => ({
    message:
      detail.expected === "moved"
        ? `a view of ${name(block)} was ${past(detail)} after C had moved the data elsewhere.`
        : `a view of ${name(block)} was ${past(detail)} after the library's memory had grown.`,
    advice: "Make the view anew from the pointer after every call that may allocate; keep pointers, not views.",
  }),
  FFI013: ({ detail }) => ({
    message: `${detail.function === null ? "C" : code(detail.function)} called a callback that had been closed.`,
    advice: "Unregister a callback before closing it, and close it only when C can no longer call it.",
  }),
  FFI014: ({ detail }) => ({
    message: `${called(detail)} is declared unlike its C prototype \`${detail.expected ?? ""}\`: ${detail.actual ?? ""}.`,
    advice: "Declare it as the prototype says; a call through a wrong signature reads garbage.",
  }),
  FFI015: ({ detail }) => ({
    message: `a callback threw while C was on the stack: ${detail.actual ?? "an exception"}.`,
    advice: "Catch inside the callback, and tell C in the way its interface has: a return value, or user_data.",
  }),
  FFI016: ({ detail, block }) => ({
    message: `${bytes(detail.bytes)} at offset ${detail.offset} of ${name(block)} were read, but neither side had written them.`,
    advice: "Write memory before reading it, or get it from calloc, which fills it with zeros.",
  }),
  FFI017: ({ detail }) => ({
    message: `${called(detail)} was given a pointer into ${detail.actual === detail.expected ? `another opened ${detail.actual}` : (detail.actual ?? "another library")}: it means nothing in this library's memory.`,
    advice: "Copy the bytes across: every opened library has an address space of its own.",
  }),
  FFI018: ({ detail, block }) => ({
    message: `${called(detail)} was given ${name(block)} while another task was in the middle of using it.`,
    advice:
      "Let one task at a time use the handle: one after the other, through a lock, or each with a handle of its own.",
  }),
  FFI020: ({ detail }) => ({
    message: `a callback that ${called(detail)} was given was still registered when the program ended.`,
    advice: `Call ${code(detail.expected ?? "the function that unregisters it")} before the callback's scope ends.`,
  }),
  FFI019: ({ detail }) => ({
    message: `${called(detail)} was given ${detail.actual ?? "a number"}, which does not fit ${detail.expected ?? "its C type"}.`,
    advice: "Check the range before the call; C would silently see another number.",
  }),
};

/** Faults of memory that is no block of the heap, by their circumstance. */
const CIRCUMSTANCES: Readonly<Record<string, Write>> = {
  [CIRCUMSTANCE.overlap]: ({ detail }) => ({
    message: `${inFunction(detail)}${bytes(detail.bytes)} were copied to where they overlap with what they were copied from.`,
    advice: "Use `memmove`, which may.",
  }),
  [CIRCUMSTANCE.stackExhausted]: ({ detail }) => ({
    message: `${inFunction(detail)}the C stack was used up.`,
    advice: "Look for calls without an end; give large arrays to `malloc`.",
  }),
  [CIRCUMSTANCE.afterReturn]: ({ detail }) => ({
    message: `${inFunction(detail)}a local variable was ${past(detail)} after its function had returned.`,
    advice: "Let the caller provide the memory, or allocate it.",
  }),
  [CIRCUMSTANCE.afterScope]: ({ detail }) => ({
    message: `${inFunction(detail)}a local variable was ${past(detail)} after the block of code that declares it.`,
    advice: "Declare it where it lives as long as the pointer to it.",
  }),
  [CIRCUMSTANCE.constant]: ({ detail, block }) => ({
    message: `${inFunction(detail)}${name(block)} was written${at(detail)}, but it is a constant of the library.`,
    advice: "Copy it into memory of your own before you change it: most systems end a program that writes a constant.",
  }),
};

/** The words for a fault. */
export function wordFault(code: FaultCode, facts: FaultFacts): Wording {
  const write = CIRCUMSTANCES[facts.detail.actual ?? ""] ?? WORDINGS[code];
  const { message, advice } = write
    ? write(facts)
    : { message: `${FAULTS[code].title}${facts.detail.function ? ` in ${facts.detail.function}` : ""}.`, advice: "" };
  return { message: sentence(message), advice };
}

/** Sentences about the block's life so far: where it came from, who released it. */
export function blockNotes(block: Block | null): string[] {
  if (!block) return [];
  const notes: string[] = [];
  if (block.owner !== "static") {
    const location = locations(block.allocated);
    if (location) notes.push(`${name(block)} was allocated ${location}.`);
  }
  if (block.takenOver) notes.push(`It was handed over to ${code(block.takenOver.by)} ${locations(block.takenOver)}.`);
  if (block.freed)
    notes.push(
      `It was released by ${releaser(block.freed.by, block.freed.typescript)} ${locations(block.freed)}.`.replace(
        " .",
        ".",
      ),
    );
  if (block.keptBy) notes.push(`${code(block.keptBy)} still remembers a pointer into it.`);
  return notes.map(sentence);
}

const bytes = (count: number) => `${count} byte${count === 1 ? "" : "s"}`;
const name = (block: Block | null) => (block ? `block ${block.id} (${code(block.label)})` : "memory");
/** Names of code stand in backticks, as in Markdown. */
const code = (text: string) => `\`${text}\``;
const called = (detail: FaultDetail) => (detail.function === null ? "C" : code(detail.function));
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const past = (detail: FaultDetail) => (detail.act === "write" ? "written" : detail.act === "read" ? "read" : "used");
const by = (detail: FaultDetail, span: SourceSpan | null) =>
  detail.function !== null ? ` by ${releaser(detail.function, span)}` : "";
const at = (detail: FaultDetail) =>
  detail.offset !== 0 && detail.act !== "call" ? `, at offset ${detail.offset}` : "";
/** Who released a block: a function, or the end of a scope that `using` has declared it in. */
export const releaser = (fn: string, span: SourceSpan | null) =>
  fn === "dispose" && span?.scopeEnd ? "the end of its scope" : code(fn);

function outOfBounds(detail: FaultDetail, block: Block | null): string {
  const limits = block ? `${name(block)}, which has ${bytes(block.bytes)}` : "memory that the program was not given";
  if (detail.expected === "made")
    return `a view of ${bytes(detail.bytes)} was made at offset ${detail.offset} of ${limits}.`;
  if (detail.act === "call")
    return `${called(detail)} was given a pointer ${block ? `to offset ${detail.offset} of ${limits}` : `to ${limits}`}.`;
  const access = `${inFunction(detail)}a ${detail.act === "write" ? "write" : "read"} of ${bytes(detail.bytes)}`;
  return block ? `${access} ${reached(detail)} ${limits}.` : `${access} reached ${limits}.`;
}

/** Of an access in C it is known where it left the block, of one in TypeScript where it began. */
const reached = ({ function: by, offset }: FaultDetail): string =>
  TYPESCRIPT_SIDE.has(by ?? "")
    ? `began at offset ${offset} and does not fit into`
    : `reached offset ${offset}, outside of`;

/** Readers on TypeScript's side: the line says as much. */
const TYPESCRIPT_SIDE = new Set(["PointerView", "getCString"]);

/** Of a leak: whether anybody could still have released it. */
function whoHolds(held: Holder | null, count: number): string {
  if (!held) return `and nobody has ${count > 1 ? "their addresses" : "its address"} any more`;
  const place = held.global === null ? `block ${held.block}` : code(held.global);
  return count > 1
    ? `and C still holds their addresses, the first one's in ${place}`
    : `and C still holds its address, in ${place}`;
}

function inFunction(detail: FaultDetail): string {
  const { function: fn } = detail;
  return fn === null || TYPESCRIPT_SIDE.has(fn) ? "" : `in ${code(fn)}, `;
}

function rightWay(expected: string | null): string {
  return expected === "dispose"
    ? "TypeScript owns it"
    : `it has to be released by ${code(expected ?? "another function")}`;
}

function notAllocated(detail: FaultDetail, block: Block | null): string {
  if (!block) return `0x${detail.address.toString(16)}, an address that no allocator gave out,`;
  if (block.owner === "static") return `${name(block)}, a part of the library's own binary,`;
  const location = detail.offset < 0 ? `${bytes(-detail.offset)} before` : `${bytes(detail.offset)} into`;
  return `a pointer ${location} ${name(block)}, not its start,`;
}

function locations(location: CodeLocation): string {
  const parts: string[] = [];
  if (location.typescript) parts.push(`at line ${location.typescript.line}`);
  if (location.c) parts.push(`in ${code(location.c.function)} (${location.c.file}:${location.c.line})`);
  return parts.join(", ");
}
