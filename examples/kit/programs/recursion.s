	.file	"recursion.c"
	.text
.Ltext0:
	.file 0 "." "recursion.c"
	.section	.text.ackermann,"ax",@progbits
	.align	4
	.type	ackermann, @function
ackermann:
.LFB3:
	.file 1 "recursion.c"
	.loc 1 5 1
	entry	sp, 32
.LCFI0:
	.loc 1 6 6
	beqz.n	a2, .L2
	.loc 1 7 22
	movi.n	a4, 1
	j	.L3
.L5:
	mov.n	a3, a4
.L4:
	.loc 1 6 6
	beqz.n	a2, .L2
.L3:
	mov.n	a10, a2
	.loc 1 7 22
	addi.n	a2, a2, -1
	.loc 1 7 6
	beqz.n	a3, .L5
	.loc 1 8 10
	addi.n	a11, a3, -1
	call8	ackermann
	mov.n	a3, a10
	j	.L4
.L2:
	.loc 1 6 24 discriminator 1
	addi.n	a2, a3, 1
	.loc 1 9 1 discriminator 1
	retw.n
.LFE3:
	.size	ackermann, .-ackermann
	.section	.text.mix,"ax",@progbits
	.align	4
	.type	mix, @function
mix:
.LFB4:
	.loc 1 13 1
	entry	sp, 80
.LCFI1:
	.loc 1 14 26
	xor	a9, a3, a4
	.loc 1 14 33
	add.n	a11, a4, a5
	.loc 1 14 40
	sub	a8, a5, a6
	.loc 1 14 47
	addx2	a13, a6, a6
	.loc 1 14 54
	xor	a14, a7, a2
	.loc 1 14 65
	add.n	a15, a3, a7
	.loc 1 14 12
	s32i.n	a9, sp, 0
	s32i.n	a11, sp, 4
	s32i.n	a8, sp, 8
	s32i.n	a13, sp, 12
	s32i.n	a14, sp, 16
	s32i.n	a15, sp, 20
	.loc 1 13 1
	.loc 1 15 6
	bnez.n	a2, .L13
	.loc 1 15 40 discriminator 1
	xor	a6, a6, a7
	xor	a6, a6, a5
	xor	a2, a6, a9
	j	.L12
.L13:
	.loc 1 16 20
	mov.n	a12, a8
	addi.n	a10, a2, -1
	s32i.n	a8, sp, 32
	call8	mix
	l32i.n	a8, sp, 32
	mov.n	a2, sp
	addi	a5, sp, 24
.L15:
.LBB2:
	.loc 1 17 37 discriminator 3
	l32i.n	a6, a2, 0
	.loc 1 17 45 discriminator 3
	slli	a9, a10, 5
	sub	a10, a9, a10
	.loc 1 17 21 discriminator 3
	addi.n	a2, a2, 4
	.loc 1 17 37 discriminator 3
	add.n	a10, a10, a6
	.loc 1 17 21 discriminator 3
	bne	a2, a5, .L15
.LBE2:
	.loc 1 18 32
	add.n	a8, a8, a7
	add.n	a8, a8, a3
	sub	a8, a8, a4
	add.n	a2, a8, a10
.L12:
	.loc 1 19 1
	retw.n
.LFE4:
	.size	mix, .-mix
	.section	.text.is_odd,"ax",@progbits
	.align	4
	.type	is_odd, @function
is_odd:
.LFB6:
	.loc 1 23 36
	entry	sp, 32
.LCFI2:
	.loc 1 23 56
	movi.n	a10, 0
	beq	a2, a10, .L17
	.loc 1 23 58 discriminator 1
	addi.n	a10, a2, -1
	call8	is_even
.L17:
	.loc 1 23 74
	mov.n	a2, a10
	retw.n
.LFE6:
	.size	is_odd, .-is_odd
	.section	.text.is_even,"ax",@progbits
	.align	4
	.type	is_even, @function
is_even:
.LFB5:
	.loc 1 22 37
	entry	sp, 32
.LCFI3:
	.loc 1 22 57
	movi.n	a10, 1
	beqz.n	a2, .L21
	.loc 1 22 59 discriminator 1
	addi.n	a10, a2, -1
	call8	is_odd
.L21:
	.loc 1 22 74
	mov.n	a2, a10
	retw.n
.LFE5:
	.size	is_even, .-is_even
	.section	.text.hanoi,"ax",@progbits
	.align	4
	.type	hanoi, @function
hanoi:
.LFB7:
	.loc 1 26 1
	entry	sp, 32
.LCFI4:
	.loc 1 27 21
	movi.n	a6, 0
	bne	a2, a6, .L27
	j	.L25
.L29:
	mov.n	a3, a8
