import type { Tree } from "@yowasp/clang";
import { DEFINEDNESS_MASK, DEFINEDNESS_XOR } from "../../contract/checker-abi.ts";
import { WRAPPED } from "../checker/interface.ts";

/**
 * Follows what was never written: clang's memory sanitizer, beside the address sanitizer. Of each byte of data at an
 * address it keeps the bits at that address xor DEFINEDNESS_XOR, and their origin as far below again; `link.ts` puts
 * the data where all three have room. The runtime is `c-sources/definedness/definedness.c`.
 */
export const DEFINEDNESS_FLAGS = [
  ...["-Xclang", "-fsanitize=memory", "-Xclang", "-fsanitize-recover=memory"],
  ...["-Xclang", "-fsanitize-memory-track-origins=2", "-mllvm", "-msan-eager-checks=1"],
  // Addresses are 32 bits wide, and clang's numbers 64. What it calls the mask are the bits that do not count.
  ...["-mllvm", `-msan-and-mask=${2n ** 64n - 1n - BigInt(DEFINEDNESS_MASK)}`],
  ...["-mllvm", `-msan-xor-mask=${DEFINEDNESS_XOR}`],
  ...["-mllvm", "-msan-shadow-base=0", "-mllvm", `-msan-origin-base=${2 ** 32 - DEFINEDNESS_XOR}`],
  ...["-mllvm", "-msan-instrumentation-with-call-threshold=0", "-mllvm", "-msan-poison-stack-with-call=1"],
];

/** For what reads C. */
export const PRELUDE_FLAGS = ["-include", "/ffi/prelude.h"];

const PRELUDE = [
  "void ffi_list_written(void *list);",
  "#define __builtin_va_start(list, last) (__builtin_va_start(list, last), ffi_list_written(&(list)))",
  "#define __builtin_va_copy(to, from) (__builtin_va_copy(to, from), ffi_list_written(&(to)))",
  "",
].join("\n");

/**
 * Files for the compiler, with what it is given beside its own headers. It does not see, for this target, that
 * `va_start` and `va_copy` write the list. A list is one pointer.
 *
 * @param unixHeaders Those of `c-sources/posix/include`.
 */
export const withHeaders = (files: Tree, unixHeaders: Tree): Tree => ({
  ...files,
  ffi: { "prelude.h": PRELUDE, include: unixHeaders },
});

const SIZES = ["1", "2", "4", "8", "N"];

/** The runtime's functions that may report, or remember, a location. */
export const DEFINEDNESS_REPORTS = [
  ...["__msan_warning", "__msan_warning_with_origin", "__msan_chain_origin"],
  ...["__msan_memcpy", "__msan_memmove", "__msan_memset"],
  ...SIZES.map((size) => `__msan_maybe_warning_${size}`),
  ...SIZES.map((size) => `__msan_maybe_store_origin_${size}`),
];

/** Its other ones. */
export const DEFINEDNESS_RUNTIME = [
  ...["__msan_init", "__msan_poison_stack", "__msan_set_origin", "ffi_list_written"],
  ...["__msan_set_alloca_origin_with_descr", "__msan_set_alloca_origin_no_descr"],
];

/** Functions of the C library that the runtime stands in front of, beside those of the checker. */
export const WRAPPED_HERE = ["vfscanf", "strcasecmp", "strncasecmp", "vswprintf", "__libc_malloc", "__libc_calloc"];

/** The same, of those in `c-sources/posix/`. */
export const WRAPPED_BY_UNIX = ["chmod", "fchmod", "stat", "lstat", "fstat", "fstatat"];

/** Functions of the C library of which it is known what they write. */
export const EXACT: ReadonlySet<string> = new Set([
  ...WRAPPED,
  ...WRAPPED_HERE,
  ...["swprintf", "scanf", "fscanf", "sscanf", "vscanf", "vsscanf"],
  ...WRAPPED_BY_UNIX,
  ...["tmpnam", "tempnam", "mktemp", "mkstemp", "mkstemps", "mkostemp", "mkdtemp", "system", "chdir", "getcwd"],
  ...["execv", "execve", "execvp", "execl", "execlp", "wait", "waitpid", "pipe", "popen"],
  ...["getgroups", "getlogin_r", "gethostname", "ttyname_r", "ctermid", "getrlimit", "setrlimit"],
  ...["sigaction", "sigemptyset", "sigfillset", "sigaddset", "sigdelset", "sigismember"],
  ...["sigprocmask", "sigpending", "sigsuspend", "getitimer", "setitimer"],
  ...["strtok", "strtok_r", "strsep", "strchrnul", "stpncpy", "strerror_r"],
  ...["wmemchr", "wcswidth", "wcsncasecmp", "mbstowcs", "wcstombs", "mbtowc", "wctomb", "mblen"],
  ...["wcstol", "wcstoul", "wcstoll", "wcstoull", "wcstof", "wcstod", "wcstold", "strtold"],
]);
