import { UncheckedPlaces, type Place } from "./unchecked-places.ts";

/** Something of a program that goes past the checker, or can change what the checker sees. */
export interface Unchecked {
  /** As the start of a sentence: what it is. */
  readonly what: string;
  readonly place: Place;
}

/** Functions that hand out and take back memory: with its own, a program has no blocks that the checker knows. */
const ALLOCATORS = new Set([
  ...["malloc", "calloc", "realloc", "reallocarray", "free", "cfree", "aligned_alloc", "memalign", "posix_memalign"],
  ...["valloc", "pvalloc", "malloc_usable_size", "__libc_malloc", "__libc_calloc", "__libc_realloc", "__libc_free"],
  ...["emscripten_builtin_malloc", "emscripten_builtin_memalign", "emscripten_builtin_free"],
  ...["dlmalloc", "dlcalloc", "dlrealloc", "dlfree"],
]);

const RESERVED = /^(?:__asan_|__msan_|__sanitizer_|__wrap_|__real_|ffi_)/;

/** What the prelude lets `va_start` and `va_copy` call; see `definedness.ts`. */
const LIST_WRITTEN = "ffi_list_written";
const BEGINS_LIST = /\bcall void @llvm\.va_(?:start|copy)\b/;

/** Constructors of a lower priority run before the checker knows the variables. */
const FIRST_OWN_PRIORITY = 101;

/** What clang says of a function that is checked, and of one that is not although it says that. */
const CHECKED = ["sanitize_address", "sanitize_memory"];
const NOT_CHECKED = ["disable_sanitizer_instrumentation", "naked"];

const NAME = String.raw`@("[^"]*"|[-\w$.]+)`;
const DEFINITION = new RegExp(String.raw`^define .*?${NAME}\(`);
const DECLARATION = new RegExp(String.raw`^declare .*?${NAME}\(`);
const VARIABLE = new RegExp(String.raw`^${NAME} = `);
const CALL = new RegExp(String.raw`\b(?:call|invoke) .*?${NAME}\(`);
const INLINE_ASSEMBLY = /\basm (?:sideeffect |alignstack |inteldialect |unwind )*"((?:[^"\\]|\\.)*)"/;
const WASM_MEMORY = /@llvm\.wasm\.(memory|table)\./;
/** The linker may take another variable for it, or each thread has one: the checker leaves it as it is. */
const WITHOUT_REDZONES = /\b(?:weak|weak_odr|linkonce|linkonce_odr|common|thread_local)\b/;
const OTHER_MEMORY = /\baddrspace\((?!0\))/;
const IMPORT_OR_EXPORT = /"wasm-(import-module|import-name|export-name)"/;
const CONSTRUCTOR = new RegExp(String.raw`\{ i32 (\d+), ptr ${NAME},`, "g");

/**
 * What goes past the checker in one file of a program, by the IR that clang made of it before any pass: macros, pragmas,
 * attributes and renamed symbols have come to what they mean by then.
 *
 * @param reserved Functions that the checker has for itself.
 */