.L27:
	.loc 1 27 23 discriminator 1
	addi.n	a2, a2, -1
	mov.n	a12, a5
	mov.n	a11, a3
	mov.n	a13, a4
	mov.n	a10, a2
	call8	hanoi
	addi.n	a10, a10, 1
	mov.n	a8, a5
	add.n	a6, a6, a10
	mov.n	a5, a3
	.loc 1 27 21 discriminator 1
	bnez.n	a2, .L29
.L25:
	.loc 1 28 1
	mov.n	a2, a6
	retw.n
.LFE7:
	.size	hanoi, .-hanoi
	.section	.text.variable,"ax",@progbits
	.align	4
	.type	variable, @function
variable:
.LFB8:
	.loc 1 32 1
	entry	sp, 32
	.loc 1 33 34
	slli	a11, a2, 3
	.loc 1 33 26
	addi	a3, a11, 16
	srli	a3, a3, 4
	slli	a3, a3, 4
	sub	a3, sp, a3
	.loc 1 32 1
	mov.n	a7, sp
.LCFI5:
.LBB3:
	.loc 1 34 52
	movi.n	a8, 0
.LBE3:
	.loc 1 33 26
	movsp	sp, a3
	mov.n	a4, sp
.LBB4:
	.loc 1 34 52
	extui	a12, a2, 0, 8
	.loc 1 34 17
	mov.n	a9, a8
.L32:
	.loc 1 34 50 discriminator 3
	add.n	a3, a4, a9
	memw
	s8i	a8, a3, 0
	mov.n	a3, a9
	.loc 1 34 26 discriminator 3
	add.n	a8, a12, a8
	.loc 1 34 37 discriminator 3
	addi.n	a9, a9, 1
	.loc 1 34 26 discriminator 3
	extui	a8, a8, 0, 8
	bne	a11, a3, .L32
.LBE4:
	.loc 1 35 29
	movi.n	a10, 1
	beqz.n	a2, .L33
	.loc 1 35 31 discriminator 1
	addi.n	a10, a2, -1
	call8	variable
.L33:
.LBB5:
	.loc 1 36 17 discriminator 4
	movi.n	a8, 0
.L34:
	.loc 1 36 63 discriminator 3
	add.n	a9, a4, a8
	memw
	l8ui	a9, a9, 0
	.loc 1 36 51 discriminator 3
	slli	a11, a10, 5
	add.n	a10, a11, a10
	.loc 1 36 63 discriminator 3
	extui	a9, a9, 0, 8
	mov.n	a11, a8
	.loc 1 36 45 discriminator 3
	add.n	a10, a9, a10
	.loc 1 36 37 discriminator 3
	addi.n	a8, a8, 1
	.loc 1 36 26 discriminator 3
	bne	a3, a11, .L34
.LBE5:
	.loc 1 38 1
	mov.n	a2, a10
	retw.n
.LFE8:
	.size	variable, .-variable
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC0:
	.string	"ackermann(2, 9) = %u\n"
	.align	4
.LC2:
	.string	"ackermann(3, 4) = %u\n"
	.align	4
.LC4:
	.string	"mix(0..250) = %08x %08x %08x\n"
	.align	4
.LC6:
	.string	"is_even(301) = %d, is_odd(301) = %d\n"
	.align	4
.LC8:
	.string	"hanoi(12) = %u\n"
	.align	4
.LC10:
	.string	"variable(40) = %08x\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC1, .LC0
	.literal .LC3, .LC2
	.literal .LC5, .LC4
	.literal .LC7, .LC6
	.literal .LC9, .LC8
	.literal .LC11, .LC10
	.align	4
	.global	main
	.type	main, @function
main:
.LFB9:
	.loc 1 41 1
	entry	sp, 32
.LCFI6:
	.loc 1 42 3
	movi.n	a11, 9
	movi.n	a10, 2
	call8	ackermann
	mov.n	a11, a10
	l32r	a10, .LC1
	.loc 1 50 1
	movi.n	a2, 0
	.loc 1 42 3
	call8	printf
	.loc 1 43 3
	movi.n	a11, 4
	movi.n	a10, 3
	call8	ackermann
	mov.n	a11, a10
	l32r	a10, .LC3
	call8	printf
	.loc 1 44 54
	movi.n	a15, 5
	movi.n	a14, 4
	movi.n	a13, 3
	movi.n	a12, 2
	movi.n	a11, 1
	mov.n	a10, a2
	call8	mix
	mov.n	a3, a10
	.loc 1 44 87
	movi.n	a15, 5
	movi.n	a14, 4
	movi.n	a13, 3
	movi.n	a12, 2
	movi.n	a11, 1
	movi.n	a10, 0x11
	call8	mix
	.loc 1 45 20
	movi.n	a15, 5
	movi.n	a14, 6
	.loc 1 44 87
	mov.n	a4, a10
	.loc 1 45 20
	movi.n	a13, 7
	movi.n	a12, 8
	movi.n	a11, 9
	movi	a10, 0xfa
	call8	mix
	.loc 1 44 3
	mov.n	a13, a10
	l32r	a10, .LC5
	mov.n	a12, a4
	mov.n	a11, a3
	call8	printf
	.loc 1 46 3
	movi	a10, 0x12d
	call8	is_even
	mov.n	a3, a10
	movi	a10, 0x12d
	call8	is_odd
	mov.n	a12, a10
	l32r	a10, .LC7
	mov.n	a11, a3
	call8	printf
	.loc 1 47 3
	movi.n	a13, 2
	movi.n	a12, 3
	movi.n	a11, 1
	movi.n	a10, 0xc
	call8	hanoi
	mov.n	a11, a10
	l32r	a10, .LC9
	call8	printf
	.loc 1 48 45
	movi.n	a10, 0x28
	call8	variable
	.loc 1 48 3
	mov.n	a11, a10
	l32r	a10, .LC11
	call8	printf
	.loc 1 50 1
	retw.n
