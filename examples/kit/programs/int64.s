	.file	"int64.c"
	.text
.Ltext0:
	.file 0 "." "int64.c"
	.section	.text.next,"ax",@progbits
	.literal_position
	.literal .LC0, state
	.align	4
	.type	next, @function
next:
.LFB3:
	.file 1 "int64.c"
	.loc 1 5 33
	entry	sp, 32
.LCFI0:
	.loc 1 5 50
	l32r	a10, .LC0
	l32i.n	a2, a10, 0
	l32i.n	a8, a10, 4
	extui	a3, a2, 19, 13
	slli	a9, a8, 13
	or	a9, a3, a9
	slli	a3, a2, 13
	.loc 1 5 41
	xor	a9, a9, a8
	xor	a3, a3, a2
	.loc 1 5 72
	srli	a8, a3, 7
	slli	a2, a9, 25
	or	a8, a2, a8
	srli	a2, a9, 7
	.loc 1 5 63
	xor	a8, a8, a3
	xor	a9, a2, a9
	.loc 1 5 93
	slli	a3, a9, 17
	srli	a2, a8, 15
	or	a3, a2, a3
	slli	a2, a8, 17
	.loc 1 5 84
	xor	a2, a2, a8
	xor	a3, a3, a9
	s32i.n	a2, a10, 0
	s32i.n	a3, a10, 4
	.loc 1 5 114
	retw.n
.LFE3:
	.size	next, .-next
	.global	__muldi3
	.global	__umoddi3
	.section	.text.power,"ax",@progbits
	.align	4
	.type	power, @function
power:
.LFB4:
	.loc 1 7 1
	entry	sp, 48
.LCFI1:
	.loc 1 7 1
	s32i.n	a7, sp, 4
	s32i.n	a6, sp, 0
	mov.n	a7, a5
	mov.n	a6, a4
	.loc 1 8 12
	movi.n	a4, 1
	movi.n	a5, 0
.L6:
	.loc 1 10 39
	mov.n	a12, a4
	mov.n	a13, a5
	mov.n	a10, a2
	mov.n	a11, a3
	.loc 1 10 8
	bbci	a6, 0, .L4
	.loc 1 10 39
	call8	__muldi3
	.loc 1 10 30
	l32i.n	a12, sp, 0
	l32i.n	a13, sp, 4
	call8	__umoddi3
	mov.n	a4, a10
	mov.n	a5, a11
.L4:
	.loc 1 9 44 discriminator 2
	slli	a14, a7, 31
	.loc 1 9 63 discriminator 2
	mov.n	a12, a2
	mov.n	a13, a3
	.loc 1 9 44 discriminator 2
	srli	a8, a6, 1
	.loc 1 9 63 discriminator 2
	mov.n	a10, a2
	mov.n	a11, a3
	.loc 1 9 44 discriminator 2
	or	a6, a14, a8
	.loc 1 9 63 discriminator 2
	call8	__muldi3
	.loc 1 9 56 discriminator 2
	l32i.n	a12, sp, 0
	l32i.n	a13, sp, 4
	.loc 1 9 44 discriminator 2
	srli	a7, a7, 1
	.loc 1 9 56 discriminator 2
	call8	__umoddi3
	mov.n	a2, a10
	.loc 1 9 25 discriminator 2
	or	a10, a6, a7
	.loc 1 9 56 discriminator 2
	mov.n	a3, a11
	.loc 1 9 25 discriminator 2
	bnez.n	a10, .L6
	.loc 1 12 1
	mov.n	a2, a4
	mov.n	a3, a5
	retw.n
.LFE4:
	.size	power, .-power
	.global	__moddi3
	.section	.text.gcd,"ax",@progbits
	.literal_position
	.literal .LC1, 598901246
	.literal .LC2, 2518
	.literal .LC3, -1032388268
	.align	4
	.type	gcd, @function
gcd:
.LFB5:
	.loc 1 13 50
	entry	sp, 32
.LCFI2:
	.loc 1 13 50
	l32r	a9, .LC1
	l32r	a8, .LC2
	l32r	a10, .LC3
	movi	a11, 0x68e
.L12:
.LBB2:
	.loc 1 13 73 discriminator 2
	mov.n	a12, a9
	mov.n	a13, a8
	mov.n	a2, a9
	mov.n	a3, a8
	call8	__umoddi3
