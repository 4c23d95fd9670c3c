/** Functions of the C library whose names clang's assembler takes for numbers; see `ambiguous-names.ts`. */
double ffi_named_nan(const char *payload) {
  (void)payload;
  return __builtin_nan("");
}
