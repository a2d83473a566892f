/* Function pointers: tables, callbacks from native code (qsort) into the guest, pointers in structures. */
#include "host.h"

typedef int (*operation)(int, int);
KEEP static int plus(int a, int b) { return a + b; }
KEEP static int minus(int a, int b) { return a - b; }
KEEP static int times(int a, int b) { return a * b; }
KEEP static int power(int a, int b) { int r = 1; while (b-- > 0) r *= a; return r; }
static const struct { const char *name; operation apply; } table[] = {{"plus", plus}, {"minus", minus}, {"times", times}, {"power", power}};

static unsigned compared;
static int ascending(const void *a, const void *b)
{
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  compared++;
  return x < y ? -1 : x > y;
}
static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

struct node { struct node *left, *right; int key; int (*visit)(struct node *); };
static struct node nodes[64];
static int used;
KEEP static int visit_plain(struct node *n) { return n->key; }
KEEP static int visit_double(struct node *n) { return n->key * 2; }
KEEP static struct node *insert(struct node *root, int key)
{
  if (!root) {
    struct node *n = &nodes[used++];
    n->key = key;
    n->visit = key & 1 ? visit_double : visit_plain;
    return n;
  }
  if (key < root->key) root->left = insert(root->left, key);
  else root->right = insert(root->right, key);
  return root;
}
KEEP static int walk(const struct node *n, int (*each)(const struct node *, int), int sum)
{
  return n ? walk(n->right, each, each(n, walk(n->left, each, sum))) : sum;
}
static int hash(const struct node *n, int sum) { return sum * 7 + n->visit((struct node *)n); }

KEEP static operation choose(int n) { return table[n & 3].apply; }

int main(void)
{
  for (unsigned i = 0; i < sizeof table / sizeof *table; i++) printf("%s %d\n", table[i].name, table[i].apply(7, 3));
  int value = 1;
  for (int i = 0; i < 12; i++) value = choose(i)(value, (i & 3) + 1);
  printf("%d\n", value);

  int32_t numbers[50];
  uint32_t seed = 12345;
  for (int i = 0; i < 50; i++) numbers[i] = (int32_t)((seed = seed * 1103515245 + 12345) >> 8) - 0x800000;
  qsort(numbers, 50, sizeof *numbers, ascending);
  int sorted = compared > 0;
  for (int i = 1; i < 50; i++) sorted &= numbers[i - 1] <= numbers[i];
  printf("%d %d %d\n", sorted, (int)numbers[0], (int)numbers[49]);
  const char *words[] = {"window", "spill", "retire", "block", "caps", "region"};
  qsort(words, 6, sizeof *words, by_text);
  for (int i = 0; i < 6; i++) printf("%s ", words[i]);
  printf("\n");

  struct node *root = 0;
  for (int i = 0; i < 40; i++) root = insert(root, (int)((seed = seed * 1103515245 + 12345) >> 16 & 1023));
  printf("%d %d\n", used, walk(root, hash, 0));
  return 0;
}
