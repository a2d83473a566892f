/* Guest-code twin of ESP-IDF's heap-trace recorder: own C with the same data layout and the same work per operation,
   compiled for its price in cycles only. The behaviour that xtal models is in ../src/standalone.
   DEPTH = CONFIG_HEAP_TRACING_STACK_DEPTH; VARIANT: 0 array (v3.3 to v5.0), 1 lists (v5.1 and later), 2 lists and
   doubly linked hash buckets (v5.1), 3 lists and singly linked hash buckets (v5.2 and later). */
#ifndef DEPTH
#define DEPTH 2
#endif
#ifndef VARIANT
#define VARIANT 1
#endif
#define BUCKETS 10u
#define NOINLINE __attribute__((noinline, noclone, noipa))
/* Where the critical section begins and ends. */
#define CRITICAL __asm__ volatile("" ::: "memory")
typedef unsigned int word;

struct link2 {
  struct record *next, **previous;
};
struct record {
  word ccount;
  void *address;
  word size;
  void *alloced_by[DEPTH];
  void *freed_by[DEPTH];
#if VARIANT >= 1
  struct link2 list;
#endif
#if VARIANT == 2
  struct link2 hash;
#elif VARIANT == 3
  struct record *hash_next;
#endif
};
struct head {
  struct record *first, **last;
};

extern word tracing;
extern word mode, capacity, count, high_water_mark, total_allocations, total_frees, hits, misses;
extern unsigned char has_overflowed;
extern struct record *buffer;
extern struct head recorded, unused;
#if VARIANT == 2
extern struct head map[BUCKETS];
#else
extern struct record *map[BUCKETS];
#endif

void *real_malloc(word size);
void real_free(void *p);
void *real_realloc(void *p, word size);
void get_call_stack(void **callers);
void record_allocation(const struct record *r);
void record_free(void *p, void **callers);
