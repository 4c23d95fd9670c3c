#ifndef CHECKER_FAKE_FRAMES_H
#define CHECKER_FAKE_FRAMES_H

#include <stdint.h>

/** Ends every frame of a function that was called when the stack was below `pointer`. */
void fake_frames_forget_below(uint32_t pointer);

/** Says that functions may have been left without returning; their frames end when the next one begins. */
void fake_frames_some_are_over(void);

#endif
