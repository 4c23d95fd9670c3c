/**
 * What every build has to know of the checker in `c-sources/`: which functions it stands in front of, and how much
 * memory it looks after.
 */

/** Bytes that a library's memory may grow to. An eighth of it is the shadow of a checked one. */
export const MEMORY_LIMIT = 128 * 1024 * 1024;

/** The C library's functions that the checker stands in front of. */
export const WRAPPED = [
  ...["malloc", "calloc", "realloc", "free", "aligned_alloc", "memalign", "posix_memalign", "malloc_usable_size"],
  ...["strdup", "strndup"],
  ...["emscripten_builtin_malloc", "emscripten_builtin_memalign", "emscripten_builtin_free"],
  ...["memcpy", "memmove", "memset", "memcmp", "memchr"],
  ...["strlen", "strnlen", "strcmp", "strncmp", "strcpy", "strncpy", "strcat", "strncat"],
  ...["strchr", "strrchr", "strstr", "strspn", "strcspn", "strpbrk", "stpcpy", "strlcpy", "strlcat", "memccpy"],
  ...["strtol", "strtoul", "strtoll", "strtoull", "strtod", "strtof", "atoi", "atol", "atoll", "atof"],
  ...["wcslen", "wcsnlen", "wcscmp", "wcsncmp", "wcscpy", "wcsncpy", "wcscat", "wcsncat", "wcschr"],
  ...["wmemcpy", "wmemmove", "wmemset", "wmemcmp"],
  ...["vsnprintf", "vsniprintf", "__small_vsnprintf", "fgets", "fread", "fwrite", "read", "write", "qsort", "bsearch"],
] as const;

/** Those of them that the checker calls itself. */
export const REAL = [
  ...["malloc", "free", "memcpy", "memmove", "memset", "memcmp"],
  ...["strtol", "strtoul", "strtoll", "strtoull", "strtod", "strtof"],
  ...["vsnprintf", "vsniprintf", "__small_vsnprintf", "fgets", "fread", "fwrite", "read", "write", "qsort", "bsearch"],
];
