#!/bin/sh
# Compiles every program to assembly for the ESP32's windowed ABI (Debian: gcc-xtensa-lx106) and, with the host's gcc, runs it
# natively to know what it must print. Both results are committed, so tests need no compiler.
set -e
cd "$(dirname "$0")"
native=$(mktemp)
trap 'rm -f "$native"' EXIT
for source in *.c; do
  name=${source%.c}
  xtensa-lx106-elf-gcc -mabi=windowed -O2 -g1 -std=gnu11 -Wall -Wextra -ffreestanding -ffunction-sections \
    -fwrapv -fno-asynchronous-unwind-tables -fdebug-prefix-map="$PWD=." -S "$source" -o "$name.s"
  gcc -O1 -std=gnu11 -Wall -fwrapv -ffp-contract=off "$source" -o "$native" -lm
  "$native" > "$name.expected"
done
