/* Floating point without the FPU: GCC for the LX106 calls helpers for everything, which xtal serves. */
#include "host.h"

static uint32_t bits_of(float f) { uint32_t u; memcpy(&u, &f, 4); return u; }
static uint64_t bits_of_double(double d) { uint64_t u; memcpy(&u, &d, 8); return u; }

KEEP static float horner(const float *c, int n, float x) { float r = 0; while (n-- > 0) r = r * x + c[n]; return r; }
KEEP static double series(double x) { double term = 1, sum = 1; for (int i = 1; i < 30; i++) sum += term = term * x / i; return sum; }
KEEP static double newton(double a) { double x = a > 1 ? a : 1; for (int i = 0; i < 60; i++) x = (x + a / x) / 2; return x; }
KEEP static int order(double a, double b) { return (a < b) | (a <= b) << 1 | (a == b) << 2 | (a != b) << 3 | (a >= b) << 4 | (a > b) << 5; }
KEEP static int orderf(float a, float b) { return (a < b) | (a <= b) << 1 | (a == b) << 2 | (a != b) << 3 | (a >= b) << 4 | (a > b) << 5; }

int main(void)
{
  static const float coefficients[] = {1.0f, -0.5f, 0.25f, 3.0f, -1e-3f, 7e5f};
  static volatile double zero = 0, huge = 1e308;
  static volatile float third = 1.0f / 3;
  for (int i = -3; i <= 3; i++) printf("%08x ", (unsigned)bits_of(horner(coefficients, 6, (float)i * 0.7f)));
  printf("\n%016llx %.15f\n", (unsigned long long)bits_of_double(series(1.0)), series(1.0));
  printf("%016llx %.12f\n", (unsigned long long)bits_of_double(newton(2.0)), newton(2.0));
  printf("%016llx %016llx\n", (unsigned long long)bits_of_double(huge * 10), (unsigned long long)bits_of_double(-1 / (1 / zero)));
  double not_a_number = zero / zero;
  printf("%d %d %d %d\n", order(1, 2), order(2, 2), order(-0.0, zero), order(not_a_number, 1));
  printf("%d %d %d\n", orderf(third, third), orderf(third, 1), orderf((float)not_a_number, 0));
  printf("%d %d %u %d\n", (int)-3.99, (int)1e9, (unsigned)4e9, (int)(third * 300));
  printf("%lld %llu\n", (long long)-1.5e15, (unsigned long long)1.8e19);
  printf("%.1f %.1f %.1f %.1f\n", (double)-7, (double)4000000000u, (double)-9000000000000000000ll, (double)18000000000000000000ull);
  printf("%08x %08x\n", (unsigned)bits_of((float)16777217), (unsigned)bits_of((float)0xffffffffffffffffull));
  printf("%08x %016llx\n", (unsigned)bits_of((float)(1.0 / 3)), (unsigned long long)bits_of_double((double)third));
  double sum = 0;
  for (int i = 1; i <= 200; i++) sum += (i & 1 ? 1.0 : -1.0) / i;
  printf("%.15g %e %g\n", sum, 123456.789, 1e-7);
  return 0;
}
