/* Switches: dense ones become jump tables (JX through a table of addresses), sparse ones trees of branches. */
#include "host.h"

KEEP static int dense(int n)
{
  switch (n) {
    case -2: return 17;
    case -1: return 3;
    case 0: return 99;
    case 1: return 42;
    case 2: return 7;
    case 3: return 1000;
    case 4: return -5;
    case 5: return 64;
    case 6: return 12345;
    case 7: return 8;
    default: return -1;
  }
}
KEEP static int sparse(unsigned n)
{
  switch (n) {
    case 0: return 1;
    case 100: return 2;
    case 10000: return 3;
    case 65535: return 4;
    case 1000000: return 5;
    case 0x80000000u: return 6;
    case 0xffffffffu: return 7;
    default: return 0;
  }
}
/* A machine with a stack whose program is bytes: fall-through, nested switches, loops. */
KEEP static int run(const uint8_t *code, int size)
{
  int stack[32], depth = 0, steps = 0;
  for (int pc = 0; pc < size && steps < 100000; steps++) {
    switch (code[pc++]) {
      case 0: return depth ? stack[depth - 1] : -1;
      case 1: stack[depth++] = code[pc++]; break;
      case 2: depth--; stack[depth - 1] += stack[depth]; break;
      case 3: depth--; stack[depth - 1] -= stack[depth]; break;
      case 4: depth--; stack[depth - 1] *= stack[depth]; break;
      case 5: stack[depth] = stack[depth - 1]; depth++; break;
      case 6: { int t = stack[depth - 1]; stack[depth - 1] = stack[depth - 2]; stack[depth - 2] = t; break; }
      case 7: if (stack[--depth]) pc = code[pc]; else pc++; break;
      case 8: pc = code[pc]; break;
      case 9: stack[depth - 1] = dense(stack[depth - 1]); break;
      case 10:
        switch (stack[depth - 1] & 3) {
          case 0: stack[depth - 1] += 1; /* fall through */
          case 1: stack[depth - 1] += 2; break;
          case 2: stack[depth - 1] ^= 0x55; break;
          default: stack[depth - 1] = -stack[depth - 1];
        }
        break;
      default: return -1000 - code[pc - 1];
    }
  }
  return -2;
}
static const uint8_t factorial[] = {1, 1, 1, 10, /* 4: */ 5, 7, 10, 8, 24, 0, /* 10: */ 5, 6, 1, 1, 3, 6, 8, 18, /* 18: */ 6, 5, 1, 0, 2, 0, 0};
static const uint8_t countdown[] = {1, 200, /* 2: */ 1, 1, 3, 5, 7, 2, 10, 10, 9, 0};

int main(void)
{
  for (int n = -4; n < 10; n++) printf("%d ", dense(n));
  printf("\n");
  static const unsigned values[] = {0, 1, 100, 101, 10000, 65535, 65536, 1000000, 0x7fffffff, 0x80000000u, 0xffffffffu};
  for (unsigned i = 0; i < sizeof values / sizeof *values; i++) printf("%d ", sparse(values[i]));
  printf("\n%d %d\n", run(factorial, sizeof factorial), run(countdown, sizeof countdown));
  return 0;
}
