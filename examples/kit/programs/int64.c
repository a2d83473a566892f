/* 64-bit integers: helpers for multiplication, division, shifts by variable amounts, comparisons, conversions. */
#include "host.h"

static uint64_t state = 88172645463325252ull;
KEEP static uint64_t next(void) { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }
KEEP static uint64_t power(uint64_t base, uint64_t exponent, uint64_t modulus)
{
  uint64_t result = 1;
  for (base %= modulus; exponent; exponent >>= 1, base = base * base % modulus)
    if (exponent & 1) result = result * base % modulus;
  return result;
}
KEEP static uint64_t gcd(uint64_t a, uint64_t b) { while (b) { uint64_t t = a % b; a = b; b = t; } return a; }
KEEP static int64_t shift(int64_t v, int by) { return (v << by) ^ (v >> by) ^ (int64_t)((uint64_t)v >> (63 - by)); }

int main(void)
{
  uint64_t hash = 0;
  for (int i = 0; i < 200; i++) {
    uint64_t a = next(), b = next() >> (i & 63), c = b | 1;
    int64_t sa = (int64_t)a, sc = (int64_t)c;
    hash = hash * 1000003 ^ (a * b) ^ (a / c) ^ (a % c) ^ (uint64_t)(sa / sc) ^ (uint64_t)(sa % sc);
    hash ^= (uint64_t)shift(sa, i & 31) + (a < b) + 2 * (sa < sc) + 4 * (a == b);
  }
  printf("%016llx\n", (unsigned long long)hash);
  printf("%llu %llu\n", (unsigned long long)power(3, 1000000006, 1000000007), (unsigned long long)power(2, 62, 4294967291u));
  printf("%llu\n", (unsigned long long)gcd(600851475143ull * 12, 600851475143ull * 18));
  printf("%lld %lld %lld\n", -7ll / 2, -7ll % 2, (long long)INT64_MIN / 10);
  int64_t factorial = 1;
  for (int i = 2; i <= 20; i++) factorial *= i;
  printf("%lld %llx\n", (long long)factorial, (unsigned long long)factorial);
  printf("%d %d %d\n", __builtin_clzll(1ull << 40), __builtin_ctzll(1ull << 40), __builtin_popcountll(0x123456789abcdefull));
  return 0;
}
