/* Allocations from nested functions: seven call sites at depths two to seven, all freed but the configuration. */
#include "esp_idf.h"
#define NI __attribute__((noinline, noclone, noipa))
typedef struct node {
  struct node *left, *right;
  char *name;
} node_t;
typedef struct {
  node_t *root;
  void *scratch;
  uint32_t *table;
} config_t;

static heap_trace_record_t records[120];
static config_t *kept;

NI static char *copy_name(unsigned n) {
  char *name = malloc(8 + n);
  name[0] = (char)('a' + n);
  return name;
}
NI static node_t *new_node(unsigned n) {
  node_t *node = heap_caps_malloc(sizeof *node, MALLOC_CAP_8BIT | MALLOC_CAP_INTERNAL);
  node->left = node->right = 0;
  node->name = copy_name(n);
  return node;
}
NI static node_t *build(unsigned depth) {
  node_t *node = new_node(depth);
  if (depth > 0) {
    node->left = build(depth - 1);
    node->right = build(depth - 1);
  }
  return node;
}
NI static void drop(node_t *node) {
  if (!node) return;
  drop(node->left);
  drop(node->right);
  free(node->name);
  heap_caps_free(node);
}
NI static uint32_t *make_table(unsigned n) { return calloc(n, sizeof(uint32_t)); }
NI static void *make_scratch(size_t n) { return heap_caps_calloc(1, n, MALLOC_CAP_DEFAULT); }
NI static config_t *load(void) {
  config_t *c = malloc(sizeof *c);
  c->root = build(3);
  c->table = make_table(40);
  c->scratch = make_scratch(100);
  return c;
}
NI static void tidy(config_t *c) {
  drop(c->root);
  free(c->scratch);
  c->table = realloc(c->table, 40);
}
void app_main(void) {
  heap_trace_init_standalone(records, 120);
  heap_trace_start(HEAP_TRACE_LEAKS);
  kept = load();
  tidy(kept);
  void *aligned = memalign(64, 100);
  free(aligned);
  heap_trace_stop();
  heap_trace_dump();
}
