/* A program that forgets a message now and then, under ESP-IDF's heap trace: the dump names the calls that allocated. */
#include "xtal.h"

static heap_trace_record_t records[32];

__attribute__((noinline)) static char *make_message(int number)
{
  char *text = malloc(24 + (size_t)number % 8);
  snprintf(text, 24, "message %d", number);
  return text;
}

__attribute__((noinline)) static int send_message(int number)
{
  char *text = make_message(number);
  int length = (int)strlen(text);
  if (number % 10 == 7) return -1; /* the link is down, and the message is forgotten */
  free(text);
  return length;
}

void app_main(void)
{
  int sent = 0, failed = 0;
  heap_trace_init_standalone(records, sizeof records / sizeof *records);
  heap_trace_start(HEAP_TRACE_LEAKS);
  for (int number = 0; number < 40; number++) {
    if (send_message(number) < 0) failed++;
    else sent++;
  }
  heap_trace_stop();
  printf("%d sent, %d failed\n", sent, failed);
  heap_trace_dump();
}
