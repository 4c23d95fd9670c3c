/* Not the library's interface: nothing declared here is exported. */
#ifndef SHAPES_INTERNAL_H
#define SHAPES_INTERNAL_H

double square(double value);

#endif