.LFE9:
	.size	main, .-main
	.section	.debug_frame,"",@progbits
.Lframe0:
	.4byte	.LECIE0-.LSCIE0
.LSCIE0:
	.4byte	0xffffffff
	.byte	0x3
	.string	""
	.uleb128 0x1
	.sleb128 -4
	.uleb128 0
	.byte	0xc
	.uleb128 0x1
	.uleb128 0
	.align	4
.LECIE0:
.LSFDE0:
	.4byte	.LEFDE0-.LASFDE0
.LASFDE0:
	.4byte	.Lframe0
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.byte	0x4
	.4byte	.LCFI0-.LFB3
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE0:
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.byte	0x4
	.4byte	.LCFI1-.LFB4
	.byte	0xe
	.uleb128 0x50
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.byte	0x4
	.4byte	.LCFI2-.LFB6
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE4:
.LSFDE6:
	.4byte	.LEFDE6-.LASFDE6
.LASFDE6:
	.4byte	.Lframe0
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI3-.LFB5
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE6:
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.byte	0x4
	.4byte	.LCFI4-.LFB7
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI5-.LFB8
	.byte	0xc
	.uleb128 0x7
	.uleb128 0x20
	.align	4
.LEFDE10:
.LSFDE12:
	.4byte	.LEFDE12-.LASFDE12
.LASFDE12:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI6-.LFB9
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE12:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0xa4
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x2
	.4byte	.LASF7
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF8
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x4
	.4byte	.LASF9
	.byte	0x1
	.byte	0x28
	.byte	0x5
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x1f
	.byte	0x16
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x19
	.byte	0x16
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x17
	.byte	0x11
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x16
	.byte	0x11
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.string	"mix"
	.byte	0x1
	.byte	0xc
	.byte	0x16
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF6
	.byte	0x4
	.byte	0x16
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x2
	.uleb128 0x11
	.byte	0x1
	.uleb128 0x25
	.uleb128 0xe
	.uleb128 0x13
	.uleb128 0xb
	.uleb128 0x3
	.uleb128 0x1f
	.uleb128 0x1b
	.uleb128 0x1f
	.uleb128 0x55
	.uleb128 0x17
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x10
	.uleb128 0x17
	.byte	0
	.byte	0
	.uleb128 0x3
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x4
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x5
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7c
	.uleb128 0x19
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x4c
	.2byte	0x2
	.4byte	.Ldebug_info0
	.byte	0x4
	.byte	0
	.2byte	0
	.2byte	0
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.4byte	0
	.4byte	0
	.section	.debug_rnglists,"",@progbits
.Ldebug_ranges0:
	.4byte	.Ldebug_ranges3-.Ldebug_ranges2
.Ldebug_ranges2:
	.2byte	0x5
	.byte	0x4
	.byte	0
	.4byte	0
.LLRL0:
	.byte	0x7
	.4byte	.LFB3
	.uleb128 .LFE3-.LFB3
	.byte	0x7
	.4byte	.LFB4
	.uleb128 .LFE4-.LFB4
	.byte	0x7
	.4byte	.LFB6
	.uleb128 .LFE6-.LFB6
	.byte	0x7
	.4byte	.LFB5
	.uleb128 .LFE5-.LFB5
	.byte	0x7
	.4byte	.LFB7
	.uleb128 .LFE7-.LFB7
	.byte	0x7
	.4byte	.LFB8
	.uleb128 .LFE8-.LFB8
	.byte	0x7
	.4byte	.LFB9
	.uleb128 .LFE9-.LFB9
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF7:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF6:
	.string	"ackermann"
.LASF2:
	.string	"variable"
.LASF8:
	.string	"printf"
.LASF4:
	.string	"is_odd"
.LASF5:
	.string	"is_even"
.LASF9:
	.string	"main"
.LASF3:
	.string	"hanoi"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"recursion.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
