	.file	"switch.c"
	.text
.Ltext0:
	.file 0 "." "switch.c"
	.section	.text.dense,"ax",@progbits
	.literal_position
	.literal .LC0, CSWTCH$10
	.align	4
	.type	dense, @function
dense:
.LFB3:
	.file 1 "switch.c"
	.loc 1 5 1
	entry	sp, 32
.LCFI0:
	addi.n	a8, a2, 2
	movi.n	a9, 9
	.loc 1 6 3
	movi.n	a2, -1
	bltu	a9, a8, .L1
	l32r	a2, .LC0
	addx4	a8, a8, a2
	l32i.n	a2, a8, 0
.L1:
	.loc 1 19 1
	retw.n
.LFE3:
	.size	dense, .-dense
	.section	.text.sparse,"ax",@progbits
	.literal_position
	.literal .LC1, 65535
	.literal .LC3, 10000
	.literal .LC4, -2147483648
	.literal .LC5, 1000000
	.align	4
	.type	sparse, @function
sparse:
.LFB4:
	.loc 1 21 1
	entry	sp, 32
.LCFI1:
	.loc 1 22 3
	l32r	a8, .LC1
	beq	a2, a8, .L8
	bltu	a8, a2, .L7
	movi	a9, 0x64
	movi.n	a8, 2
	beq	a2, a9, .L5
	l32r	a9, .LC3
	.loc 1 25 24
	movi.n	a8, 3
	.loc 1 22 3
	beq	a2, a9, .L5
	movi.n	a8, 1
	movi.n	a9, 0
	movnez	a8, a9, a2
	j	.L5
.L7:
	l32r	a9, .LC4
	.loc 1 28 30
	movi.n	a8, 6
	.loc 1 22 3
	beq	a2, a9, .L5
	.loc 1 29 30
	movi.n	a8, 7
	.loc 1 22 3
	beqi	a2, -1, .L5
	.loc 1 30 21
	l32r	a8, .LC5
	movi.n	a9, 0
	sub	a2, a2, a8
	movi.n	a8, 5
	movnez	a8, a9, a2
	j	.L5
.L8:
	.loc 1 26 24
	movi.n	a8, 4
.L5:
	.loc 1 32 1
	mov.n	a2, a8
	retw.n
.LFE4:
	.size	sparse, .-sparse
	.section	.text.run,"ax",@progbits
	.literal_position
	.literal .LC6, .L18
	.literal .LC7, 99999
	.align	4
	.type	run, @function
run:
.LFB5:
	.loc 1 35 1
	entry	sp, 176
.LCFI2:
.LBB2:
	.loc 1 37 12
	movi.n	a9, 0
	.loc 1 38 5
	l32r	a7, .LC6
	.loc 1 37 39
	l32r	a11, .LC7
.LBE2:
	.loc 1 36 29
	mov.n	a5, a9
	.loc 1 36 18
	mov.n	a4, a9
.LBB5:
	.loc 1 38 5
	movi.n	a12, 0xa
.L36:
	.loc 1 38 17
	add.n	a6, a2, a9
	l8ui	a8, a6, 0
	.loc 1 38 20
	addi.n	a6, a9, 1
	.loc 1 38 5
	bltu	a12, a8, .L16
	addx4	a8, a8, a7
	l32i.n	a8, a8, 0
	jx	a8
	.section	.rodata
	.align	4
	.align	4
.L18:
	.word	.L28
	.word	.L27
	.word	.L26
	.word	.L25
	.word	.L24
	.word	.L23
	.word	.L22
	.word	.L21
	.word	.L20
	.word	.L19
	.word	.L17
	.section	.text.run
.L28:
	.loc 1 39 47
	beqz.n	a4, .L40
	.loc 1 39 47 is_stmt 0 discriminator 1
	addi.n	a4, a4, -1
	addx4	a4, a4, sp
	l32i.n	a2, a4, 0
	j	.L15
.L27:
	.loc 1 40 36 is_stmt 1
	add.n	a6, a2, a6
	l8ui	a8, a6, 0
	.loc 1 40 30
	addx4	a6, a4, sp
	.loc 1 40 39
	addi.n	a9, a9, 2
	.loc 1 40 36
	s32i.n	a8, a6, 0
	.loc 1 40 26
	addi.n	a4, a4, 1
	.loc 1 40 44
	j	.L30
.L26:
	.loc 1 41 20
	addi.n	a10, a4, -1
	.loc 1 41 29
	addi	a4, a4, -2
	.loc 1 41 41
	addx4	a4, a4, sp
	.loc 1 41 49
	addx4	a9, a10, sp
	.loc 1 41 41
	l32i.n	a8, a4, 0
	l32i.n	a13, a9, 0
	.loc 1 38 20
	mov.n	a9, a6
	.loc 1 41 41
	add.n	a6, a8, a13
	s32i.n	a6, a4, 0
	.loc 1 41 20
	mov.n	a4, a10
	.loc 1 41 58
	j	.L30
