	.file	"varargs.c"
	.text
.Ltext0:
	.file 0 "." "varargs.c"
	.section	.text.sum,"ax",@progbits
	.align	4
	.type	sum, @function
sum:
.LFB3:
	.file 1 "varargs.c"
	.loc 1 5 1
	entry	sp, 80
.LCFI0:
	.loc 1 7 3
	addi	a12, sp, 16
	addi	a13, sp, 48
	movi.n	a8, 4
	s32i.n	a3, sp, 20
	s32i.n	a4, sp, 24
	s32i.n	a5, sp, 28
	s32i.n	a6, sp, 32
	s32i.n	a7, sp, 36
	s32i.n	a12, sp, 4
	s32i.n	a13, sp, 0
	s32i.n	a8, sp, 8
.LBB2:
	.loc 1 9 21
	beqz.n	a2, .L7
	.loc 1 9 12
	movi.n	a10, 0
.LBE2:
	.loc 1 8 7
	mov.n	a11, a10
.LBB3:
	.loc 1 9 44
	movi.n	a15, 0x18
	movi.n	a4, 0x20
	movi.n	a3, 0x24
.L6:
	addi.n	a9, a8, 4
	blt	a15, a9, .L3
	mov.n	a14, a8
	s32i.n	a9, sp, 8
	mov.n	a8, a9
	mov.n	a9, a12
	j	.L4
.L3:
	bge	a15, a8, .L8
	mov.n	a14, a8
	mov.n	a8, a9
	j	.L5
.L8:
	mov.n	a14, a4
	mov.n	a8, a3
.L5:
	s32i.n	a8, sp, 8
	mov.n	a9, a13
.L4:
	add.n	a9, a9, a14
	.loc 1 9 41
	l32i.n	a9, a9, 0
	.loc 1 9 31
	addi.n	a10, a10, 1
	.loc 1 9 41
	add.n	a11, a11, a9
	.loc 1 9 21
	bne	a2, a10, .L6
	j	.L1
.L7:
.LBE3:
	.loc 1 8 7
	mov.n	a11, a2
.L1:
	.loc 1 12 1
	mov.n	a2, a11
	retw.n
.LFE3:
	.size	sum, .-sum
	.global	__muldi3
	.section	.text.digest,"ax",@progbits
	.literal_position
	.literal .LC0, 1939669891
	.literal .LC1, 342167472
	.literal .LC3, .L15
	.align	4
	.type	digest, @function
digest:
.LFB4:
	.loc 1 16 1
	entry	sp, 80
.LCFI1:
	.loc 1 18 10
	l8ui	a7, a2, 0
	.loc 1 16 1
	s32i.n	a4, sp, 20
	s32i.n	a4, sp, 28
	s32i.n	a3, sp, 16
	s32i.n	a5, sp, 24
	s32i.n	a3, sp, 36
	mov.n	a6, a2
	.loc 1 17 12
	l32r	a4, .LC1
	l32r	a2, .LC0
	.loc 1 18 10
	beqz.n	a7, .L11
.LBB4:
.LBB5:
	.loc 1 24 71
	mov.n	a3, a4
	mov.n	a4, a2
	mov.n	a2, a3
.L32:
.LBE5:
	.loc 1 19 14
	movi.n	a8, 0
	.loc 1 20 5
	addi	a7, a7, -100
	.loc 1 19 14
	s32i.n	a8, sp, 8
	s32i.n	a8, sp, 12
	.loc 1 20 5
	extui	a7, a7, 0, 8
	movi.n	a9, 0xf
	bltu	a9, a7, .L13
	l32r	a3, .LC3
	addx4	a7, a7, a3
	l32i.n	a3, a7, 0
	jx	a3
	.section	.rodata
	.align	4
	.align	4
.L15:
	.word	.L19
	.word	.L13
	.word	.L13
	.word	.L13
	.word	.L13
	.word	.L18
	.word	.L13
	.word	.L13
	.word	.L17
	.word	.L13
	.word	.L13
	.word	.L13
	.word	.L16
	.word	.L13
	.word	.L13
	.word	.L14
	.section	.text.digest
