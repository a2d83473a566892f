/* A thousand allocations that are given back, in a pattern of live times, and one in a hundred that is not. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
typedef struct job {
  struct job *next;
  uint32_t due;
  void *payload;
} job_t;
static heap_trace_record_t records[64];
static job_t *queue;
static uint32_t now;
static volatile uint32_t sink;

NI static void *payload_new(uint32_t n) { return malloc(12 + 4 * (n % 7)); }
NI static job_t *job_new(uint32_t n) {
  job_t *job = heap_caps_malloc(sizeof *job, MALLOC_CAP_8BIT);
  job->due = now + 1 + n % 5;
  job->payload = payload_new(n);
  return job;
}
NI static void submit(uint32_t n) {
  job_t *job = job_new(n);
  job->next = queue;
  queue = job;
}
NI static void job_free(job_t *job, int forget) {
  if (!forget) free(job->payload);
  heap_caps_free(job);
}
NI static void run_due(void) {
  job_t **link = &queue;
  while (*link) {
    job_t *job = *link;
    if (job->due <= now) {
      *link = job->next;
      sink += job->due;
      job_free(job, sink % 100 == 0);
    } else {
      link = &job->next;
    }
  }
}
NI static void tick(uint32_t n) {
  submit(n);
  run_due();
  now++;
}
void app_main(void) {
  heap_trace_init_standalone(records, 64);
  heap_trace_start(HEAP_TRACE_LEAKS);
  for (uint32_t n = 0; n < 500; n++) tick(n);
  now += 10;
  run_due();
  heap_trace_stop();
  heap_trace_dump();
  printf("sink %u\n", (unsigned)sink);
}
