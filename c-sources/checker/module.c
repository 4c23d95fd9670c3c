/** What every instrumented module calls before anything else of it runs. */
#include "shadow.h"

void __asan_init(void) {
  shadow_follow_memory();
}

/* A reference to this name is how the compiler makes sure that it and the runtime agree on the protocol's version. */
void __asan_version_mismatch_check_v8(void) {}

/* Constructors of other modules may be called in any order in C: nothing to watch. */
void __asan_before_dynamic_init(const char *module) {
  (void)module;
}
void __asan_after_dynamic_init(void) {}
