/* Spills every register window but the caller's caller chain's youngest: own code for __xtensa_libgcc_window_spill.
   Four nested CALL12 frames touch the 64 registers once round; whatever is live there overflows to its stack. */
    .text
    .align  4
    .global __xtensa_libgcc_window_spill
    .type   __xtensa_libgcc_window_spill, @function
__xtensa_libgcc_window_spill:
    entry   sp, 48
    call12  .Lone
    retw.n
    .align  4
.Lone:
    entry   sp, 48
    call12  .Ltwo
    retw.n
    .align  4
.Ltwo:
    entry   sp, 48
    call12  .Lthree
    retw.n
    .align  4
.Lthree:
    entry   sp, 48
    call12  .Lfour
    retw.n
    .align  4
.Lfour:
    entry   sp, 48
    movi.n  a15, 0
    retw.n
    .size   __xtensa_libgcc_window_spill, . - __xtensa_libgcc_window_spill