.LBE2:
	.loc 1 13 59 discriminator 2
	or	a12, a11, a10
.LBB3:
	.loc 1 13 73 discriminator 2
	mov.n	a9, a10
	mov.n	a8, a11
	mov.n	a10, a2
	mov.n	a11, a3
.LBE3:
	.loc 1 13 59 discriminator 2
	bnez.n	a12, .L12
	.loc 1 13 110 discriminator 3
	retw.n
.LFE5:
	.size	gcd, .-gcd
	.section	.text.shift,"ax",@progbits
	.align	4
	.type	shift, @function
shift:
.LFB6:
	.loc 1 14 46
	entry	sp, 32
.LCFI3:
	.loc 1 14 58
	movi.n	a10, -1
	.loc 1 14 108
	movi.n	a11, 0x3f
	sub	a11, a11, a4
	.loc 1 14 58
	xor	a15, a4, a10
	.loc 1 14 70
	add.n	a7, a3, a3
	.loc 1 14 58
	srli	a5, a2, 1
	ssr	a15
	srl	a5, a5
	ssl	a4
	sll	a8, a3
	.loc 1 14 70
	ssr	a4
	srl	a13, a2
	.loc 1 14 58
	movi.n	a12, 0x20
	.loc 1 14 70
	ssl	a15
	sll	a15, a7
	.loc 1 14 101
	xor	a10, a11, a10
	.loc 1 14 58
	and	a14, a4, a12
	ssl	a4
	sll	a9, a2
	movi.n	a6, 0
	.loc 1 14 70
	ssr	a4
	sra	a4, a3
	.loc 1 14 58
	or	a8, a5, a8
	.loc 1 14 70
	or	a13, a15, a13
	srai	a5, a3, 31
	.loc 1 14 101
	ssl	a10
	sll	a10, a7
	ssr	a11
	srl	a2, a2
	.loc 1 14 58
	movnez	a8, a9, a14
	.loc 1 14 70
	movnez	a13, a4, a14
	.loc 1 14 101
	and	a12, a11, a12
	ssr	a11
	srl	a3, a3
	.loc 1 14 58
	movnez	a9, a6, a14
	.loc 1 14 70
	movnez	a4, a5, a14
	.loc 1 14 101
	or	a2, a10, a2
	movnez	a2, a3, a12
	.loc 1 14 65
	xor	a9, a9, a13
	xor	a8, a8, a4
	.loc 1 14 101
	movnez	a3, a6, a12
	.loc 1 14 116
	xor	a2, a9, a2
	xor	a3, a8, a3
	retw.n
.LFE6:
	.size	shift, .-shift
	.global	__udivdi3
	.global	__divdi3
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC5:
	.string	"%016llx\n"
	.align	4
.LC9:
	.string	"%llu %llu\n"
	.align	4
.LC14:
	.string	"%llu\n"
	.align	4
.LC16:
	.string	"%lld %lld %lld\n"
	.align	4
.LC19:
	.string	"%lld %llx\n"
	.align	4
.LC21:
	.string	"%d %d %d\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC4, 1000003
	.literal .LC6, .LC5
	.literal .LC7, 1000000007
	.literal .LC8, 1000000006
	.literal .LC10, .LC9
	.literal .LC11, 598901246
	.literal .LC12, 2518
	.literal .LC13, -1032388268
	.literal .LC15, .LC14
	.literal .LC17, .LC16
	.literal .LC18, 858993460, -214748365
	.literal .LC20, .LC19
	.literal .LC22, .LC21
	.align	4
	.global	main
	.type	main, @function
main:
.LFB7:
	.loc 1 17 1
	entry	sp, 80
.LCFI4:
.LBB4:
	.loc 1 19 12
	movi.n	a6, 0
.LBE4:
	.loc 1 18 12
	mov.n	a4, a6
	mov.n	a5, a6
.LBB8:
.LBB5:
	.loc 1 20 26
	mov.n	a15, a6
	.loc 1 20 50
	movi.n	a14, 1
	mov.n	a7, a6
