/* record_allocation and record_free. The critical section around them is not here: its price is taken from the heap's
   (see derive-trace-costs.ts). The ESP32 has REMU, the compiler's target has not; hence the one asm statement. */
#include "recorder.h"

#if VARIANT >= 1
#define INSERT_TAIL(head, item, field)                  \
  do {                                                  \
    (item)->field.next = 0;                             \
    (item)->field.previous = (head)->last;              \
    *(head)->last = (item);                             \
    (head)->last = &(item)->field.next;                 \
  } while (0)
#define REMOVE(head, item, field)                                   \
  do {                                                              \
    if ((item)->field.next)                                         \
      (item)->field.next->field.previous = (item)->field.previous;  \
    else                                                            \
      (head)->last = (item)->field.previous;                        \
    *(item)->field.previous = (item)->field.next;                   \
  } while (0)

#if VARIANT >= 2
static inline word bucket_of(void *p) {
  word a = (word)p, h = ((a >> 3) + (a >> 5) + (a >> 7)) * 16777619u, r;
  __asm__("remu %0, %1, %2" : "=r"(r) : "r"(h), "r"(BUCKETS));
  return r;
}

static void map_remove(struct record *r) {
#if VARIANT == 2
  REMOVE(&map[bucket_of(r->address)], r, hash);
#else
  struct record **link = &map[bucket_of(r->address)];
  while (*link != r) link = &(*link)->hash_next;
  *link = r->hash_next;
#endif
}

static void map_add(struct record *r) {
#if VARIANT == 2
  INSERT_TAIL(&map[bucket_of(r->address)], r, hash);
#else
  struct record **head = &map[bucket_of(r->address)];
  r->hash_next = *head;
  *head = r;
#endif
}

static struct record *map_find(void *p) {
#if VARIANT == 2
  struct record *r = map[bucket_of(p)].first;
  for (; r; r = r->hash.next)
#else
  struct record *r = map[bucket_of(p)];
  for (; r; r = r->hash_next)
#endif
    if (r->address == p) {
      hits++;
      return r;
    }
  misses++;
  return 0;
}
#endif

static NOINLINE void list_remove(struct record *r) {
#if VARIANT >= 2
  map_remove(r);
#endif
  REMOVE(&recorded, r, list);
  r->address = 0;
  r->size = 0;
  r->list.next = unused.first;
  if (unused.first)
    unused.first->list.previous = &r->list.next;
  else
    unused.last = &r->list.next;
  unused.first = r;
  r->list.previous = &unused.first;
  count--;
}

static NOINLINE void list_add(const struct record *from) {
  if (count >= capacity) {
    has_overflowed = 1;
    return;
  }
  struct record *r = unused.first;
  REMOVE(&unused, r, list);
  r->ccount = from->ccount;
  r->address = from->address;
  r->size = from->size;
  __builtin_memcpy(r->freed_by, from->freed_by, sizeof r->freed_by);
  __builtin_memcpy(r->alloced_by, from->alloced_by, sizeof r->alloced_by);
  INSERT_TAIL(&recorded, r, list);
  if (++count > high_water_mark) high_water_mark = count;
#if VARIANT >= 2
  map_add(r);
#endif
}

NOINLINE void record_allocation(const struct record *r) {
  if (!tracing || !r->address) return;
  CRITICAL;
  if (tracing) {
    if (count == capacity) {
      has_overflowed = 1;
      list_remove(recorded.first);
    }
    list_add(r);
    total_allocations++;
  }
}

static NOINLINE struct record *find(void *p) {
#if VARIANT >= 2
  struct record *found = map_find(p);
  if (found) return found;
#endif
  for (struct record *r = recorded.first; r; r = r->list.next)
    if (r->address == p) return r;
  return 0;
}

NOINLINE void record_free(void *p, void **callers) {
  if (!tracing || !p) return;
  CRITICAL;
  if (count == 0) return;
  if (tracing) {
    total_frees++;
    struct record *r = find(p);
    if (r) {
      if (mode == 0)
        __builtin_memcpy(r->freed_by, callers, sizeof r->freed_by);
      else
        list_remove(r);
    }
  }
}

#else /* array of v3.3 to v5.0; memmove's price is taken from the ROM's memcpy, the calls are here */
void *memmove(void *to, const void *from, word bytes);

NOINLINE void record_allocation(const struct record *r) {
  if (!tracing || !r->address) return;
  CRITICAL;
  if (tracing) {
    if (count == capacity) {
      has_overflowed = 1;
      memmove(&buffer[0], &buffer[1], sizeof(struct record) * (capacity - 1));
      count--;
    }
    __builtin_memcpy(&buffer[count], r, sizeof *r);
    count++;
    total_allocations++;
  }
}

static NOINLINE void remove_record(word i) {
  if (i < count - 1)
    memmove(&buffer[i], &buffer[i + 1], sizeof(struct record) * (capacity - i - 1));
  else
    __builtin_memset(&buffer[i], 0, sizeof(struct record));
  count--;
}

NOINLINE void record_free(void *p, void **callers) {
  if (!tracing || !p) return;
  CRITICAL;
  if (tracing && count > 0) {
    int i;
    total_frees++;
    for (i = (int)count - 1; i >= 0; i--)
      if (buffer[i].address == p) break;
    if (i >= 0) {
      if (mode == 0)
        __builtin_memcpy(buffer[i].freed_by, callers, sizeof buffer[i].freed_by);
      else
        remove_record((word)i);
    }
  }
}
#endif
