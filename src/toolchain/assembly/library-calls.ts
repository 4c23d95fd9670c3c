import { ACCESSES, type Access } from "./accesses.ts";
import { INTERCEPTED, interceptorOf } from "./interceptors.ts";
import { calleeOf, firstOf, newLines, readLine, signatureOf, type Line } from "./lines.ts";

/** The runtime's function that is told how deep the stack is, when all below it is over. */
const BELOW = "ffi_values_below";

/** The runtime's function that is given a value the C library was given: what is behind it may be written now. */
const BEHIND = "ffi_values_behind";

/** The same for a list of arguments, of any number. */
const BEHIND_LIST = "ffi_values_behind_list";

/** Functions of the C library whose last parameter is such a list, whether it is written as one or as `...`. */
const WITH_LIST = new Set([
  ...["printf", "fprintf", "sprintf", "snprintf", "dprintf", "asprintf", "wprintf", "fwprintf"],
  ...["vprintf", "vfprintf", "vsprintf", "vdprintf", "vasprintf", "vwprintf", "vfwprintf"],
  ...["iprintf", "fiprintf", "siprintf", "sniprintf", "__small_printf", "__small_fprintf", "__small_sprintf"],
  ...["open", "openat", "fcntl", "ioctl", "err", "errx", "warn", "warnx", "verr", "verrx", "vwarn", "vwarnx", "syslog"],
]);

/** The runtime's function that is given a stream before the C library is. */
const CHECK_STREAM = "ffi_check_stream";

/** The same before functions that print to the standard output, and before `setvbuf`, with what that is given. */
const CHECK_STDOUT = "ffi_check_stdout";
const STREAM_BUFFER = "ffi_stream_buffer";

const TO_STDOUT = new Set(["puts", "putchar", "printf", "iprintf", "vprintf", "putwchar", "wprintf"]);

/** Which parameter of the C library's functions is a stream that has to be open. */
const STREAMS: ReadonlyMap<string, number> = new Map([
  ...["fgetc", "getc", "fprintf", "fiprintf", "vfprintf", "fscanf", "vfscanf", "fseek", "ftell", "rewind"].map(at(0)),
  ...["feof", "ferror", "clearerr", "fileno", "setvbuf", "setbuf", "fgetpos", "fsetpos"].map(at(0)),
  ...["fputc", "putc", "fputs", "ungetc", "fputwc", "fputws"].map(at(1)),
  ...["fgets", "getline", "fgetws"].map(at(2)),
  ...["fread", "fwrite"].map(at(3)),
]);

function at(parameter: number): (name: string) => readonly [string, number] {
  return (name) => [name, parameter];
}

/** Its functions that are told what the C library is about to access. All but the first two say where it is to do it. */
const BEFORE: Readonly<Record<Access["act"], string>> = {
  read: "ffi_before_read",
  use: "ffi_before_use",
  write: "ffi_before_write",
  text: "ffi_before_text",
  wide: "ffi_before_wide",
};
const RETURNING: ReadonlySet<Access["act"]> = new Set(["write", "text", "wide"]);

/** What is called where a `longjmp` may have come back to: the functions it has left are over. */
const SETJMP_TEST = "__wasm_setjmp_test";
const FORGET_FRAMES = "ffi_forget_frames";

/** What the compiler and the checker call for themselves. */
const RUNTIME = /^(__asan_|__msan_|ffi_|__wasm_)/;

/**
 * Follows values into the C library, whose own code is not followed: whatever it could have written through a pointer it
 * was given counts as written after the call, and the stack it is about to use counts as unwritten before.
 *
 * @param own Functions that the program defines.
 * @param exact Functions of the C library that say themselves what they write.
 */
export function followLibraryCalls(
  lines: readonly Line[],
  own: ReadonlySet<string>,
  exact: ReadonlySet<string>,
): Line[] {
  const signatures = signaturesIn(lines);
  const output = [...declarations(), ...interceptorsDeclared(lines)];
  output.push(...newLines(`\t.functype\t${CHECK_STDOUT} () -> ()`));
  output.push(...newLines(`\t.functype\t${STREAM_BUFFER} (i32, i32, i32, i32) -> ()`));
  // A file whose own functions need no frame does not say what it is.
  output.push(...newLines("\t.globaltype\t__stack_pointer, i32"));
  let body: FunctionBody | null = null;
  for (const line of lines) {
    const begin = /^([^\s#]+):\s*# @/.exec(line.text)?.[1];
    if (begin !== undefined && own.has(begin)) {
      body = new FunctionBody(signatures.get(begin)?.length ?? 0);
      output.push(line);
      continue;
    }
    if (body === null) {
      output.push(line);
      continue;
    }
    if (line.word === "end_function") {
      // One by one: an interpreter's loop has more lines than a call may have arguments.
      for (const each of body.lines()) output.push(each);
      output.push(line);
      body = null;
    } else body.add(line, own, exact, signatures);
  }
  return output;
}

/** The runtime's functions that are told something, as the assembler wants them declared. */
function declarations(): Line[] {
  const told = [BELOW, BEHIND, BEHIND_LIST, CHECK_STREAM, FORGET_FRAMES].map((name) => `${name} (i32) -> ()`);
  const asked = Object.entries(BEFORE).map(([act, name]) => {
    const range = act === "text" || act === "wide" ? "i32" : "i32, i32, i32";
    return `${name} (${range}) -> (${RETURNING.has(act as Access["act"]) ? "i32" : ""})`;
  });
  return newLines(...[...told, ...asked].map((signature) => `\t.functype\t${signature}`));
}

function interceptorsDeclared(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const name = line.word === ".functype" ? firstOf(line.rest) : "";
    return INTERCEPTED.has(name) ? [readLine(line.text.replace(name, interceptorOf(name)))] : [];
  });
}