.L18:
	.loc 1 21 44
	addi.n	a3, a5, 4
	movi.n	a7, 0x18
	bge	a7, a3, .L34
	blt	a7, a5, .L35
	movi.n	a5, 0x24
	j	.L21
.L35:
	mov.n	a5, a3
.L21:
	l32i.n	a3, sp, 36
	j	.L20
.L34:
	mov.n	a5, a3
	l32i.n	a3, sp, 28
.L20:
	add.n	a3, a3, a5
	addi	a3, a3, -4
	.loc 1 21 25
	l32i.n	a3, a3, 0
	srai	a7, a3, 31
	.loc 1 27 18
	xor	a4, a4, a3
	xor	a2, a2, a7
	.loc 1 21 68
	j	.L13
.L17:
	.loc 1 22 35
	addi.n	a7, a5, 7
	movi.n	a3, -8
	and	a7, a7, a3
	addi.n	a5, a7, 8
	movi.n	a8, 0x18
	l32i.n	a3, sp, 28
	bge	a8, a5, .L22
	blt	a8, a7, .L23
	movi.n	a5, 0x28
.L23:
	l32i.n	a3, sp, 36
.L22:
	add.n	a3, a3, a5
	addi	a3, a3, -8
	.loc 1 27 18
	l32i.n	a7, a3, 0
	l32i.n	a3, a3, 4
	xor	a4, a7, a4
	xor	a2, a3, a2
	.loc 1 22 65
	j	.L13
.L19:
.LBB6:
	.loc 1 23 30
	addi.n	a7, a5, 7
	movi.n	a3, -8
	and	a7, a7, a3
	addi.n	a5, a7, 8
	movi.n	a8, 0x18
	l32i.n	a3, sp, 28
	bge	a8, a5, .L24
	blt	a8, a7, .L25
	movi.n	a5, 0x28
.L25:
	l32i.n	a3, sp, 36
.L24:
	add.n	a3, a3, a5
	addi	a3, a3, -8
	.loc 1 23 26
	l32i.n	a8, a3, 0
	l32i.n	a9, a3, 4
	.loc 1 23 57
	movi.n	a12, 8
	mov.n	a11, sp
	add.n	a10, sp, a12
	.loc 1 23 26
	s32i.n	a8, sp, 0
	s32i.n	a9, sp, 4
	.loc 1 23 57
	call8	memcpy
.LBE6:
	.loc 1 27 18
	l32i.n	a3, sp, 8
	xor	a4, a3, a4
	l32i.n	a3, sp, 12
	xor	a2, a3, a2
	j	.L13
.L14:
.LBB7:
	.loc 1 24 34
	addi.n	a3, a5, 4
	s32i.n	a3, sp, 32
	l32i.n	a9, sp, 32
	movi.n	a8, 0x18
	l32i.n	a3, sp, 28
	bge	a8, a9, .L26
	blt	a8, a5, .L27
	movi.n	a3, 0x24
	s32i.n	a3, sp, 32
.L27:
	l32i.n	a3, sp, 36
.L26:
	l32i.n	a5, sp, 32
	add.n	a3, a3, a5
	addi	a3, a3, -4
	l32i.n	a5, a3, 0
	.loc 1 24 71
	l8ui	a7, a5, 0
	beqz.n	a7, .L39
	movi.n	a10, 0
	mov.n	a11, a10
	.loc 1 24 100
	movi.n	a3, 1
.L29:
	.loc 1 24 94 discriminator 3
	movi	a12, 0x83
	movi.n	a13, 0
	call8	__muldi3
	.loc 1 24 100 discriminator 3
	add.n	a13, a10, a7
	mov.n	a12, a3
	bltu	a13, a10, .L28
	movi.n	a12, 0
