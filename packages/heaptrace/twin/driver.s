# Measuring stand for the twin: variables of the recorder, and a call chain of any depth that ends in one wrapped function.
    .text
    .align  4
    .global app_main
    .type   app_main, @function
app_main:
    entry   sp, 32
    retw.n
    .size   app_main, . - app_main

# dive(depth, function, argument, spill): calls itself depth times, then the function; with spill, all older windows
# go to the stack before.
    .align  4
    .global dive
    .type   dive, @function
dive:
    entry   sp, 32
    beqz.n  a2, .Lbottom
    addi.n  a10, a2, -1
    mov.n   a11, a3
    mov.n   a12, a4
    mov.n   a13, a5
    call8   dive
    mov.n   a2, a10
    retw.n
.Lbottom:
    beqz.n  a5, .Lcall
    call8   __xtensa_libgcc_window_spill
.Lcall:
    mov.n   a10, a4
    mov.n   a11, a4
    callx8  a3
    mov.n   a2, a10
    retw.n
    .size   dive, . - dive

    .bss
    .balign 4
    .global tracing, mode, capacity, count, high_water_mark, total_allocations, total_frees, hits, misses
    .global has_overflowed, buffer, recorded, unused, map, storage
tracing: .space 4
mode: .space 4
capacity: .space 4
count: .space 4
high_water_mark: .space 4
total_allocations: .space 4
total_frees: .space 4
hits: .space 4
misses: .space 4
has_overflowed: .space 4
buffer: .space 4
recorded: .space 8
unused: .space 8
map: .space 80
storage: .space 16384