export function uncheckedIn(ir: string, reserved: ReadonlySet<string>): Unchecked[] {
  const lines = ir.split("\n");
  const places = new UncheckedPlaces(lines);
  const groups = attributeGroups(lines);
  const attributesOf = (bare: string): string =>
    [bare, ...[...bare.matchAll(/ #(\d+)\b/g)].map((match) => groups.get(match[1]!) ?? "")].join(" ");
  const found: Unchecked[] = [];
  let inside: string | null = null;
  let lastCall = "";
  const report = (what: string, place: Place): void => {
    const isKnown = found.some((each) => each.what === what && isSamePlace(each.place, place));
    if (!isKnown) found.push({ what, place });
  };
  const takesName = (name: string, isDefined: boolean): string | null => {
    if (ALLOCATORS.has(name)) return isDefined ? `The program has its own ${name}` : null;
    return RESERVED.test(name) || (reserved.has(name) && !isDefined) ? `${name} belongs to the checker` : null;
  };

  for (const [index, line] of lines.entries()) {
    const bare = withoutTexts(line);
    const defined = DEFINITION.exec(line)?.[1];
    if (defined !== undefined) {
      inside = plain(defined);
      lastCall = "";
      const attributes = attributesOf(bare.slice(bare.indexOf("(")));
      const place = places.ofFunction(line);
      const taken = takesName(inside, true);
      if (taken !== null) report(taken, place);
      const words = new Set(withoutTexts(attributes).split(/\s+/));
      if (CHECKED.some((word) => !words.has(word)) || NOT_CHECKED.some((word) => words.has(word)))
        report(`An attribute keeps the checks out of ${inside}`, place);
      if (IMPORT_OR_EXPORT.test(attributes)) report(`${inside} has a name outside the program`, place);
      continue;
    }
    if (inside !== null && line === "}") {
      inside = null;
      continue;
    }
    if (inside !== null) {
      const at = (): Place => places.ofInstruction(line);
      const assembly = INLINE_ASSEMBLY.exec(line)?.[1];
      // Without a text it only tells the compiler something.
      if (assembly !== undefined && assembly.trim() !== "") report(`${inside} has assembly in it`, at());
      if (WASM_MEMORY.test(line)) report(`${inside} uses an instruction of WebAssembly's for memory`, at());
      if (OTHER_MEMORY.test(bare)) report(`${inside} uses another address space`, at());
      const callee = CALL.exec(line)?.[1];
      if (callee !== undefined) {
        if (plain(callee) === LIST_WRITTEN && !BEGINS_LIST.test(lastCall))
          report(`${inside} calls ${LIST_WRITTEN}, which belongs to the checker`, at());
        lastCall = line;
      }
      continue;
    }
    const declared = DECLARATION.exec(line)?.[1];
    if (declared !== undefined) {
      const name = plain(declared);
      const taken = name === LIST_WRITTEN ? null : takesName(name, false);
      if (taken !== null) report(taken, places.ofFirstUse(declared, index));
      if (IMPORT_OR_EXPORT.test(attributesOf(bare)))
        report(`${name} comes from outside the program`, places.ofFirstUse(declared, index));
      continue;
    }
    if (line.startsWith("module asm ")) report("The file has assembly in it", places.ofFile());
    const variable = VARIABLE.exec(line)?.[1];
    if (variable !== undefined) {
      const name = plain(variable);
      if (name === "llvm.global_ctors") {
        for (const [, priority, constructor] of line.matchAll(CONSTRUCTOR)) {
          if (Number(priority) < FIRST_OWN_PRIORITY)
            report(`${plain(constructor!)} runs before the checker knows the program's variables`, places.ofFile());
        }
      }
      const isDefined = !/ = (?:external|extern_weak) /.test(line);
      const taken = takesName(name, isDefined);
      if (taken !== null) report(taken, places.ofFirstUse(variable, index));
      if (isDefined && WITHOUT_REDZONES.test(bare.split(/\b(?:global|constant)\b/)[0]!))
        report(
          `No redzone can stand around ${name}, which is weak or a thread's own`,
          places.ofFirstUse(variable, index),
        );
      if (/\bno_sanitize_address\b/.test(bare))
        report(`An attribute keeps the checks away from ${name}`, places.ofFirstUse(variable, index));
      if (OTHER_MEMORY.test(bare))
        report(`${name} stands in another address space`, places.ofFirstUse(variable, index));
    }
  }
  return found;
}

const isSamePlace = (a: Place, b: Place): boolean => a.file === b.file && a.line === b.line;

/** A line of IR without what its quoted names and texts say, which a program can choose. */
const withoutTexts = (line: string): string => line.replace(/"[^"]*"/g, '""');

/** Text of each numbered group of attributes. */
function attributeGroups(lines: readonly string[]): ReadonlyMap<string, string> {
  const groups = lines.map((line) => /^attributes #(\d+) = \{(.*)\}$/.exec(line)).filter((match) => match !== null);
  return new Map(groups.map((match) => [match[1]!, match[2]!]));
}

/** A name without its quotes, and without the mark that says to take it as it is. */
const plain = (name: string): string =>
  name.replace(/^"(.*)"$/, "$1").replace(/\\([0-9A-Fa-f]{2})/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === "\x01" ? "" : character;
  });
