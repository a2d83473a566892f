/* The shortest useful guest: prints through a native function, computes, returns an exit code. */
#include "xtal.h"

static unsigned fibonacci(unsigned n)
{
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

int main(void)
{
  printf("Hello from an ESP32 that is not there.\n");
  for (unsigned n = 0; n <= 20; n += 5) printf("fibonacci(%2u) = %5u\n", n, fibonacci(n));
  return 0;
}
