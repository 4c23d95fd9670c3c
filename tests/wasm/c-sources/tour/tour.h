/** A right program that goes through much of the C library: nothing in it may be accused. */
#ifndef TOUR_H
#define TOUR_H

/** Returns 0, or the number of the first step whose result is not what the standard says. */
int tour(void);

#endif
