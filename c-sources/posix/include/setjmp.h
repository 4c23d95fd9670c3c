#include_next <setjmp.h>
#ifndef POSIX_SETJMP_H
#define POSIX_SETJMP_H

/* Which signals are blocked is not restored: no other program could send one. */
typedef jmp_buf sigjmp_buf;
#define sigsetjmp(place, save) ((void)(save), setjmp(place))
#define siglongjmp(place, value) longjmp(place, value)
#define _setjmp(place) setjmp(place)
#define _longjmp(place, value) longjmp(place, value)

#endif
