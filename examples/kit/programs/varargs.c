/* Variable arguments: in registers and on the stack, 64-bit pairs that must be even, doubles, va_copy, va_list handed on. */
#include "host.h"

KEEP static int sum(int count, ...)
{
  va_list arguments;
  va_start(arguments, count);
  int total = 0;
  for (int i = 0; i < count; i++) total += va_arg(arguments, int);
  va_end(arguments);
  return total;
}

/* A letter an argument: i int, l 64-bit, d double, s string, p pointer to int. */
KEEP static uint64_t digest(const char *kinds, va_list arguments)
{
  uint64_t hash = 1469598103934665603ull;
  for (; *kinds; kinds++) {
    uint64_t value = 0;
    switch (*kinds) {
      case 'i': value = (uint64_t)(int64_t)va_arg(arguments, int); break;
      case 'l': value = (uint64_t)va_arg(arguments, long long); break;
      case 'd': { double d = va_arg(arguments, double); memcpy(&value, &d, 8); break; }
      case 's': for (const char *s = va_arg(arguments, const char *); *s; s++) value = value * 131 + (unsigned char)*s; break;
      case 'p': value = (uint64_t)*va_arg(arguments, int *); break;
    }
    hash = (hash ^ value) * 1099511628211ull;
  }
  return hash;
}

KEEP static uint64_t twice(const char *kinds, ...)
{
  va_list first, second;
  va_start(first, kinds);
  va_copy(second, first);
  uint64_t a = digest(kinds, first);
  uint64_t b = digest(kinds, second);
  va_end(first);
  va_end(second);
  return a == b ? a : 0;
}

KEEP static int report(const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  int count = vprintf(format, arguments);
  va_end(arguments);
  return count;
}

int main(void)
{
  int number = 77;
  printf("%d %d %d\n", sum(0), sum(3, 1, 2, 3), sum(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  printf("%016llx\n", (unsigned long long)twice("ili", 1, 2ll, 3));
  printf("%016llx\n", (unsigned long long)twice("lilidsd", -1ll, 5, 0x123456789abcdefll, -7, 3.25, "text", -1e100));
  printf("%016llx\n", (unsigned long long)twice("iiiiildpsl", 1, 2, 3, 4, 5, 6ll, 0.5, &number, "", 9ll));
  int count = report("[%5d|%-6s|%c|%x|%lld|%.3f|%%|%08.2f|%+d]\n", -42, "ab", 'z', 0xbeefu, -1234567890123ll, 2.0 / 3, -3.14159, 5);
  printf("%d\n", count);
  return 0;
}
