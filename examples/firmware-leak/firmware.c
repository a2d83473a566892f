/* A firmware-like program: samples a sensor, publishes messages, answers commands, keeps a small cache, and forgets
   something on one path. Heap tracing in leak mode is on while it works; its dump at the end shows where. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))

typedef struct message {
  struct message *next;
  uint32_t sequence;
  char *topic, *payload;
} message_t;
typedef struct {
  char *verb, *argument;
} command_t;
typedef struct cached {
  struct cached *next;
  char key[12];
  int32_t value;
} cached_t;

static uint32_t records[80 * 72]; /* room for records of every ESP-IDF release at every depth */
static message_t *outbox;
static cached_t *cache;
static uint32_t sequence, published, answered, rejected, noise = 12345;

NI static uint32_t sensor_read(void) {
  noise = noise * 1103515245u + 12345u;
  return noise >> 20;
}
NI static char *text_copy(const char *text, size_t room) {
  size_t length = strlen(text);
  char *copy = malloc(room > length ? room : length + 1);
  if (copy) strcpy(copy, text);
  return copy;
}
NI static char *number_text(uint32_t value) {
  char digits[12];
  int at = 11;
  digits[at] = 0;
  do {
    digits[--at] = (char)('0' + value % 10);
    value /= 10;
  } while (value);
  return text_copy(digits + at, 16);
}

/* Messages: made by the sensor task, sent and freed by the network task. */
NI static message_t *message_new(const char *topic, uint32_t value) {
  message_t *m = heap_caps_malloc(sizeof *m, MALLOC_CAP_8BIT | MALLOC_CAP_INTERNAL);
  m->sequence = sequence++;
  m->topic = text_copy(topic, 24);
  m->payload = number_text(value);
  return m;
}
NI static void message_free(message_t *m) {
  free(m->topic);
  free(m->payload);
  heap_caps_free(m);
}
NI static void sensor_task(void) {
  message_t *m = message_new("room/temperature", sensor_read());
  m->next = outbox;
  outbox = m;
}
NI static void network_send(void) {
  while (outbox) {
    message_t *m = outbox;
    outbox = m->next;
    published++;
    message_free(m);
  }
}

/* Commands: "verb argument". A command without argument is refused. */
NI static command_t *command_parse(const char *line) {
  command_t *c = calloc(1, sizeof *c);
  size_t verb = 0;
  while (line[verb] && line[verb] != ' ') verb++;
  c->verb = text_copy(line, 16);
  if (!line[verb]) {
    rejected++;
    free(c); /* and c->verb is forgotten */
    return 0;
  }
  c->argument = text_copy(line + verb + 1, 16);
  c->verb[verb] = 0;
  return c;
}
NI static void command_free(command_t *c) {
  free(c->verb);
  free(c->argument);
  free(c);
}

/* The cache grows to four entries and stays: live at the end, but no leak. */
NI static cached_t *cache_lookup(const char *key) {
  for (cached_t *e = cache; e; e = e->next)
    if (strcmp(e->key, key) == 0) return e;
  cached_t *e = calloc(1, sizeof *e);
  strcpy(e->key, key);
  e->next = cache;
  cache = e;
  return e;
}
NI static void command_task(uint32_t tick) {
  static const char *const lines[] = {"set lamp", "get lamp", "set fan", "get door", "status", "get fan", "set heat"};
  command_t *c = command_parse(lines[tick % 7]);
  if (!c) return;
  cache_lookup(c->argument)->value++;
  answered++;
  command_free(c);
}

void app_main(void) {
  printf("firmware: %u bytes free\n", (unsigned)esp_get_free_heap_size());
  heap_trace_init_standalone((heap_trace_record_t *)records, 80);
  heap_trace_start(HEAP_TRACE_LEAKS);
  for (uint32_t tick = 0; tick < 70; tick++) {
    sensor_task();
    if (tick % 3 == 0) network_send();
    command_task(tick);
    vTaskDelay(1);
  }
  network_send();
  heap_trace_stop();
  printf("firmware: %u published, %u answered, %u rejected, %u bytes free\n", (unsigned)published, (unsigned)answered,
         (unsigned)rejected, (unsigned)esp_get_free_heap_size());
  heap_trace_dump();
}
