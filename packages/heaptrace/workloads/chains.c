/* Chains of realloc: growing, shrinking, moving with another block behind, to 0 and from NULL; a failing one. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
static heap_trace_record_t records[40];
static void *kept;

NI static char *append(char *text, size_t *length, char c) {
  text = realloc(text, *length + 12);
  text[*length] = c;
  *length += 12;
  return text;
}
NI static char *grow(unsigned steps) {
  char *text = 0;
  size_t length = 0;
  for (unsigned i = 0; i < steps; i++) text = append(text, &length, (char)i);
  return text;
}
NI static void *fence(void) { return malloc(20); }
NI static char *grow_fenced(unsigned steps) {
  char *text = malloc(12);
  size_t length = 12;
  for (unsigned i = 0; i < steps; i++) {
    void *behind = fence();
    text = append(text, &length, (char)i);
    free(behind);
  }
  return text;
}
NI static void *cut(char *text, size_t size) { return heap_caps_realloc(text, size, MALLOC_CAP_DEFAULT); }
void app_main(void) {
  heap_trace_init_standalone(records, 40);
  heap_trace_start(HEAP_TRACE_ALL);
  char *a = grow(8);
  char *b = grow_fenced(6);
  a = cut(a, 16);
  b = cut(b, 0);
  if (!realloc(a, 0x10000000)) printf("too large: NULL, block kept\n");
  kept = a;
  (void)b;
  heap_trace_stop();
  heap_trace_dump();
}
