/* The program's own hooks, one of which allocates, and its callback for failed requests. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
static heap_trace_record_t records[10];
static unsigned allocated, freed, failed;
static size_t failed_size;
static const char *failed_name;
static void *inner;

NI static void *note(size_t size) { return malloc(size); }
void esp_heap_trace_alloc_hook(void *p, size_t size, uint32_t caps) {
  (void)p;
  (void)caps;
  allocated++;
  if (size == 100) inner = note(20);
}
void esp_heap_trace_free_hook(void *p) {
  (void)p;
  freed++;
}
static void on_failure(size_t size, uint32_t caps, const char *name) {
  (void)caps;
  failed++;
  failed_size = size;
  failed_name = name;
}
NI static void *outer(void) { return malloc(100); }
void app_main(void) {
  heap_trace_init_standalone(records, 10);
  heap_trace_start(HEAP_TRACE_ALL);
  heap_caps_register_failed_alloc_callback(on_failure);
  void *p = outer();
  heap_caps_malloc(300000, MALLOC_CAP_8BIT);
  free(p);
  heap_trace_stop();
  multi_heap_info_t info;
  heap_caps_get_info(&info, MALLOC_CAP_8BIT);
  heap_trace_summary_t summary;
  heap_trace_summary(&summary);
  heap_trace_record_t record;
  heap_trace_get(0, &record);
  printf("%u allocated, %u freed, %u failed: %u bytes in %s\n", allocated, freed, failed, (unsigned)failed_size,
         failed_name);
  printf("%u records of %u, first of %u bytes; %u blocks, heap %s\n", (unsigned)summary.count,
         (unsigned)summary.capacity, (unsigned)record.size, (unsigned)info.allocated_blocks,
         heap_caps_check_integrity_all(true) ? "sound" : "broken");
}
