#!/bin/sh
# Compiles the recorder's twin to assembly (windowed ABI). Needs Debian's gcc-xtensa-lx106; the results are committed.
set -e
cd "$(dirname "$0")"
mkdir -p asm
cc() {
  out=$1
  shift
  xtensa-lx106-elf-gcc -mabi=windowed -O2 -std=gnu11 -Wall -Wextra -Wno-frame-address -fno-asynchronous-unwind-tables \
    -S "$@" -o - | grep -v '^	\.\(file\|ident\)' >"asm/$out.s"
}
for depth in 0 2 10 32; do
  cc "callstack-d$depth" -DDEPTH=$depth callstack.c
  cc "wrappers-d$depth" -DDEPTH=$depth wrappers.c
  [ $depth -gt 10 ] || cc "array-d$depth" -DDEPTH=$depth -DVARIANT=0 recorder.c
  cc "lists-d$depth" -DDEPTH=$depth -DVARIANT=1 recorder.c
  cc "tailq-d$depth" -DDEPTH=$depth -DVARIANT=2 recorder.c
  cc "slist-d$depth" -DDEPTH=$depth -DVARIANT=3 recorder.c
done
