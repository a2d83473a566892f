/*
 * What a guest program can use: the ESP-IDF names of esp_idf.h, the C library functions that xtal serves, the
 * semihosting calls, and the frame of exceptions that vectors.S hands out. Declarations only.
 */
#ifndef XTAL_KIT_H
#define XTAL_KIT_H

#include <stdarg.h>
#include "../include/esp_idf.h"

/* Text. `xtal run` serves these to objects and sources; addresses are given when it links. */
int vprintf(const char *format, va_list arguments);
int sprintf(char *to, const char *format, ...);
int snprintf(char *to, size_t size, const char *format, ...);
int vsnprintf(char *to, size_t size, const char *format, va_list arguments);

/* Memory and strings. */
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *p, int value, size_t n);
char *strncpy(char *to, const char *from, size_t n);
char *strcat(char *to, const char *from);
int strncmp(const char *a, const char *b, size_t n);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);
char *strstr(const char *s, const char *what);

/* Numbers. */
long strtol(const char *s, char **end, int base);
unsigned long strtoul(const char *s, char **end, int base);
double strtod(const char *s, char **end);
int atoi(const char *s);
int abs(int x);
int rand(void);
void srand(unsigned seed);
void qsort(void *base, size_t n, size_t size, int (*compare)(const void *, const void *));
double sqrt(double x);
double fabs(double x);

#ifdef __XTENSA__
/* Semihosting: SIMCALL with the number in a2, arguments from a3; result in a2. Also works in linked programs. */
static inline int simcall(int number, int a, int b, int c)
{
  register int a2 __asm__("a2") = number;
  register int a3 __asm__("a3") = a;
  register int a4 __asm__("a4") = b;
  register int a5 __asm__("a5") = c;
  __asm__ volatile("simcall" : "+r"(a2), "+r"(a3) : "r"(a4), "r"(a5) : "memory");
  return a2;
}
static inline int simcall_write(int fd, const void *text, int length) { return simcall(4, fd, (int)text, length); }
static inline void simcall_exit(int status) { simcall(1, status, 0, 0); }

/* Special registers by name: READ_REGISTER(ccount). The assembler that reads GCC's output must know the register. */
#define READ_REGISTER(name) ({ uint32_t value_; __asm__ volatile("rsr." #name " %0" : "=r"(value_)); value_; })
#define WRITE_REGISTER(name, value) __asm__ volatile("wsr." #name " %0; rsync" : : "r"((uint32_t)(value)) : "memory")

/* What exception() gets from vectors.S: the interrupted registers, which it may change. */
struct exception_frame {
  uint32_t a[16];
  uint32_t epc, ps, cause, vaddr, sar, lbeg, lend, lcount;
};
void exception(struct exception_frame *frame);

enum { CAUSE_ILLEGAL = 0, CAUSE_SYSCALL = 1, CAUSE_LOAD_STORE = 3, CAUSE_INTERRUPT = 4, CAUSE_DIVIDE = 6 };
/* Timer 0 (CCOMPARE0) is interrupt 6, level 1; interrupt 7 is the software interrupt of level 1. */
enum { INTERRUPT_TIMER0 = 6, INTERRUPT_SOFTWARE = 7 };
#endif
#endif
