/* Recursion far deeper than the 64 registers hold: windows spill and come back, with every frame size. */
#include "host.h"

KEEP static unsigned ackermann(unsigned m, unsigned n)
{
  if (m == 0) return n + 1;
  if (n == 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

/* Many live values across the call, so that a frame fills its window and its stack. */
KEEP static uint32_t mix(unsigned depth, uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t e)
{
  uint32_t local[6] = {a ^ b, b + c, c - d, d * 3, e ^ depth, a + e};
  if (depth == 0) return a ^ b ^ c ^ d ^ e;
  uint32_t inner = mix(depth - 1, local[1], local[2], local[3], local[4], local[5]);
  for (int i = 0; i < 6; i++) inner = inner * 31 + local[i];
  return inner + a - b + c - d + e;
}

KEEP static int is_odd(unsigned n);
KEEP static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
KEEP static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }

KEEP static unsigned hanoi(unsigned n, int from, int to, int over)
{
  return n == 0 ? 0 : hanoi(n - 1, from, over, to) + 1 + hanoi(n - 1, over, to, from);
}

/* Stack that grows by a variable amount in every frame (MOVSP). */
KEEP static uint32_t variable(unsigned n)
{
  volatile unsigned char block[n * 8 + 1];
  for (unsigned i = 0; i <= n * 8; i++) block[i] = (unsigned char)(i * n);
  uint32_t sum = n == 0 ? 1 : variable(n - 1);
  for (unsigned i = 0; i <= n * 8; i++) sum = sum * 33 + block[i];
  return sum;
}

int main(void)
{
  printf("ackermann(2, 9) = %u\n", ackermann(2, 9));
  printf("ackermann(3, 4) = %u\n", ackermann(3, 4));
  printf("mix(0..250) = %08x %08x %08x\n", (unsigned)mix(0, 1, 2, 3, 4, 5), (unsigned)mix(17, 1, 2, 3, 4, 5),
         (unsigned)mix(250, 9, 8, 7, 6, 5));
  printf("is_even(301) = %d, is_odd(301) = %d\n", is_even(301), is_odd(301));
  printf("hanoi(12) = %u\n", hanoi(12, 1, 3, 2));
  printf("variable(40) = %08x\n", (unsigned)variable(40));
  return 0;
}