.L23:
	.loc 1 20 18
	s32i.n	a14, sp, 36
	s32i.n	a15, sp, 32
	call8	next
	mov.n	a3, a11
	s32i.n	a10, sp, 16
	.loc 1 20 30
	call8	next
	.loc 1 20 43
	extui	a12, a7, 0, 6
	.loc 1 20 26
	movi.n	a8, -1
	xor	a2, a12, a8
	add.n	a6, a11, a11
	movi.n	a9, 0x20
	ssr	a12
	srl	a8, a10
	ssl	a2
	sll	a6, a6
	and	a10, a7, a9
	l32i.n	a15, sp, 32
	ssr	a12
	srl	a2, a11
	or	a8, a6, a8
	.loc 1 20 50
	l32i.n	a14, sp, 36
	.loc 1 20 26
	movnez	a8, a2, a10
	.loc 1 22 17
	l32r	a12, .LC4
	.loc 1 20 26
	movnez	a2, a15, a10
	.loc 1 22 17
	s32i.n	a8, sp, 28
	movi.n	a13, 0
	mov.n	a10, a4
	mov.n	a11, a5
	.loc 1 20 50
	or	a6, a14, a8
	.loc 1 22 17
	call8	__muldi3
	s32i.n	a10, sp, 20
	.loc 1 22 42
	l32i.n	a10, sp, 16
	.loc 1 22 17
	s32i.n	a11, sp, 24
	.loc 1 22 42
	mov.n	a12, a6
	mov.n	a13, a2
	mov.n	a11, a3
	call8	__udivdi3
	mov.n	a5, a10
	.loc 1 22 52
	l32i.n	a10, sp, 16
	.loc 1 22 42
	mov.n	a4, a11
	.loc 1 22 52
	mov.n	a12, a6
	mov.n	a13, a2
	mov.n	a11, a3
	call8	__umoddi3
	.loc 1 22 32
	l32i.n	a8, sp, 28
	xor	a5, a5, a10
	l32i.n	a10, sp, 16
	mov.n	a12, a8
	xor	a4, a4, a11
	mov.n	a13, a2
	mov.n	a11, a3
	call8	__muldi3
	xor	a5, a5, a10
	.loc 1 22 73
	l32i.n	a10, sp, 16
	xor	a4, a4, a11
	mov.n	a12, a6
	mov.n	a13, a2
	mov.n	a11, a3
	call8	__divdi3
	xor	a5, a5, a10
	.loc 1 22 95
	l32i.n	a10, sp, 16
	mov.n	a13, a2
	xor	a4, a4, a11
	mov.n	a12, a6
	mov.n	a11, a3
	call8	__moddi3
	xor	a5, a5, a10
	.loc 1 23 23
	l32i.n	a10, sp, 16
	extui	a12, a7, 0, 5
	xor	a4, a4, a11
	mov.n	a11, a3
	call8	shift
	.loc 1 23 71
	l32i.n	a8, sp, 28
	l32i.n	a9, sp, 16
	l32i.n	a15, sp, 32
	xor	a12, a9, a8
	l32i.n	a14, sp, 36
	xor	a13, a3, a2
	or	a13, a12, a13
	mov.n	a12, a15
	moveqz	a12, a14, a13
	slli	a12, a12, 2
	.loc 1 23 46
	movi.n	a13, 1
	bltu	a3, a2, .L16
	bne	a2, a3, .L17
	bltu	a9, a8, .L16
.L17:
	mov.n	a13, a15
.L16:
	.loc 1 23 67
	add.n	a10, a13, a10
	mov.n	a8, a14
	bltu	a10, a13, .L18
	mov.n	a8, a15
.L18:
	add.n	a10, a12, a10
	add.n	a8, a8, a11
	mov.n	a11, a14
	bltu	a10, a12, .L19
	mov.n	a11, a15
.L19:
	add.n	a11, a11, a8
	.loc 1 23 55
	mov.n	a8, a14
	blt	a3, a2, .L20
	bne	a2, a3, .L21
	l32i.n	a2, sp, 16
	bltu	a2, a6, .L20
.L21:
	mov.n	a8, a15
.L20:
	.loc 1 23 67
	addx2	a2, a8, a10
	mov.n	a3, a14
	bltu	a2, a10, .L22
	mov.n	a3, a15
.L22:
	add.n	a3, a3, a11
	.loc 1 23 10
	l32i.n	a6, sp, 20
	l32i.n	a8, sp, 24
	xor	a2, a2, a5
.LBE5:
	.loc 1 19 29
	addi.n	a7, a7, 1
.LBB6:
	.loc 1 23 10
	xor	a5, a3, a4
