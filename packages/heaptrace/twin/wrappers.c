/* trace_malloc, trace_free, trace_realloc and the wrapped names in front of them. */
#include "recorder.h"

static inline word get_ccount(void) {
  word ccount, core;
  __asm__ volatile("rsr.ccount %0" : "=r"(ccount));
  __asm__ volatile("rsr.prid %0\n\textui %0, %0, 13, 1" : "=r"(core));
  return (ccount & ~3u) | core;
}

NOINLINE void *trace_malloc(word size) {
  word ccount = get_ccount();
  void *p = real_malloc(size);
  struct record r = {.ccount = ccount, .address = p, .size = size};
  get_call_stack(r.alloced_by);
  record_allocation(&r);
  return p;
}

NOINLINE void trace_free(void *p) {
  void *callers[DEPTH];
  get_call_stack(callers);
  record_free(p, callers);
  real_free(p);
}

NOINLINE void *trace_realloc(void *p, word size) {
  void *callers[DEPTH];
  word ccount = get_ccount();
  get_call_stack(callers);
  record_free(p, callers);
  void *q = real_realloc(p, size);
  if (size != 0) {
    struct record r = {.ccount = ccount, .address = q, .size = size};
    __builtin_memcpy(r.alloced_by, callers, sizeof callers);
    record_allocation(&r);
  }
  return q;
}

NOINLINE void *wrap_malloc(word size) { return trace_malloc(size); }
NOINLINE void wrap_free(void *p) { trace_free(p); }
NOINLINE void *wrap_realloc(void *p, word size) { return trace_realloc(p, size); }
