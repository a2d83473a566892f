#!/bin/sh
# Compiles firmware.c to assembly for the ESP32's windowed ABI. Needs Debian's gcc-xtensa-lx106; the result is committed.
set -e
cd "$(dirname "$0")"
xtensa-lx106-elf-gcc -mabi=windowed -O2 -g1 -std=gnu11 -Wall -Wextra -ffreestanding -fno-asynchronous-unwind-tables \
  -fdebug-prefix-map="$PWD=." -I../include -S firmware.c -o firmware.s
