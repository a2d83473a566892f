/* A timer interrupt that allocates and frees while the main program does the same, at different depths. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
static heap_trace_record_t records[64];
static void *volatile mailbox;
static volatile uint32_t interrupts, sink;

void timer_start(uint32_t cycles);
void timer_again(uint32_t cycles);
void timer_stop(void);

NI static void *isr_message(uint32_t n) { return malloc(24 + n % 3 * 8); }
/* Called by the interrupt dispatcher in vectors.s. */
void timer_handler(void) {
  uint32_t n = ++interrupts;
  if (mailbox) free(mailbox);
  mailbox = n % 10 == 9 ? 0 : isr_message(n);
  if (n % 10 == 9) isr_message(n); /* forgotten */
  timer_again(3000 + n % 7 * 311);
}
NI static uint32_t work(uint32_t n) {
  if (n == 0) return 1;
  void *p = malloc(8 + n);
  uint32_t r = work(n - 1);
  free(p);
  return r + n;
}
void app_main(void) {
  heap_trace_init_standalone(records, 64);
  heap_trace_start(HEAP_TRACE_LEAKS);
  timer_start(5000);
  while (interrupts < 40) sink += work(interrupts % 24);
  timer_stop();
  heap_trace_stop();
  heap_trace_dump();
  printf("interrupts %s\n", interrupts >= 40 ? "came" : "did not come");
}