.L28:
	add.n	a12, a12, a11
	.loc 1 24 86 discriminator 3
	s32i.n	a13, sp, 8
	s32i.n	a12, sp, 12
	.loc 1 24 71 discriminator 3
	l8ui	a7, a5, 1
	.loc 1 24 100 discriminator 3
	mov.n	a10, a13
	.loc 1 24 76 discriminator 3
	addi.n	a5, a5, 1
	.loc 1 24 100 discriminator 3
	mov.n	a11, a12
	.loc 1 24 71 discriminator 3
	bnez.n	a7, .L29
.LBE7:
	.loc 1 27 18
	l32i.n	a5, sp, 32
	xor	a4, a4, a13
	xor	a2, a2, a12
	j	.L13
.L16:
	.loc 1 25 36
	addi.n	a3, a5, 4
	movi.n	a7, 0x18
	bge	a7, a3, .L40
	blt	a7, a5, .L41
	movi.n	a5, 0x24
	j	.L31
.L41:
	mov.n	a5, a3
.L31:
	l32i.n	a3, sp, 36
	j	.L30
.L40:
	mov.n	a5, a3
	l32i.n	a3, sp, 28
.L30:
	add.n	a3, a3, a5
	addi	a3, a3, -4
	.loc 1 25 35
	l32i.n	a3, a3, 0
	.loc 1 25 25
	l32i.n	a3, a3, 0
	srai	a7, a3, 31
	.loc 1 27 18
	xor	a4, a4, a3
	xor	a2, a2, a7
	.loc 1 25 62
	j	.L13
.L39:
.LBB8:
	.loc 1 24 71
	l32i.n	a5, sp, 32
.L13:
.LBE8:
	.loc 1 27 10
	mov.n	a10, a4
	mov.n	a11, a2
	movi	a12, 0x1b3
	movi	a13, 0x100
.LBE4:
	.loc 1 18 23
	addi.n	a6, a6, 1
.LBB9:
	.loc 1 27 10
	call8	__muldi3
.LBE9:
	.loc 1 18 10
	l8ui	a7, a6, 0
.LBB10:
	.loc 1 27 10
	mov.n	a4, a10
	mov.n	a2, a11
.LBE10:
	.loc 1 18 10
	bnez.n	a7, .L32
	mov.n	a2, a10
	mov.n	a4, a11
.L11:
	.loc 1 30 1
	mov.n	a3, a4
	retw.n
.LFE4:
	.size	digest, .-digest
	.section	.text.twice,"ax",@progbits
	.align	4
	.type	twice, @function
twice:
.LFB5:
	.loc 1 33 1
	entry	sp, 96
.LCFI2:
	.loc 1 35 3
	addi	a9, sp, 32
	addi	a14, sp, 64
	movi.n	a8, 4
	.loc 1 37 16
	mov.n	a12, a9
	mov.n	a13, a8
	.loc 1 35 3
	s32i.n	a3, sp, 36
	s32i.n	a7, sp, 52
	.loc 1 37 16
	mov.n	a11, a14
	mov.n	a10, a2
	.loc 1 35 3
	s32i.n	a4, sp, 40
	s32i.n	a5, sp, 44
	s32i.n	a6, sp, 48
	s32i.n	a9, sp, 16
	s32i.n	a14, sp, 12
	s32i.n	a8, sp, 20
	.loc 1 36 3
	s32i.n	a14, sp, 0
	s32i.n	a9, sp, 4
	s32i.n	a8, sp, 8
	.loc 1 37 16
	call8	digest
	mov.n	a7, a11
	.loc 1 38 16
	l32i.n	a12, sp, 4
	l32i.n	a11, sp, 0
	l32i.n	a13, sp, 8
	.loc 1 37 16
	mov.n	a3, a10
	.loc 1 38 16
	mov.n	a10, a2
	.loc 1 35 3
	.loc 1 38 16
	call8	digest
	.loc 1 41 21
	bne	a3, a10, .L47
	beq	a7, a11, .L44
.L47:
	movi.n	a10, 0
	mov.n	a11, a10
.L44:
	.loc 1 42 1
	mov.n	a2, a10
	mov.n	a3, a11
	retw.n
.LFE5:
	.size	twice, .-twice
	.section	.text.report,"ax",@progbits
	.align	4
	.type	report, @function
