/*
 * Yardstick for the heap benchmark: the same operations, sent to the C library's malloc.
 *
 *     malloc-yardstick PASSES FILE...
 *
 * FILE holds operations of four 32-bit words, host byte order: kind (0 malloc, 1 aligned_alloc, 2 realloc, 3 free), slot,
 * size, alignment. Prints one line a file: nanoseconds an operation, best of PASSES.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SLOTS = 1 << 16 };

static void *slots[SLOTS];

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static void run(const uint32_t *ops, size_t words)
{
    for (size_t i = 0; i + 3 < words; i += 4) {
        const uint32_t slot = ops[i + 1] % SLOTS, size = ops[i + 2];
        switch (ops[i]) {
        case 0:
            slots[slot] = malloc(size);
            break;
        case 1: {
            void *block = NULL;
            const size_t alignment = ops[i + 3] < sizeof(void *) ? sizeof(void *) : ops[i + 3];
            slots[slot] = posix_memalign(&block, alignment, size) == 0 ? block : NULL;
            break;
        }
        case 2: {
            void *block = realloc(slots[slot], size);
            if (block != NULL || size == 0) slots[slot] = block;
            break;
        }
        default:
            free(slots[slot]);
            slots[slot] = NULL;
        }
    }
}

static void release(void)
{
    for (size_t i = 0; i < SLOTS; i++) {
        free(slots[i]);
        slots[i] = NULL;
    }
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: malloc-yardstick PASSES FILE...\n");
        return 64;
    }
    const int passes = atoi(argv[1]);
    for (int f = 2; f < argc; f++) {
        FILE *file = fopen(argv[f], "rb");
        if (file == NULL) {
            perror(argv[f]);
            return 66;
        }
        fseek(file, 0, SEEK_END);
        const size_t words = (size_t)ftell(file) / sizeof(uint32_t);
        rewind(file);
        uint32_t *ops = malloc(words * sizeof *ops + 1);
        if (ops == NULL || words < 4 || fread(ops, sizeof *ops, words, file) != words) {
            fprintf(stderr, "%s: cannot be read\n", argv[f]);
            return 65;
        }
        fclose(file);
        double best = 1e300;
        for (int pass = 0; pass < passes; pass++) {
            const double start = now();
            run(ops, words);
            const double time = (now() - start) / (words / 4);
            if (time < best) best = time;
            release();
        }
        printf("%.2f\n", best);
        free(ops);
    }
    return 0;
}
