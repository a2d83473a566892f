/*
 * Start file: sets up vectors, windows and a stack, clears .bss, calls main(), and ends with its result.
 * A program that brings it is independent of xtal's own start code. Link it with vectors.S.
 */
#ifndef STACK_SIZE
#define STACK_SIZE 32768
#endif

	.section .text.start, "ax"
	.literal_position
	.align 4
	.global _start
	.type _start, @function
_start:
	movi a2, _vectors
	wsr.vecbase a2
	movi a2, 0
	wsr.windowbase a2
	rsync
	movi a2, 1
	wsr.windowstart a2
	movi a2, 0x00040020		/* PS: windows on, user vectors, interrupts open */
	wsr.ps a2
	rsync
	movi a0, 0			/* the end of every call chain */
	movi a1, stack_end

	/* The linker script may name .bss; xtal and QEMU clear it when they load the program. */
	movi a2, _bss_start
	movi a3, _bss_end
	bgeu a2, a3, 2f
	movi a4, 0
1:	s32i a4, a2, 0
	addi a2, a2, 4
	bltu a2, a3, 1b
2:
	/* CALL4, not CALL8: a spilled frame of 8 looks for its caller's stack pointer in memory, and there is no caller. */
	movi a6, 0			/* argc, argv */
	movi a7, 0
	call4 main
	mov a3, a6			/* exit(main()) as QEMU's semihosting numbers it */
	movi a2, 1
	.global _exit_simcall
_exit_simcall:
	simcall
3:	waiti 0
	j 3b
	.size _start, . - _start

	.weak _bss_start
	.weak _bss_end

	.section .noinit, "aw", @nobits
	.align 16
	.space STACK_SIZE
stack_end:
