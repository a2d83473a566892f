#!/bin/sh
# Compiles the workloads to assembly (windowed ABI). Needs Debian's gcc-xtensa-lx106; the results are committed.
set -e
cd "$(dirname "$0")"
for name in nested deep chains slow_leak interrupt pairs hooks; do
  xtensa-lx106-elf-gcc -mabi=windowed -O2 -std=gnu11 -Wall -Wextra -ffreestanding \
    -fno-asynchronous-unwind-tables -DCONFIG_HEAP_TRACING_STACK_DEPTH=12 -I../../../examples/include -S $name.c -o - |
    grep -v '^	\.\(file\|ident\)' >$name.s
done
