/* Allocation traffic for measurements: run(kind, rounds) does `rounds` pairs of malloc and free, eight calls deep. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
static void *ring[64];
static volatile unsigned sink;

NI static void *make(unsigned n) { return malloc(16 + n % 13 * 4); }
NI static void drop(void *p) { free(p); }
/* 0: each block is freed at once. */
NI static void direct(unsigned rounds) {
  for (unsigned i = 0; i < rounds; i++) drop(make(i));
}
/* 1: 64 blocks are live, the oldest is freed. */
NI static void queue(unsigned rounds) {
  for (unsigned i = 0; i < rounds; i++) {
    if (ring[i % 64]) drop(ring[i % 64]);
    ring[i % 64] = make(i);
  }
}
/* 2: the same with about 500 instructions of work around each pair. */
NI static void work(unsigned n) {
  for (unsigned i = 0; i < 70; i++) sink = sink * 5 + n;
}
NI static void busy(unsigned rounds) {
  for (unsigned i = 0; i < rounds; i++) {
    work(i);
    if (ring[i % 64]) drop(ring[i % 64]);
    ring[i % 64] = make(i);
  }
}
NI static void level(unsigned depth, unsigned kind, unsigned rounds) {
  if (depth)
    level(depth - 1, kind, rounds);
  else if (kind == 0)
    direct(rounds);
  else if (kind == 1)
    queue(rounds);
  else
    busy(rounds);
  sink++;
}
void run(unsigned kind, unsigned rounds) { level(4, kind, rounds); }
void app_main(void) {}