.LBE6:
	.loc 1 19 21
	movi	a3, 0xc8
.LBB7:
	.loc 1 23 10
	xor	a4, a2, a6
	xor	a5, a5, a8
.LBE7:
	.loc 1 19 21
	bne	a7, a3, .L23
.LBE8:
	.loc 1 25 3
	l32r	a10, .LC6
	mov.n	a12, a4
	mov.n	a13, a5
	call8	printf
	.loc 1 26 45
	movi.n	a15, 0
	l32r	a14, .LC7
	l32r	a12, .LC8
	mov.n	a13, a15
	mov.n	a11, a15
	movi.n	a10, 3
	call8	power
	.loc 1 26 99
	movi.n	a15, 0
	.loc 1 26 45
	mov.n	a2, a10
	mov.n	a3, a11
	.loc 1 26 99
	mov.n	a13, a15
	movi.n	a14, -5
	movi.n	a12, 0x3e
	mov.n	a11, a15
	movi.n	a10, 2
	call8	power
	.loc 1 26 3
	mov.n	a14, a10
	l32r	a10, .LC10
	mov.n	a15, a11
	mov.n	a12, a2
	mov.n	a13, a3
	call8	printf
	.loc 1 27 40
	l32r	a12, .LC11
	l32r	a13, .LC12
	l32r	a10, .LC13
	movi	a11, 0x68e
	call8	gcd
	.loc 1 27 3
	mov.n	a12, a10
	l32r	a10, .LC15
	mov.n	a13, a11
	call8	printf
	.loc 1 28 3
	l32r	a5, .LC18+4
	l32r	a4, .LC18
	movi.n	a14, -1
	l32r	a10, .LC17
	s32i.n	a5, sp, 4
	s32i.n	a4, sp, 0
	mov.n	a15, a14
	movi.n	a12, -3
	mov.n	a13, a14
	call8	printf
	movi.n	a2, 0
	.loc 1 29 11
	movi.n	a10, 1
	.loc 1 28 3
	movi.n	a3, 2
	.loc 1 29 11
	mov.n	a11, a2
.LBB9:
	.loc 1 30 21
	mov.n	a6, a10
	mov.n	a7, a2
	movi.n	a5, 0x15
.L27:
	.loc 1 30 43 discriminator 3
	mov.n	a12, a3
	mov.n	a13, a2
	call8	__muldi3
	.loc 1 30 21 discriminator 3
	addi.n	a4, a3, 1
	.loc 1 30 43 discriminator 3
	mov.n	a12, a10
	mov.n	a13, a11
	.loc 1 30 21 discriminator 3
	mov.n	a8, a6
	bltu	a4, a3, .L24
	mov.n	a8, a7
.L24:
	add.n	a2, a8, a2
	mov.n	a3, a4
	bne	a4, a5, .L27
	bnez.n	a2, .L27
.LBE9:
	.loc 1 31 3
	l32r	a10, .LC20
	mov.n	a14, a12
	mov.n	a15, a13
	call8	printf
	.loc 1 32 3
	l32r	a10, .LC22
	movi.n	a13, 0x20
	movi.n	a12, 0x28
	movi.n	a11, 0x17
	call8	printf
	.loc 1 34 1
	retw.n
.LFE7:
	.size	main, .-main
	.data
	.align	8
	.type	state, @object
	.size	state, 8
state:
	.word	-876643772
	.word	20529293
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
	.uleb128 0x30
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
	.uleb128 0x20
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
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.byte	0x4
	.4byte	.LCFI4-.LFB7
	.byte	0xe
	.uleb128 0x50
	.align	4
.LEFDE8:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x83
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x2
	.4byte	.LASF5
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF6
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x4
	.4byte	.LASF7
	.byte	0x1
	.byte	0x10
	.byte	0x5
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0xe
	.byte	0x15
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.string	"gcd"
	.byte	0x1
	.byte	0xd
	.byte	0x16
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x6
	.4byte	.LASF3
	.byte	0x1
	.byte	0x6
	.byte	0x16
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x5
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
	.uleb128 0x6
	.uleb128 0x2e
	.byte	0
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
.LASF5:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF4:
	.string	"next"
.LASF6:
	.string	"printf"
.LASF3:
	.string	"power"
.LASF2:
	.string	"shift"
.LASF7:
	.string	"main"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"int64.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