.L25:
	.loc 1 42 20
	addi.n	a10, a4, -1
	.loc 1 42 29
	addi	a4, a4, -2
	.loc 1 42 41
	addx4	a4, a4, sp
	.loc 1 42 49
	addx4	a9, a10, sp
	.loc 1 42 41
	l32i.n	a8, a4, 0
	l32i.n	a13, a9, 0
	.loc 1 38 20
	mov.n	a9, a6
	.loc 1 42 41
	sub	a6, a8, a13
	s32i.n	a6, a4, 0
	.loc 1 42 20
	mov.n	a4, a10
	.loc 1 42 58
	j	.L30
.L24:
	.loc 1 43 20
	addi.n	a10, a4, -1
	.loc 1 43 29
	addi	a8, a4, -2
	.loc 1 43 41
	addx4	a8, a8, sp
	.loc 1 43 49
	addx4	a9, a10, sp
	.loc 1 43 41
	l32i.n	a4, a8, 0
	l32i.n	a13, a9, 0
	.loc 1 38 20
	mov.n	a9, a6
	.loc 1 43 41
	mull	a6, a4, a13
	.loc 1 43 20
	mov.n	a4, a10
	.loc 1 43 41
	s32i.n	a6, a8, 0
	.loc 1 43 58
	j	.L30
.L23:
	.loc 1 44 35
	addi.n	a8, a4, -1
	addx4	a8, a8, sp
	l32i.n	a9, a8, 0
	.loc 1 44 28
	addx4	a8, a4, sp
	s32i.n	a9, a8, 0
	.loc 1 44 53
	addi.n	a4, a4, 1
	.loc 1 38 20
	mov.n	a9, a6
	.loc 1 44 57
	j	.L30
.L22:
.LBB3:
	.loc 1 45 37
	addi.n	a8, a4, -1
	addx4	a8, a8, sp
	.loc 1 45 21
	addi	a9, a8, -4
	l32i.n	a9, a9, 0
	l32i.n	a10, a8, 0
	.loc 1 45 74
	addi	a8, a4, -2
	addx4	a8, a8, sp
	.loc 1 45 97
	s32i.n	a9, a8, 4
	s32i.n	a10, a8, 0
.LBE3:
	.loc 1 38 20
	mov.n	a9, a6
.LBB4:
	.loc 1 45 102
	j	.L30
.L21:
.LBE4:
	.loc 1 46 18
	addi.n	a4, a4, -1
	.loc 1 46 24
	addx4	a8, a4, sp
	.loc 1 46 18
	l32i.n	a8, a8, 0
	.loc 1 46 57
	addi.n	a9, a9, 2
	.loc 1 46 18
	beqz.n	a8, .L30
.L20:
	.loc 1 47 24
	add.n	a6, a2, a6
	l8ui	a9, a6, 0
	.loc 1 47 30
	j	.L30
.L19:
	.loc 1 48 52
	addi.n	a8, a4, -1
	.loc 1 48 34
	addx4	a8, a8, sp
	l32i.n	a10, a8, 0
	s32i	a8, sp, 132
	s32i	a11, sp, 136
	s32i	a12, sp, 128
	call8	dense
	.loc 1 48 32
	l32i	a8, sp, 132
	.loc 1 48 59
	l32i	a11, sp, 136
	l32i	a12, sp, 128
	.loc 1 48 32
	s32i.n	a10, a8, 0
	.loc 1 48 59
	j	.L32
.L17:
	.loc 1 50 29
	addi.n	a8, a4, -1
	.loc 1 50 22
	addx4	a10, a8, sp
	l32i.n	a9, a10, 0
	slli	a8, a8, 2
	.loc 1 50 34
	extui	a13, a9, 0, 2
	beqi	a13, 1, .L33
	beqi	a13, 2, .L34
	bnez.n	a13, .L35
	.loc 1 51 36
	addi.n	a9, a9, 1
	s32i.n	a9, a10, 0
.L33:
	.loc 1 52 36
	add.n	a8, sp, a8
	l32i.n	a9, a8, 0
	addi.n	a9, a9, 2
	s32i.n	a9, a8, 0
	.loc 1 52 42
	j	.L32
.L34:
	.loc 1 53 36
	movi.n	a8, 0x55
	xor	a9, a9, a8
	s32i.n	a9, a10, 0
	.loc 1 53 45
	j	.L32
.L35:
	.loc 1 54 39
	neg	a9, a9
	.loc 1 54 37
	s32i.n	a9, a10, 0
	j	.L32
.L16:
	.loc 1 57 29
	movi	a2, -0x3e8
	sub	a2, a2, a8
	j	.L15
.L32:
	.loc 1 38 20
	mov.n	a9, a6