/** Types of the parameters of every function that is named. */
function signaturesIn(lines: readonly Line[]): ReadonlyMap<string, readonly string[]> {
  const signatures = lines.map(signatureOf).filter((each) => each !== null);
  return new Map(signatures.map(({ name, parameters }) => [name, parameters]));
}

/** The lines of one function, to which locals may be added. */
class FunctionBody {
  readonly #lines: Line[] = [];
  readonly #parameters: number;
  readonly #added: string[] = [];
  #locals: string[] = [];
  #hasFrame = false;

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  add(
    line: Line,
    own: ReadonlySet<string>,
    exact: ReadonlySet<string>,
    signatures: ReadonlyMap<string, readonly string[]>,
  ): void {
    if (line.word === ".local") {
      this.#locals = line.rest.split(", ");
      return;
    }
    if (!this.#hasFrame && isFrame(line)) {
      this.#hasFrame = true;
      this.#lines.push(line);
      this.#write(`\tcall\t${BELOW}`);
    }
    const callee = calleeOf(line);
    if (callee === SETJMP_TEST) {
      this.#lines.push(line);
      this.#write("\tglobal.get\t__stack_pointer", `\tcall\t${FORGET_FRAMES}`);
      return;
    }
    if (callee === null || own.has(callee) || RUNTIME.test(callee)) {
      this.#lines.push(line);
      return;
    }
    this.#write("\tglobal.get\t__stack_pointer", `\tcall\t${BELOW}`);
    const stream = STREAMS.get(callee);
    const accesses = ACCESSES.get(callee) ?? [];
    const passed = exact.has(callee) && stream === undefined && accesses.length === 0;
    const kept = passed ? [] : (signatures.get(callee) ?? []);
    const names = kept.map((type) => this.#newLocal(type));
    for (const name of [...names].reverse()) this.#write(`\tlocal.set\t${name}`);
    if (stream !== undefined && names[stream] !== undefined) {
      this.#write(`\tlocal.get\t${names[stream]}`, `\tcall\t${CHECK_STREAM}`);
    }
    for (const access of accesses) this.#announce(access, names, kept);
    const given = names.map((name) => `\tlocal.get\t${name}`);
    if (TO_STDOUT.has(callee)) this.#write(`\tcall\t${CHECK_STDOUT}`);
    if (callee === "setvbuf" && given.length === 4) this.#write(...given, `\tcall\t${STREAM_BUFFER}`);
    this.#write(...given, line.text.replace(callee, interceptorOf(callee)));
    if (exact.has(callee)) return;
    kept.forEach((type, index) => {
      const tell = WITH_LIST.has(callee) && index === kept.length - 1 ? BEHIND_LIST : BEHIND;
      if (type === "i32") this.#write(`\tlocal.get\t${names[index]}`, `\tcall\t${tell}`);
    });
  }

  /** Tells the runtime of an access to come. */
  #announce(access: Access, names: readonly number[], types: readonly string[]): void {
    const name = names[access.parameter];
    const count = access.count === null ? null : names[access.count];
    // A program that declares the function in its own way is told of that by the compiler.
    if (name === undefined || types[access.parameter] !== "i32" || count === undefined) return;
    const pointer = `\tlocal.get\t${name}`;
    const lines = [pointer];
    if (access.act !== "text" && access.act !== "wide") {
      lines.push(count === null ? "\ti32.const\t1" : `\tlocal.get\t${count}`, `\ti32.const\t${access.bytes}`);
    }
    lines.push(`\tcall\t${BEFORE[access.act]}`);
    if (RETURNING.has(access.act)) lines.push(`\tlocal.set\t${name}`);
    this.#write(...(access.nullable ? [pointer, "\tif", ...lines, "\tend_if"] : lines));
  }

  #newLocal(type: string): number {
    return this.#parameters + this.#locals.length + this.#added.push(type) - 1;
  }

  #write(...texts: string[]): void {
    this.#lines.push(...newLines(...texts));
  }

  lines(): Line[] {
    const all = [...this.#locals, ...this.#added];
    const at = this.#lines.findIndex(({ word }) => word === ".functype");
    const declared = all.length === 0 ? [] : newLines(`\t.local  \t${all.join(", ")}`);
    return [...this.#lines.slice(0, at + 1), ...declared, ...this.#lines.slice(at + 1)];
  }
}

const isFrame = ({ word, rest }: Line): boolean => word === "global.get" && rest === "__stack_pointer";
