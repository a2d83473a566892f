#!/bin/sh
# Compiles C files with Debian's GCC for the LX106 (apt install gcc-xtensa-lx106) to assembly for the ESP32's windowed ABI. The
# compiler's own assembler does not know windowed code; xtal's does.
#
#   ./build-debian.sh hello.c leak.c bare.c      writes hello.s, leak.s, bare.s
#   xtal run hello.s
set -e
for source in "$@"; do
  xtensa-lx106-elf-gcc -mabi=windowed ${CFLAGS:--O2} -g1 -std=gnu11 -Wall -Wextra -ffreestanding -ffunction-sections \
    -fno-asynchronous-unwind-tables -fdebug-prefix-map="$PWD=." -S "$source" -o "${source%.c}.s"
done