.L30:
	.loc 1 37 54 discriminator 2
	addi.n	a5, a5, 1
	.loc 1 37 23 discriminator 2
	bge	a9, a3, .L41
	.loc 1 37 39 discriminator 2
	bge	a11, a5, .L36
.L41:
.LBE5:
	.loc 1 60 10
	movi.n	a2, -2
.LBB6:
	j	.L15
.L40:
	.loc 1 39 47
	movi.n	a2, -1
.L15:
.LBE6:
	.loc 1 61 1
	retw.n
.LFE5:
	.size	run, .-run
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC9:
	.string	"%d "
	.align	4
.LC11:
	.string	"\n"
	.align	4
.LC16:
	.string	"\n%d %d\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC10, .LC9
	.literal .LC12, .LC11
	.literal .LC13, values$0
	.literal .LC14, factorial
	.literal .LC15, countdown
	.literal .LC17, .LC16
	.align	4
	.global	main
	.type	main, @function
main:
.LFB6:
	.loc 1 66 1
	entry	sp, 32
.LCFI3:
	l32r	a3, .LC10
.LBB7:
	.loc 1 67 12
	movi.n	a2, -4
.L52:
	.loc 1 67 33 discriminator 3
	mov.n	a10, a2
	call8	dense
	mov.n	a11, a10
	.loc 1 67 29 discriminator 3
	addi.n	a2, a2, 1
	.loc 1 67 33 discriminator 3
	mov.n	a10, a3
	call8	printf
	.loc 1 67 22 discriminator 3
	bnei	a2, 10, .L52
.LBE7:
	.loc 1 68 3
	l32r	a10, .LC12
	call8	printf
	l32r	a2, .LC13
	addi	a4, a2, 44
.L53:
.LBB8:
	.loc 1 70 65 discriminator 3
	l32i.n	a10, a2, 0
	.loc 1 70 26 discriminator 3
	addi.n	a2, a2, 4
	.loc 1 70 65 discriminator 3
	call8	sparse
	mov.n	a11, a10
	mov.n	a10, a3
	call8	printf
	.loc 1 70 26 discriminator 3
	bne	a2, a4, .L53
.LBE8:
	.loc 1 71 3
	l32r	a10, .LC14
	movi.n	a11, 0x19
	call8	run
	mov.n	a2, a10
	l32r	a10, .LC15
	movi.n	a11, 0xc
	call8	run
	mov.n	a12, a10
	l32r	a10, .LC17
	mov.n	a11, a2
	.loc 1 73 1
	movi.n	a2, 0
	.loc 1 71 3
	call8	printf
	.loc 1 73 1
	retw.n
.LFE6:
	.size	main, .-main
	.section	.rodata
	.align	4
	.type	CSWTCH$10, @object
	.size	CSWTCH$10, 40
CSWTCH$10:
	.word	17
	.word	3
	.word	99
	.word	42
	.word	7
	.word	1000
	.word	-5
	.word	64
	.word	12345
	.word	8
	.align	4
	.type	values$0, @object
	.size	values$0, 44
values$0:
	.word	0
	.word	1
	.word	100
	.word	101
	.word	10000
	.word	65535
	.word	65536
	.word	1000000
	.word	2147483647
	.word	-2147483648
	.word	-1
	.align	4
	.type	countdown, @object
	.size	countdown, 12
countdown:
	.string	"\001\310\001\001\003\005\007\002\n\n\t"
	.align	4
	.type	factorial, @object
	.size	factorial, 25
factorial:
	.string	"\001\001\001\n\005\007\n\b\030"
	.string	"\005\006\001\001\003\006\b\022\006\005\001"
	.string	"\002"
	.string	""
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
	.uleb128 0x20
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI2-.LFB5
	.byte	0xe
	.uleb128 0xb0
	.align	4
.LEFDE4:
.LSFDE6:
	.4byte	.LEFDE6-.LASFDE6
.LASFDE6:
	.4byte	.Lframe0
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.byte	0x4
	.4byte	.LCFI3-.LFB6
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE6:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x6f
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x2
	.4byte	.LASF4
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF5
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x4
	.4byte	.LASF6
	.byte	0x1
	.byte	0x41
	.byte	0x5
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.string	"run"
	.byte	0x1
	.byte	0x22
	.byte	0x11
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x14
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x4
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
	.uleb128 0x21
	.sleb128 17
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7a
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
	.4byte	0x34
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
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
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
	.4byte	.LFB5
	.uleb128 .LFE5-.LFB5
	.byte	0x7
	.4byte	.LFB6
	.uleb128 .LFE6-.LFB6
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF4:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF5:
	.string	"printf"
.LASF2:
	.string	"sparse"
.LASF3:
	.string	"dense"
.LASF6:
	.string	"main"
	.section	.debug_line_str,"MS",@progbits,1
.LASF1:
	.string	"."
.LASF0:
	.string	"switch.c"
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
