/* The same program for the guest and, to know what it must print, for the host. */
#ifdef __XTENSA__
#include "../xtal.h"
#else
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#endif
#define KEEP __attribute__((noinline, noclone))
