/**
 * Frames away from the stack. An instrumented function keeps its arrays, and whatever it takes the address of, in a frame
 * it asks for here, and marks that frame as over when it returns. A frame is used again as late as possible, so that a
 * pointer into a frame that is gone meets a tombstone. When there is none, the function uses the stack.
 */
#include "fake-frames.h"
#include "own-data.h"
#include "real.h"
#include "shadow.h"

enum { CLASSES = 11, SMALLEST_FRAME = 64, CLASS_BYTES = 64 * 1024, FEWEST_FRAMES = 4, MOST_ALIGNMENT = 4096, TRIES = 16 };

/* What is kept of one frame. The compiler clears `used`, whose address stands in the frame's last word. */
struct use {
  uint8_t used;
  uint32_t stack_pointer;
};

struct frames {
  struct use *uses;
  uint32_t begin;
  uint32_t count;
  uint32_t next;
};

OWN_DATA static struct frames classes[CLASSES];

/* Set when frames may have been left without returning. */
OWN_DATA static bool some_are_over = false;

static uint32_t stack_pointer(void) {
  uint32_t at;
  __asm__ volatile(".globaltype __stack_pointer, i32\n\tglobal.get __stack_pointer\n\tlocal.set %0" : "=r"(at));
  return at;
}

static void end_frame(uint32_t frame, uint32_t bytes, struct use *use) {
  shadow_fill(frame, bytes, SHADOW_AFTER_RETURN);
  use->used = 0;
}

void fake_frames_forget_below(uint32_t pointer) {
  for (uint32_t class = 0; class < CLASSES; class++) {
    uint32_t bytes = SMALLEST_FRAME << class;
    for (uint32_t i = 0; i < classes[class].count; i++) {
      struct use *use = &classes[class].uses[i];
      if (use->used && use->stack_pointer < pointer) {
        end_frame(classes[class].begin + i * bytes, bytes, use);
      }
    }
  }
  some_are_over = false;
}

void fake_frames_some_are_over(void) {
  some_are_over = true;
}

static bool make_frames(struct frames *frames, uint32_t bytes) {
  uint32_t count = CLASS_BYTES / bytes < FEWEST_FRAMES ? FEWEST_FRAMES : CLASS_BYTES / bytes;
  uint32_t alignment = bytes < MOST_ALIGNMENT ? bytes : MOST_ALIGNMENT;
  char *memory = __real_malloc(count * (sizeof(struct use) + bytes) + alignment);
  if (memory == 0) {
    return false;
  }
  shadow_follow_memory();
  frames->uses = (struct use *)memory;
  __real_memset(memory, 0, count * sizeof(struct use));
  frames->begin = ((uint32_t)(uintptr_t)(memory + count * sizeof(struct use)) + alignment - 1) & ~(alignment - 1);
  frames->count = count;
  return true;
}

static uint32_t begin_frame(uint32_t class) {
  struct frames *frames = &classes[class];
  uint32_t bytes = SMALLEST_FRAME << class;
  if (frames->count == 0 && !make_frames(frames, bytes)) {
    return 0;
  }
  uint32_t now = stack_pointer();
  if (some_are_over) {
    fake_frames_forget_below(now);
  }
  for (uint32_t tries = 0; tries < TRIES && tries < frames->count; tries++) {
    uint32_t index = frames->next;
    frames->next = index + 1 == frames->count ? 0 : index + 1;
    struct use *use = &frames->uses[index];
    if (!use->used) {
      uint32_t frame = frames->begin + index * bytes;
      use->used = 1;
      use->stack_pointer = now;
      *(uint8_t **)as_pointer(frame + bytes - sizeof(uint8_t *)) = &use->used;
      shadow_fill(frame, bytes, 0);
      return frame;
    }
  }
  return 0;
}

#define FRAMES_OF_CLASS(class)                                                                                         \
  uint32_t __asan_stack_malloc_##class(uint32_t bytes) {                                                               \
    (void)bytes;                                                                                                       \
    return begin_frame(class);                                                                                         \
  }                                                                                                                    \
  uint32_t __asan_stack_malloc_always_##class(uint32_t bytes) {                                                        \
    (void)bytes;                                                                                                       \
    return begin_frame(class);                                                                                         \
  }                                                                                                                    \
  void __asan_stack_free_##class(uint32_t frame, uint32_t bytes) {                                                     \
    (void)bytes;                                                                                                       \
    uint32_t index = (frame - classes[class].begin) / (SMALLEST_FRAME << class);                                       \
    end_frame(frame, SMALLEST_FRAME << class, &classes[class].uses[index]);                                            \
  }

FRAMES_OF_CLASS(0)
FRAMES_OF_CLASS(1)
FRAMES_OF_CLASS(2)
FRAMES_OF_CLASS(3)
FRAMES_OF_CLASS(4)
FRAMES_OF_CLASS(5)
FRAMES_OF_CLASS(6)
FRAMES_OF_CLASS(7)
FRAMES_OF_CLASS(8)
FRAMES_OF_CLASS(9)
FRAMES_OF_CLASS(10)
