/*
 * Timer interrupts: CCOMPARE0 (interrupt 6, level 1) goes off every PERIOD cycles while the main program computes. Needs
 * start.S and vectors.S. What it prints does not depend on how long anything takes. On the host the "interrupts" are
 * calls.
 */
#include "host.h"

enum { TICKS = 25, PERIOD = 20000 };
static volatile unsigned ticks;
static volatile unsigned software;
static uint32_t history[TICKS];

KEEP static uint32_t collatz(uint32_t n) { uint32_t steps = 0; while (n != 1) { n = n & 1 ? 3 * n + 1 : n / 2; steps++; } return steps; }
/* Deep enough to spill the windows of what was interrupted. */
KEEP static uint32_t deep(unsigned n) { return n == 0 ? 1 : deep(n - 1) * 3 + n; }

#ifdef __XTENSA__
static void on_tick(void)
{
  if (ticks < TICKS) history[ticks] = deep(ticks + 20);
  ticks++;
}

void exception(struct exception_frame *frame)
{
  if (frame->cause != CAUSE_INTERRUPT) simcall_exit(90 + (int)frame->cause);
  uint32_t pending = READ_REGISTER(interrupt) & READ_REGISTER(intenable);
  if (pending & 1u << INTERRUPT_TIMER0) {
    WRITE_REGISTER(ccompare0, READ_REGISTER(ccompare0) + PERIOD); /* clears the interrupt */
    on_tick();
  }
  if (pending & 1u << INTERRUPT_SOFTWARE) {
    WRITE_REGISTER(intclear, 1u << INTERRUPT_SOFTWARE);
    software++;
  }
}
static void start(void)
{
  WRITE_REGISTER(ccompare0, READ_REGISTER(ccount) + PERIOD);
  WRITE_REGISTER(intenable, 1u << INTERRUPT_TIMER0 | 1u << INTERRUPT_SOFTWARE);
}
static void stop(void) { WRITE_REGISTER(intenable, 0); }
static void raise_software(void) { WRITE_REGISTER(intset, 1u << INTERRUPT_SOFTWARE); }
#else
static void start(void) { }
static void stop(void) { }
static void raise_software(void) { software++; ticks = TICKS; }
#endif

int main(void)
{
  uint32_t sum = 0, rounds = 0;
  start();
  for (int i = 0; i < 3; i++) raise_software();
  while (ticks < TICKS) {
    /* The same work every round: an interrupt that harms a register changes the sum of some round. */
    uint32_t round = 0;
    for (uint32_t n = 1; n < 40; n++) round = round * 5 + collatz(n);
    if (rounds++ == 0) sum = round;
    else if (round != sum) { printf("round %u gave %08x\n", (unsigned)rounds, (unsigned)round); return 1; }
  }
  stop();
#ifndef __XTENSA__
  for (unsigned i = 0; i < TICKS; i++) history[i] = deep(i + 20);
  for (uint32_t n = 1; n < 40; n++) sum = sum * 5 + collatz(n);
#endif
  uint32_t hash = 0;
  for (int i = 0; i < TICKS; i++) hash = hash * 31 + history[i];
  printf("sum %08x, history %08x, %u software interrupts\n", (unsigned)sum, (unsigned)hash, software);
  return 0;
}
