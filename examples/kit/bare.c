/*
 * A program that owns the machine: linked with start.S, vectors.S and esp32.ld to an ELF file that needs nothing of
 * xtal but semihosting. Catches its own exceptions and counts a timer's interrupts.
 */
#include "xtal.h"

static volatile unsigned ticks, caught;
static uint32_t last_cause;

static void print(const char *text)
{
  int length = 0;
  while (text[length]) length++;
  simcall_write(1, text, length);
}

static void print_number(unsigned value)
{
  char digits[11], *p = digits + 10;
  *p = 0;
  do *--p = (char)('0' + value % 10);
  while (value /= 10);
  print(p);
}

void exception(struct exception_frame *frame)
{
  if (frame->cause == CAUSE_INTERRUPT) {
    WRITE_REGISTER(ccompare0, READ_REGISTER(ccompare0) + 10000);
    ticks++;
    return;
  }
  caught++;
  last_cause = frame->cause;
  frame->epc += 3; /* past the instruction, three bytes long here */
}

int main(void)
{
  print("bare metal\n");
  WRITE_REGISTER(ccompare0, READ_REGISTER(ccount) + 10000);
  WRITE_REGISTER(intenable, 1u << INTERRUPT_TIMER0);
  while (ticks < 10) { }
  WRITE_REGISTER(intenable, 0);
  print("ten ticks\n");

  unsigned zero = 0, quotient = 5;
  __asm__ volatile(".begin no-transform\n\tquou %0, %0, %1\n\tsyscall\n\t.end no-transform" : "+r"(quotient) : "r"(zero));
  print("exceptions caught: ");
  print_number(caught);
  print(", the last with cause ");
  print_number(last_cause);
  print(", quotient untouched: ");
  print_number(quotient);
  print("\n");
  return caught == 2 ? 0 : 1;
}
