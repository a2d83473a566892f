/* The ESP-IDF names that xtal serves to guest programs without an ESP-IDF of their own. Declarations only; include it,
   compile with any Xtensa GCC for the windowed ABI, and run the object: `xtal run program.o`. */
#ifndef XTAL_ESP_IDF_H
#define XTAL_ESP_IDF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int esp_err_t;
#define ESP_OK 0
#define ESP_FAIL -1
#define ESP_ERR_NO_MEM 0x101
#define ESP_ERR_INVALID_ARG 0x102
#define ESP_ERR_INVALID_STATE 0x103

/* The C library's heap. */
void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *p, size_t size);
void free(void *p);
void *memalign(size_t alignment, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **out, size_t alignment, size_t size);

/* esp_heap_caps.h */
#define MALLOC_CAP_EXEC (1 << 0)
#define MALLOC_CAP_32BIT (1 << 1)
#define MALLOC_CAP_8BIT (1 << 2)
#define MALLOC_CAP_DMA (1 << 3)
#define MALLOC_CAP_SPIRAM (1 << 10)
#define MALLOC_CAP_INTERNAL (1 << 11)
#define MALLOC_CAP_DEFAULT (1 << 12)
#define MALLOC_CAP_IRAM_8BIT (1 << 13)
#define MALLOC_CAP_RTCRAM (1 << 15)
#define MALLOC_CAP_INVALID (1u << 31)

typedef struct {
  size_t total_free_bytes;
  size_t total_allocated_bytes;
  size_t largest_free_block;
  size_t minimum_free_bytes;
  size_t allocated_blocks;
  size_t free_blocks;
  size_t total_blocks;
} multi_heap_info_t;
typedef void (*esp_alloc_failed_hook_t)(size_t size, uint32_t caps, const char *function_name);

void *heap_caps_malloc(size_t size, uint32_t caps);
void *heap_caps_calloc(size_t n, size_t size, uint32_t caps);
void *heap_caps_realloc(void *p, size_t size, uint32_t caps);
void heap_caps_free(void *p);
void *heap_caps_malloc_default(size_t size);
void *heap_caps_realloc_default(void *p, size_t size);
void *heap_caps_malloc_prefer(size_t size, size_t num, ...);
void *heap_caps_realloc_prefer(void *p, size_t size, size_t num, ...);
void *heap_caps_calloc_prefer(size_t n, size_t size, size_t num, ...);
void *heap_caps_aligned_alloc(size_t alignment, size_t size, uint32_t caps);
void *heap_caps_aligned_calloc(size_t alignment, size_t n, size_t size, uint32_t caps);
void heap_caps_aligned_free(void *p);
size_t heap_caps_get_total_size(uint32_t caps);
size_t heap_caps_get_free_size(uint32_t caps);
size_t heap_caps_get_minimum_free_size(uint32_t caps);
size_t heap_caps_get_largest_free_block(uint32_t caps);
size_t heap_caps_get_allocated_size(void *p);
void heap_caps_get_info(multi_heap_info_t *info, uint32_t caps);
void heap_caps_print_heap_info(uint32_t caps);
bool heap_caps_check_integrity(uint32_t caps, bool print_errors);
bool heap_caps_check_integrity_all(bool print_errors);
bool heap_caps_check_integrity_addr(intptr_t address, bool print_errors);
void heap_caps_dump(uint32_t caps);
void heap_caps_dump_all(void);
esp_err_t heap_caps_register_failed_alloc_callback(esp_alloc_failed_hook_t callback);
void heap_caps_malloc_extmem_enable(size_t limit);
esp_err_t heap_caps_add_region(intptr_t start, intptr_t end);
esp_err_t heap_caps_add_region_with_caps(const uint32_t caps[], intptr_t start, intptr_t end);

/* v5.4 */
typedef struct {
  intptr_t start, end;
} walker_heap_into_t;
typedef struct {
  void *ptr;
  size_t size;
  bool used;
} walker_block_info_t;
typedef bool (*heap_caps_walker_cb_t)(walker_heap_into_t heap, walker_block_info_t block, void *user);
void heap_caps_walk(uint32_t caps, heap_caps_walker_cb_t callback, void *user);
void heap_caps_walk_all(heap_caps_walker_cb_t callback, void *user);

uint32_t esp_get_free_heap_size(void);
uint32_t esp_get_free_internal_heap_size(void);
uint32_t esp_get_minimum_free_heap_size(void);

/* Called after every success when the program defines them (CONFIG_HEAP_USE_HOOKS). */
void esp_heap_trace_alloc_hook(void *p, size_t size, uint32_t caps);
void esp_heap_trace_free_hook(void *p);

/* esp_heap_trace.h: the record of v5.1 to v5.4 without hash map; define CONFIG_HEAP_TRACING_STACK_DEPTH as the run's. */
#ifndef CONFIG_HEAP_TRACING_STACK_DEPTH
#define CONFIG_HEAP_TRACING_STACK_DEPTH 2
#endif
typedef enum { HEAP_TRACE_ALL, HEAP_TRACE_LEAKS } heap_trace_mode_t;
typedef struct heap_trace_record {
  uint32_t ccount;
  void *address;
  size_t size;
  void *alloced_by[CONFIG_HEAP_TRACING_STACK_DEPTH];
  void *freed_by[CONFIG_HEAP_TRACING_STACK_DEPTH];
  struct heap_trace_record *next, **previous;
} heap_trace_record_t;
typedef struct {
  heap_trace_mode_t mode;
  size_t total_allocations;
  size_t total_frees;
  size_t count;
  size_t capacity;
  size_t high_water_mark;
  size_t has_overflowed;
} heap_trace_summary_t;

esp_err_t heap_trace_init_standalone(heap_trace_record_t *buffer, size_t num_records);
esp_err_t heap_trace_start(heap_trace_mode_t mode);
esp_err_t heap_trace_stop(void);
esp_err_t heap_trace_alloc_pause(void);
esp_err_t heap_trace_resume(void);
size_t heap_trace_get_count(void);
esp_err_t heap_trace_get(size_t index, heap_trace_record_t *record);
esp_err_t heap_trace_summary(heap_trace_summary_t *summary);
void heap_trace_dump(void);
void heap_trace_dump_caps(uint32_t caps);

/* FreeRTOS, without its scheduler: a delay lets simulated time pass. */
void *pvPortMalloc(size_t size);
void vPortFree(void *p);
size_t xPortGetFreeHeapSize(void);
size_t xPortGetMinimumEverFreeHeapSize(void);
void vTaskDelay(uint32_t ticks);
#define portTICK_PERIOD_MS 10

/* Time, console, end. */
int64_t esp_timer_get_time(void);
void esp_rom_delay_us(uint32_t us);
void ets_delay_us(uint32_t us);
int usleep(unsigned us);
int printf(const char *format, ...);
int esp_rom_printf(const char *format, ...);
int ets_printf(const char *format, ...);
int puts(const char *text);
int putchar(int c);
void abort(void) __attribute__((noreturn));
void exit(int status) __attribute__((noreturn));
void __assert_func(const char *file, int line, const char *function, const char *expression) __attribute__((noreturn));
#define assert(e) ((e) ? (void)0 : __assert_func(__FILE__, __LINE__, __func__, #e))

void *memset(void *p, int value, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
size_t strlen(const char *s);
char *strcpy(char *to, const char *from);
int strcmp(const char *a, const char *b);
#endif
