/* Vector table and level-3 interrupt dispatcher for interrupt.c: timer CCOMPARE1 is interrupt 15, level 3.
   The dispatcher keeps the interrupted window (a0 to a15) in a fixed frame, lets C run in a window called from it on
   the interrupted stack, and puts the registers back. Older windows stay live and spill by the vectors as usual: their
   save area is found through a1, which does not change. One level of nesting only. */
    .section .text.vectors, "ax"
    .balign 1024
vectors:
    /* 0x000 overflow of 4 registers */
    s32e    a0, a5, -16
    s32e    a1, a5, -12
    s32e    a2, a5, -8
    s32e    a3, a5, -4
    rfwo
    .org    vectors + 0x40
    l32e    a0, a5, -16
    l32e    a1, a5, -12
    l32e    a2, a5, -8
    l32e    a3, a5, -4
    rfwu
    .org    vectors + 0x80
    s32e    a0, a9, -16
    l32e    a0, a1, -12
    s32e    a1, a9, -12
    s32e    a2, a9, -8
    s32e    a3, a9, -4
    s32e    a4, a0, -32
    s32e    a5, a0, -28
    s32e    a6, a0, -24
    s32e    a7, a0, -20
    rfwo
    .org    vectors + 0xc0
    l32e    a0, a9, -16
    l32e    a1, a9, -12
    l32e    a2, a9, -8
    l32e    a7, a1, -12
    l32e    a3, a9, -4
    l32e    a4, a7, -32
    l32e    a5, a7, -28
    l32e    a6, a7, -24
    l32e    a7, a7, -20
    rfwu
    .org    vectors + 0x100
    s32e    a0, a13, -16
    l32e    a0, a1, -12
    s32e    a1, a13, -12
    s32e    a2, a13, -8
    s32e    a3, a13, -4
    s32e    a4, a0, -48
    s32e    a5, a0, -44
    s32e    a6, a0, -40
    s32e    a7, a0, -36
    s32e    a8, a0, -32
    s32e    a9, a0, -28
    s32e    a10, a0, -24
    s32e    a11, a0, -20
    rfwo
    .org    vectors + 0x140
    l32e    a0, a13, -16
    l32e    a1, a13, -12
    l32e    a2, a13, -8
    l32e    a11, a1, -12
    l32e    a3, a13, -4
    l32e    a4, a11, -48
    l32e    a5, a11, -44
    l32e    a6, a11, -40
    l32e    a7, a11, -36
    l32e    a8, a11, -32
    l32e    a9, a11, -28
    l32e    a10, a11, -24
    l32e    a11, a11, -20
    rfwu
    .org    vectors + 0x1c0
    wsr.excsave3 a0
    j       level3
    .org    vectors + 0x300
    ill
    .org    vectors + 0x340
    ill
    .org    vectors + 0x3c0
    ill
    .org    vectors + 0x400

    .literal .Lframe, frame
    .literal .Lhandler, timer_handler
    .literal .Lps, 0x40023      /* WOE, UM, INTLEVEL 3, EXCM clear */
    .literal .Lpsx, 0x40033     /* the same with EXCM set: no window checks while registers go back */
    .align  4
level3:
    l32r    a0, .Lframe
    s32i    a1, a0, 4
    s32i    a2, a0, 8
    s32i    a3, a0, 12
    s32i    a4, a0, 16
    s32i    a5, a0, 20
    s32i    a6, a0, 24
    s32i    a7, a0, 28
    s32i    a8, a0, 32
    s32i    a9, a0, 36
    s32i    a10, a0, 40
    s32i    a11, a0, 44
    s32i    a12, a0, 48
    s32i    a13, a0, 52
    s32i    a14, a0, 56
    s32i    a15, a0, 60
    rsr.excsave3 a2
    s32i    a2, a0, 0
    rsr.sar a2
    s32i    a2, a0, 64
    rsr.lbeg a2
    s32i    a2, a0, 68
    rsr.lend a2
    s32i    a2, a0, 72
    rsr.lcount a2
    s32i    a2, a0, 76
    movi    a2, 0
    wsr.lcount a2
    movi    a0, 0               /* the call chain ends here */
    l32r    a2, .Lps
    wsr.ps  a2
    rsync
    l32r    a2, .Lhandler
    callx8  a2
after_handler:
    l32r    a2, .Lpsx
    wsr.ps  a2
    rsync
    l32r    a0, .Lframe
    l32i    a2, a0, 64
    wsr.sar a2
    l32i    a2, a0, 68
    wsr.lbeg a2
    l32i    a2, a0, 72
    wsr.lend a2
    l32i    a2, a0, 76
    wsr.lcount a2
    l32i    a1, a0, 4
    l32i    a2, a0, 8
    l32i    a3, a0, 12
    l32i    a4, a0, 16
    l32i    a5, a0, 20
    l32i    a6, a0, 24
    l32i    a7, a0, 28
    l32i    a8, a0, 32
    l32i    a9, a0, 36
    l32i    a10, a0, 40
    l32i    a11, a0, 44
    l32i    a12, a0, 48
    l32i    a13, a0, 52
    l32i    a14, a0, 56
    l32i    a15, a0, 60
    l32i    a0, a0, 0
    rfi     3

    .literal .Lvectors, vectors
    .literal .Lmask, 0x8000
    .align  4
    .global timer_start
    .type   timer_start, @function
timer_start:                    /* (cycles): first interrupt after so many cycles */
    entry   sp, 32
    l32r    a8, .Lvectors
    wsr.vecbase a8
    rsr.ccount a8
    add     a8, a8, a2
    wsr.ccompare1 a8
    l32r    a8, .Lmask
    wsr.intenable a8
    rsync
    rsil    a8, 0
    retw
    .size   timer_start, . - timer_start

    .align  4
    .global timer_again
    .type   timer_again, @function
timer_again:                    /* (cycles): the next one; writing CCOMPARE1 acknowledges */
    entry   sp, 32
    rsr.ccount a8
    add     a8, a8, a2
    wsr.ccompare1 a8
    rsync
    retw
    .size   timer_again, . - timer_again

    .align  4
    .global timer_stop
    .type   timer_stop, @function
timer_stop:
    entry   sp, 32
    movi    a8, 0
    wsr.intenable a8
    rsync
    retw
    .size   timer_stop, . - timer_stop

    .bss
    .balign 4
frame:
    .space  80
