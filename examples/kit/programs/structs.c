/* Structures by value: returned in registers (up to 16 bytes) and in memory, passed in registers and on the stack. */
#include "host.h"

struct s1 { uint8_t a; };
struct s3 { uint8_t a, b, c; };
struct s6 { uint16_t a, b, c; };
struct s8 { uint32_t a, b; };
struct s12 { int32_t x, y, z; };
struct s16 { uint64_t a; uint32_t b, c; };
struct s40 { uint32_t word[10]; };
struct nested { struct s3 small; struct s12 point; double weight; };

KEEP static struct s1 make1(int n) { return (struct s1){(uint8_t)(n * 3)}; }
KEEP static struct s3 make3(int n) { return (struct s3){(uint8_t)n, (uint8_t)(n + 1), (uint8_t)(n + 2)}; }
KEEP static struct s6 make6(int n) { return (struct s6){(uint16_t)n, (uint16_t)(n * 7), (uint16_t)(n * 49)}; }
KEEP static struct s8 make8(uint32_t n) { return (struct s8){n, ~n}; }
KEEP static struct s12 make12(int n) { return (struct s12){n, -n, n * n}; }
KEEP static struct s16 make16(uint32_t n) { return (struct s16){0x100000000ull * n + 5, n, n ^ 0xffff}; }
KEEP static struct s40 make40(uint32_t n)
{
  struct s40 s;
  for (int i = 0; i < 10; i++) s.word[i] = n * (uint32_t)(i + 1);
  return s;
}
KEEP static struct nested wrap(struct s3 small, struct s12 point, double weight)
{
  struct nested n = {small, point, weight};
  n.point.z += small.b;
  return n;
}

KEEP static uint32_t weigh(struct s1 a, struct s3 b, struct s6 c, struct s8 d, struct s12 e)
{
  return a.a + b.a * 2u + b.c * 3u + c.b * 5u + d.a * 7u + d.b * 11u + (uint32_t)e.z * 13u;
}
KEEP static uint32_t far(int one, struct s40 big, int two, struct s16 last)
{
  uint32_t sum = (uint32_t)(one * two);
  for (int i = 0; i < 10; i++) sum = sum * 17 + big.word[i];
  big.word[0] = 0; /* a copy: the caller's stays */
  return sum ^ (uint32_t)last.a ^ (uint32_t)(last.a >> 32) ^ last.b ^ last.c;
}
KEEP static struct s12 add(struct s12 a, struct s12 b) { return (struct s12){a.x + b.x, a.y + b.y, a.z + b.z}; }

int main(void)
{
  struct s40 big = make40(1000003);
  printf("%u\n", make1(50).a);
  printf("%u %u %u\n", make3(254).a, make3(254).b, make3(254).c);
  printf("%u %u %u\n", make6(300).a, make6(300).b, make6(300).c);
  printf("%08x %08x\n", (unsigned)make8(0x12345678).a, (unsigned)make8(0x12345678).b);
  printf("%d %d %d\n", (int)make12(-9).x, (int)make12(-9).y, (int)make12(-9).z);
  printf("%016llx %x\n", (unsigned long long)make16(7).a, (unsigned)make16(7).c);
  printf("%u %u\n", (unsigned)big.word[0], (unsigned)big.word[9]);
  printf("%08x\n", (unsigned)weigh(make1(1), make3(2), make6(3), make8(4), make12(5)));
  printf("%08x\n", (unsigned)far(3, big, 4, make16(99)));
  printf("%u\n", (unsigned)big.word[0]);
  struct s12 total = {0, 0, 0};
  for (int i = 0; i < 20; i++) total = add(total, make12(i));
  printf("%d %d %d\n", (int)total.x, (int)total.y, (int)total.z);
  struct nested n = wrap(make3(10), make12(4), 1.5);
  printf("%u %d %.2f\n", n.small.c, (int)n.point.z, n.weight);
  return 0;
}