report:
.LFB6:
	.loc 1 45 1
	entry	sp, 80
.LCFI3:
	.loc 1 47 3
	addi	a14, sp, 16
	addi	a9, sp, 48
	movi.n	a8, 4
	.loc 1 48 15
	mov.n	a11, a9
	mov.n	a12, a14
	mov.n	a13, a8
	mov.n	a10, a2
	.loc 1 47 3
	s32i.n	a3, sp, 20
	s32i.n	a4, sp, 24
	s32i.n	a5, sp, 28
	s32i.n	a6, sp, 32
	s32i.n	a7, sp, 36
	s32i.n	a14, sp, 4
	s32i.n	a9, sp, 0
	s32i.n	a8, sp, 8
	.loc 1 48 15
	call8	vprintf
	.loc 1 51 1
	mov.n	a2, a10
	.loc 1 47 3
	.loc 1 51 1
	retw.n
.LFE6:
	.size	report, .-report
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC4:
	.string	"%d %d %d\n"
	.align	4
.LC6:
	.string	"ili"
	.align	4
.LC8:
	.string	"%016llx\n"
	.align	4
.LC10:
	.string	"lilidsd"
	.align	4
.LC13:
	.string	"text"
	.align	4
.LC17:
	.string	"iiiiildpsl"
	.align	4
.LC20:
	.string	""
	.align	4
.LC25:
	.string	"ab"
	.align	4
.LC27:
	.string	"[%5d|%-6s|%c|%x|%lld|%.3f|%%|%08.2f|%+d]\n"
	.align	4
.LC32:
	.string	"%d\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC5, .LC4
	.literal .LC7, .LC6
	.literal .LC9, .LC8
	.literal .LC11, .LC10
	.literal .LC12, 0x2594c37d, 0xd4b249ad
	.literal .LC14, .LC13
	.literal .LC15, 0x00000000, 0x400a0000
	.literal .LC16, -1985229329, 19088743
	.literal .LC18, .LC17
	.literal .LC21, .LC20
	.literal .LC22, 0x00000000, 0x3fe00000
	.literal .LC24, 48879
	.literal .LC26, .LC25
	.literal .LC28, .LC27
	.literal .LC29, 0xf01b866e, 0xc00921f9
	.literal .LC30, 0x55555555, 0x3fe55555
	.literal .LC31, -1912276171, -288
	.literal .LC33, .LC32
	.align	4
	.global	main
	.type	main, @function
main:
.LFB7:
	.loc 1 54 1
	entry	sp, 96
