/* Recursion far over the 64 registers: a block on the way down at every depth, freed on the way up, one kept at the end. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
static heap_trace_record_t records[100];
static volatile unsigned sink;
static void *bottom;

NI static unsigned odd(unsigned n);
NI static unsigned even(unsigned n) {
  if (n == 0) {
    bottom = malloc(77);
    return 1;
  }
  unsigned char *p = malloc(16 + n);
  p[0] = (unsigned char)n;
  unsigned r = odd(n - 1) + p[0];
  free(p);
  return r;
}
NI static unsigned odd(unsigned n) {
  volatile unsigned local[9];
  local[n % 9] = n;
  void *p = calloc(1, 4 * n);
  unsigned r = even(n - 1) + local[n % 9];
  free(p);
  return r;
}
NI static unsigned fibonacci(unsigned n) {
  if (n < 2) {
    free(malloc(n + 1));
    return n;
  }
  return fibonacci(n - 1) + fibonacci(n - 2);
}
void app_main(void) {
  heap_trace_init_standalone(records, 100);
  heap_trace_start(HEAP_TRACE_LEAKS);
  sink += even(60);
  sink += fibonacci(9);
  heap_trace_stop();
  heap_trace_dump();
  printf("sink %u\n", sink);
}
