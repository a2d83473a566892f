/* get_call_stack. Level N begins at the Nth call of the window spill, so one run at depth 32 shows the price of every
   smaller depth as well; depths 2 and 10 are compiled to check that. The clearing of the array is not here (its price
   is the ROM's memset). */
typedef unsigned int word;
#define NOINLINE __attribute__((noinline, noclone, noipa))

static inline __attribute__((always_inline)) int executable(void *p) {
  int a = (int)p;
  return (a >= 0x400d0000 && a < 0x40400000) || (a >= 0x40080000 && a < 0x400aa000) ||
         (a >= 0x40000000 && a < 0x40070000) || (a >= 0x400c0000 && a < 0x400c2000);
}

#define LEVEL(n)                                                          \
  callers[n] = __builtin_return_address((n) + 2);                         \
  if (!executable(callers[n]) || callers[n] == (void *)0x40000000) {      \
    callers[n] = 0;                                                       \
    return;                                                               \
  }
#define TWO(n) LEVEL(n) LEVEL(n + 1)
#define EIGHT(n) TWO(n) TWO(n + 2) TWO(n + 4) TWO(n + 6)

NOINLINE void get_call_stack(void **callers) {
#if DEPTH == 0
  (void)callers;
#elif DEPTH == 2
  TWO(0)
#elif DEPTH == 10
  EIGHT(0) TWO(8)
#elif DEPTH == 32
  EIGHT(0) EIGHT(8) EIGHT(16) EIGHT(24)
#else
#error "a depth that nobody measures"
#endif
}
