/*
 * Exception vectors of a program that brings its own: window overflow and underflow, and level-1 interrupts and
 * exceptions, which go to a C function:
 *
 *     void exception(struct exception_frame *frame);     // xtal.h
 *
 * Anything else ends the program with status 99. VECBASE (start.S) points to `_vectors`.
 */
	.section .vectors, "ax"
	.global _vectors
	.align 1024
_vectors:

/* A window overflow stores the registers of the oldest frame where its callee's stack pointer says (a5, a9, a13: the
   stack pointer of the frame that was called with CALL4, CALL8, CALL12). The hardware has rotated to that frame. */
	.org _vectors + 0x000		/* overflow of a frame of 4 registers */
	s32e a0, a5, -16
	s32e a1, a5, -12
	s32e a2, a5, -8
	s32e a3, a5, -4
	rfwo

	.org _vectors + 0x040		/* underflow: the same way back */
	.global _underflow4
_underflow4:
	l32e a0, a5, -16
	l32e a1, a5, -12
	l32e a2, a5, -8
	l32e a3, a5, -4
	rfwu

	.org _vectors + 0x080		/* 8 registers: a4 to a7 go below the frame's own caller */
	s32e a0, a9, -16
	l32e a0, a1, -12
	s32e a1, a9, -12
	s32e a2, a9, -8
	s32e a3, a9, -4
	s32e a4, a0, -32
	s32e a5, a0, -28
	s32e a6, a0, -24
	s32e a7, a0, -20
	rfwo

	.org _vectors + 0x0c0
_underflow8:
	l32e a0, a9, -16
	l32e a1, a9, -12
	l32e a2, a9, -8
	l32e a7, a1, -12
	l32e a3, a9, -4
	l32e a4, a7, -32
	l32e a5, a7, -28
	l32e a6, a7, -24
	l32e a7, a7, -20
	rfwu

	.org _vectors + 0x100		/* 12 registers */
	s32e a0, a13, -16
	l32e a0, a1, -12
	s32e a1, a13, -12
	s32e a2, a13, -8
	s32e a3, a13, -4
	s32e a4, a0, -48
	s32e a5, a0, -44
	s32e a6, a0, -40
	s32e a7, a0, -36
	s32e a8, a0, -32
	s32e a9, a0, -28
	s32e a10, a0, -24
	s32e a11, a0, -20
	rfwo

	.org _vectors + 0x140
_underflow12:
	l32e a0, a13, -16
	l32e a1, a13, -12
	l32e a2, a13, -8
	l32e a11, a1, -12
	l32e a3, a13, -4
	l32e a4, a11, -48
	l32e a5, a11, -44
	l32e a6, a11, -40
	l32e a7, a11, -36
	l32e a8, a11, -32
	l32e a9, a11, -28
	l32e a10, a11, -24
	l32e a11, a11, -20
	rfwu

	/* Levels 2 to 5, debug and NMI are not used here. */
	.irp offset, 0x180, 0x1c0, 0x200, 0x240, 0x280, 0x2c0, 0x300
	.org _vectors + \offset
	j _unexpected
	.endr
	.org _vectors + 0x340		/* level 1 in user mode (PS.UM = 1) */
	wsr.excsave1 a0
	rsr.exccause a0
	beqi a0, 5, alloca
	j _level1
	/* MOVSP found the caller's registers spilled (cause 5): reload them by the underflow handler of the caller's size, as
	   if a RETW had wanted them, and run the MOVSP again. The size stands in the top bits of a0. */
alloca:	rsr.windowbase a0
	rotw -1				/* the window base is in a4 now, a0 to a3 are free */
	rsr.ps a2
	extui a3, a2, 8, 4		/* PS.OWB must become the base before the rotation … */
	xor a3, a3, a4
	slli a3, a3, 8
	xor a2, a2, a3
	wsr.ps a2
	rsr.excsave1 a4			/* … and a4 the interrupted a0 */
	rsync
	bbci a4, 31, _underflow4
	rotw -1
	bbci a8, 30, _underflow8
	rotw -1
	j _underflow12
	.org _vectors + 0x3c0		/* an exception inside the first instructions of another */
	j _unexpected
	.org _vectors + 0x400

	.section .text._level1, "ax"
	.literal_position
	.align 4
_unexpected:
	movi a2, 1			/* exit(99) */
	movi a3, 99
	simcall
	j _unexpected

/*
 * All 16 registers of the interrupted window are kept in one static frame, so level 1 does not nest (it runs with
 * interrupts of levels 1 to 3 masked). The C function is called as if the interrupted function had called it: a1 is not
 * touched, so older frames spill to the places that their owners know.
 */
	.global _level1
_level1:
	rsr.excsave1 a0			/* the interrupted a0; `alloca` above has only read it */
	wsr.excsave1 a2
	movi a2, frame
	s32i a0, a2, 0
	s32i a1, a2, 4
	.irp n, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	s32i a\n, a2, 4 * \n
	.endr
	rsr.excsave1 a3
	s32i a3, a2, 8
	.macro keep register, offset
	rsr.\register a3
	s32i a3, a2, \offset
	.endm
	keep epc1, 64
	keep ps, 68
	keep exccause, 72
	keep excvaddr, 76
	keep sar, 80
	keep lbeg, 84
	keep lend, 88
	keep lcount, 92
	movi a3, 0
	wsr.lcount a3			/* no loop of the interrupted code goes on in the handler */
	movi a3, 0x00040023		/* WOE, UM, INTLEVEL 3 */
	wsr.ps a3
	rsync
	mov a6, a2
	call4 exception
	movi a3, 0x00040013		/* EXCM again: no window checks, no interrupts */
	wsr.ps a3
	rsync
	.macro bring register, offset
	l32i a3, a2, \offset
	wsr.\register a3
	.endm
	bring epc1, 64
	bring ps, 68
	bring sar, 80
	bring lbeg, 84
	bring lend, 88
	bring lcount, 92
	rsync
	.irp n, 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	l32i a\n, a2, 4 * \n
	.endr
	l32i a2, a2, 8
	rfe

	.weak exception
	.bss
	.align 16
frame:	.space 96