.LCFI4:
	.loc 1 55 7
	movi.n	a2, 0x4d
	.loc 1 56 3
	movi.n	a10, 0
	.loc 1 55 7
	s32i.n	a2, sp, 48
	.loc 1 56 3
	call8	sum
	movi.n	a13, 3
	mov.n	a3, a10
	movi.n	a12, 2
	movi.n	a11, 1
	mov.n	a10, a13
	call8	sum
	movi.n	a8, 0xb
	s32i.n	a8, sp, 20
	movi.n	a8, 0xa
	s32i.n	a8, sp, 16
	movi.n	a8, 9
	s32i.n	a8, sp, 12
	movi.n	a8, 8
	s32i.n	a8, sp, 8
	movi.n	a8, 7
	mov.n	a2, a10
	s32i.n	a8, sp, 4
	movi.n	a10, 0xc
	movi.n	a8, 6
	movi.n	a15, 5
	s32i.n	a8, sp, 0
	movi.n	a14, 4
	s32i.n	a10, sp, 24
	movi.n	a13, 3
	movi.n	a12, 2
	movi.n	a11, 1
	call8	sum
	mov.n	a13, a10
	l32r	a10, .LC5
	mov.n	a12, a2
	mov.n	a11, a3
	call8	printf
	.loc 1 63 1
	movi.n	a2, 0
	.loc 1 57 43
	l32r	a10, .LC7
	movi.n	a14, 3
	mov.n	a13, a2
	movi.n	a12, 2
	movi.n	a11, 1
	call8	twice
	.loc 1 57 3
	l32r	a3, .LC9
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a3
	call8	printf
	.loc 1 58 43
	l32r	a8, .LC12
	l32r	a9, .LC12+4
	s32i.n	a8, sp, 32
	l32r	a8, .LC14
	s32i.n	a9, sp, 36
	s32i.n	a8, sp, 24
	l32r	a8, .LC15
	l32r	a9, .LC15+4
	s32i.n	a8, sp, 16
	movi.n	a8, -7
	s32i.n	a9, sp, 20
	s32i.n	a8, sp, 8
	l32r	a9, .LC16+4
	l32r	a8, .LC16
	movi.n	a12, -1
	l32r	a10, .LC11
	s32i.n	a8, sp, 0
	s32i.n	a9, sp, 4
	movi.n	a14, 5
	mov.n	a13, a12
	call8	twice
	.loc 1 58 3
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a3
	call8	printf
	.loc 1 59 43
	movi.n	a8, 9
	s32i.n	a8, sp, 24
	l32r	a8, .LC21
	l32r	a9, .LC22+4
	s32i.n	a8, sp, 20
	addi	a8, sp, 48
	s32i.n	a8, sp, 16
	l32r	a8, .LC22
	l32r	a10, .LC18
	s32i.n	a8, sp, 8
	movi.n	a8, 6
	movi.n	a15, 5
	s32i.n	a9, sp, 12
	s32i.n	a8, sp, 0
	movi.n	a14, 4
	s32i.n	a2, sp, 28
	s32i.n	a2, sp, 4
	movi.n	a13, 3
	movi.n	a12, 2
	movi.n	a11, 1
	call8	twice
	.loc 1 59 3
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a3
	call8	printf
	.loc 1 60 15
	l32r	a8, .LC29
	l32r	a9, .LC29+4
	s32i.n	a8, sp, 16
	s32i.n	a9, sp, 20
	l32r	a8, .LC30
	l32r	a9, .LC30+4
	s32i.n	a8, sp, 8
	s32i.n	a9, sp, 12
	l32r	a8, .LC31
	l32r	a9, .LC31+4
	l32r	a14, .LC24
	l32r	a12, .LC26
	movi.n	a3, 5
	l32r	a10, .LC28
	movi	a13, 0x7a
	s32i.n	a3, sp, 24
	s32i.n	a8, sp, 0
	s32i.n	a9, sp, 4
	movi	a11, -0x2a
	call8	report
	.loc 1 61 3
	mov.n	a11, a10
	l32r	a10, .LC33
	call8	printf
	.loc 1 63 1
	retw.n
.LFE7:
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
	.uleb128 0x50
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
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI2-.LFB5
	.byte	0xe
	.uleb128 0x60
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
	.uleb128 0x50
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
	.uleb128 0x60
	.align	4
.LEFDE8:
	.text
.Letext0:
	.file 2 "../xtal.h"
	.file 3 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x92
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x3
	.4byte	.LASF8
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x2
	.byte	0xc
	.byte	0x5
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x3
	.byte	0x8f
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x3
	.byte	0x84
	.byte	0x5
	.uleb128 0x4
	.4byte	.LASF9
	.byte	0x1
	.byte	0x35
	.byte	0x5
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF5
	.byte	0x2c
	.byte	0x11
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF6
	.byte	0x20
	.byte	0x16
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF7
	.byte	0xf
	.byte	0x16
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.string	"sum"
	.byte	0x1
	.byte	0x4
	.byte	0x11
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
	.uleb128 0x2
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
	.uleb128 0x3
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
	.uleb128 0x7a
	.uleb128 0x19
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x3c
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
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
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
	.byte	0x7
	.4byte	.LFB7
	.uleb128 .LFE7-.LFB7
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF8:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF2:
	.string	"vprintf"
.LASF4:
	.string	"printf"
.LASF5:
	.string	"report"
.LASF3:
	.string	"memcpy"
.LASF6:
	.string	"twice"
.LASF7:
	.string	"digest"
.LASF9:
	.string	"main"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"varargs.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
