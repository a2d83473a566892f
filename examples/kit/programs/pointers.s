	.file	"pointers.c"
	.text
.Ltext0:
	.file 0 "." "pointers.c"
	.section	.text.plus,"ax",@progbits
	.align	4
	.type	plus, @function
plus:
.LFB3:
	.file 1 "pointers.c"
	.loc 1 5 36
	entry	sp, 32
.LCFI0:
	.loc 1 5 52
	add.n	a2, a2, a3
	retw.n
.LFE3:
	.size	plus, .-plus
	.section	.text.minus,"ax",@progbits
	.align	4
	.type	minus, @function
minus:
.LFB4:
	.loc 1 6 37
	entry	sp, 32
.LCFI1:
	.loc 1 6 53
	sub	a2, a2, a3
	retw.n
.LFE4:
	.size	minus, .-minus
	.section	.text.times,"ax",@progbits
	.align	4
	.type	times, @function
times:
.LFB5:
	.loc 1 7 37
	entry	sp, 32
.LCFI2:
	.loc 1 7 53
	mull	a2, a2, a3
	retw.n
.LFE5:
	.size	times, .-times
	.section	.text.power,"ax",@progbits
	.align	4
	.type	power, @function
power:
.LFB6:
	.loc 1 8 37
	entry	sp, 32
.LCFI3:
	.loc 1 8 58
	addi.n	a8, a3, -1
	.loc 1 8 43
	movi.n	a9, 1
	.loc 1 8 61
	blti	a3, 1, .L5
.L7:
	.loc 1 8 58 discriminator 3
	addi.n	a8, a8, -1
	.loc 1 8 68 discriminator 3
	mull	a9, a9, a2
	.loc 1 8 61 discriminator 3
	bnei	a8, -1, .L7
.L5:
	.loc 1 8 84
	mov.n	a2, a9
	retw.n
.LFE6:
	.size	power, .-power
	.section	.text.ascending,"ax",@progbits
	.literal_position
	.literal .LC7, compared
	.align	4
	.type	ascending, @function
ascending:
.LFB7:
	.loc 1 13 1
	entry	sp, 32
.LCFI4:
	.loc 1 15 11
	l32r	a9, .LC7
	.loc 1 14 11
	l32i.n	a10, a2, 0
	.loc 1 15 11
	l32i.n	a8, a9, 0
	.loc 1 14 36
	l32i.n	a11, a3, 0
	.loc 1 15 11
	addi.n	a8, a8, 1
	s32i.n	a8, a9, 0
	.loc 1 16 21
	movi.n	a2, -1
	blt	a10, a11, .L10
	.loc 1 16 25 discriminator 1
	movi.n	a2, 1
	blt	a11, a10, .L10
	movi.n	a2, 0
.L10:
	.loc 1 17 1
	retw.n
.LFE7:
	.size	ascending, .-ascending
	.section	.text.visit_plain,"ax",@progbits
	.align	4
	.type	visit_plain, @function
visit_plain:
.LFB9:
	.loc 1 23 45
	entry	sp, 32
.LCFI5:
	.loc 1 23 62
	l32i.n	a2, a2, 8
	retw.n
.LFE9:
	.size	visit_plain, .-visit_plain
	.section	.text.visit_double,"ax",@progbits
	.align	4
	.type	visit_double, @function
visit_double:
.LFB10:
	.loc 1 24 46
	entry	sp, 32
.LCFI6:
	.loc 1 24 62
	l32i.n	a2, a2, 8
	.loc 1 24 67
	add.n	a2, a2, a2
	retw.n
.LFE10:
	.size	visit_double, .-visit_double
	.section	.text.insert,"ax",@progbits
	.literal_position
	.literal .LC8, visit_double
	.literal .LC9, visit_plain
	.literal .LC10, used
	.literal .LC11, nodes
	.align	4
	.type	insert, @function
insert:
.LFB11:
	.loc 1 26 1
	entry	sp, 32
.LCFI7:
	.loc 1 27 6
	bnez.n	a2, .L17
.LBB2:
	.loc 1 28 33
	l32r	a10, .LC10
	.loc 1 28 18
	l32r	a2, .LC11
	.loc 1 28 33
	l32i.n	a8, a10, 0
	.loc 1 30 39
	l32r	a11, .LC9
	.loc 1 28 18
	slli	a9, a8, 4
	add.n	a2, a2, a9
	.loc 1 30 39
	l32r	a9, .LC8
	.loc 1 30 20
	extui	a12, a3, 0, 1
	.loc 1 28 33
	addi.n	a8, a8, 1
	.loc 1 30 39
	moveqz	a9, a11, a12
	.loc 1 28 33
	s32i.n	a8, a10, 0
	.loc 1 29 12
	s32i.n	a3, a2, 8
	.loc 1 30 14
	s32i.n	a9, a2, 12
	.loc 1 31 12
	j	.L16
.L17:
.LBE2:
	.loc 1 33 6
	l32i.n	a8, a2, 8
	bge	a3, a8, .L20
	.loc 1 33 37 discriminator 1
	l32i.n	a10, a2, 0
	mov.n	a11, a3
	call8	insert
	.loc 1 33 35 discriminator 1
	s32i.n	a10, a2, 0
	j	.L16
.L20:
	.loc 1 34 22
	l32i.n	a10, a2, 4
	mov.n	a11, a3
	call8	insert
	.loc 1 34 20
	s32i.n	a10, a2, 4
.L16:
	.loc 1 36 1
	retw.n
.LFE11:
	.size	insert, .-insert
	.section	.text.walk,"ax",@progbits
	.align	4
	.type	walk, @function
walk:
.LFB12:
	.loc 1 38 1
	entry	sp, 32
.LCFI8:
	.loc 1 38 1
	mov.n	a12, a4
	.loc 1 39 70
	beqz.n	a2, .L24
.L25:
	.loc 1 39 14 discriminator 1
	l32i.n	a10, a2, 0
	mov.n	a11, a3
	mov.n	a5, a2
	.loc 1 39 20 discriminator 1
	l32i.n	a2, a2, 4
	.loc 1 39 14 discriminator 1
	call8	walk
	mov.n	a11, a10
	mov.n	a10, a5
	callx8	a3
	mov.n	a12, a10
	.loc 1 39 70 discriminator 1
	bnez.n	a2, .L25
.L24:
	.loc 1 40 1 discriminator 4
	mov.n	a2, a12
	retw.n
.LFE12:
	.size	walk, .-walk
	.section	.text.hash,"ax",@progbits
	.align	4
	.type	hash, @function
hash:
.LFB13:
	.loc 1 41 48
	entry	sp, 32
.LCFI9:
	.loc 1 41 67
	l32i.n	a8, a2, 12
	.loc 1 41 48
	mov.n	a10, a2
	.loc 1 41 67
	callx8	a8
	.loc 1 41 61
	subx8	a3, a3, a3
	.loc 1 41 95
	add.n	a2, a3, a10
	retw.n
.LFE13:
	.size	hash, .-hash
	.section	.text.choose,"ax",@progbits
	.literal_position
	.literal .LC12, table
	.align	4
	.type	choose, @function
choose:
.LFB14:
	.loc 1 43 37
	entry	sp, 32
.LCFI10:
	.loc 1 43 58
	l32r	a8, .LC12
	.loc 1 43 54
	extui	a2, a2, 0, 2
	.loc 1 43 58
	addx8	a2, a2, a8
	.loc 1 43 66
	l32i.n	a2, a2, 4
	retw.n
.LFE14:
	.size	choose, .-choose
	.section	.text.by_text,"ax",@progbits
	.align	4
	.type	by_text, @function
by_text:
.LFB8:
	.loc 1 18 50
	entry	sp, 32
.LCFI11:
	.loc 1 18 59
	l32i.n	a11, a3, 0
	l32i.n	a10, a2, 0
	call8	strcmp
	.loc 1 18 117
	mov.n	a2, a10
	retw.n
.LFE8:
	.size	by_text, .-by_text
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC15:
	.string	"%s %d\n"
	.align	4
.LC17:
	.string	"%d\n"
	.align	4
.LC23:
	.string	"%d %d %d\n"
	.align	4
.LC28:
	.string	"%s "
	.align	4
.LC30:
	.string	"\n"
	.align	4
.LC34:
	.string	"%d %d\n"
	.align	4
.LC0:
	.string	"window"
	.align	4
.LC1:
	.string	"spill"
	.align	4
.LC2:
	.string	"retire"
	.align	4
.LC3:
	.string	"block"
	.align	4
.LC4:
	.string	"caps"
	.align	4
.LC5:
	.string	"region"
	.section	.rodata
	.align	4
.LC25:
	.word	.LC0
	.word	.LC1
	.word	.LC2
	.word	.LC3
	.word	.LC4
	.word	.LC5
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC13, 12345
	.literal .LC14, table
	.literal .LC16, .LC15
	.literal .LC18, .LC17
	.literal .LC19, 1103515245
	.literal .LC20, -8388608
	.literal .LC21, ascending
	.literal .LC22, compared
	.literal .LC24, .LC23
	.literal .LC26, .LC25
	.literal .LC27, by_text
	.literal .LC29, .LC28
	.literal .LC31, .LC30
	.literal .LC32, used
	.literal .LC33, hash
	.literal .LC35, .LC34
	.align	4
	.global	main
	.type	main, @function
main:
.LFB15:
	.loc 1 46 1
	entry	sp, 256
.LCFI12:
	l32r	a2, .LC14
	l32r	a7, .LC16
	addi	a6, a2, 32
.LBB3:
	.loc 1 47 63
	movi.n	a5, 3
.L34:
	.loc 1 47 63 is_stmt 0 discriminator 3
	l32i.n	a4, a2, 4
	.loc 1 47 89 is_stmt 1 discriminator 3
	l32i.n	a3, a2, 0
	.loc 1 47 63 discriminator 3
	mov.n	a11, a5
	movi.n	a10, 7
	callx8	a4
	mov.n	a12, a10
	.loc 1 47 26 discriminator 3
	addi.n	a2, a2, 8
	.loc 1 47 63 discriminator 3
	mov.n	a11, a3
	mov.n	a10, a7
	call8	printf
	.loc 1 47 26 discriminator 3
	bne	a2, a6, .L34
.LBE3:
.LBB4:
	.loc 1 49 12
	movi.n	a2, 0
.LBE4:
	.loc 1 48 7
	movi.n	a3, 1
.L35:
.LBB5:
	.loc 1 49 40 discriminator 3
	mov.n	a10, a2
	call8	choose
	.loc 1 49 60 discriminator 3
	extui	a11, a2, 0, 2
	.loc 1 49 40 discriminator 3
	mov.n	a4, a10
	addi.n	a11, a11, 1
	mov.n	a10, a3
	callx8	a4
	.loc 1 49 28 discriminator 3
	addi.n	a2, a2, 1
	.loc 1 49 40 discriminator 3
	mov.n	a3, a10
	.loc 1 49 21 discriminator 3
	bnei	a2, 12, .L35
.LBE5:
	.loc 1 50 3
	l32r	a10, .LC18
	mov.n	a11, a3
	call8	printf
	.loc 1 53 12
	l32r	a4, .LC13
	movi	a6, 0xc8
	l32r	a5, .LC19
	l32r	a2, .LC20
	mov.n	a8, sp
	add.n	a6, sp, a6
	mov.n	a3, a4
.L36:
.LBB6:
	.loc 1 54 68 discriminator 3
	mull	a3, a3, a5
	.loc 1 54 61 discriminator 3
	add.n	a3, a3, a4
	.loc 1 54 90 discriminator 3
	srli	a9, a3, 8
	.loc 1 54 96 discriminator 3
	add.n	a9, a9, a2
	.loc 1 54 43 discriminator 3
	s32i.n	a9, a8, 0
	.loc 1 54 21 discriminator 3
	addi.n	a8, a8, 4
	bne	a6, a8, .L36
.LBE6:
	.loc 1 55 3
	l32r	a13, .LC21
	movi.n	a12, 4
	movi.n	a11, 0x32
	mov.n	a10, sp
	call8	qsort
	.loc 1 56 25
	l32r	a2, .LC22
	l32i.n	a12, sp, 0
	l32i.n	a2, a2, 0
	movi.n	a14, 0
	movi.n	a13, 1
	mov.n	a11, a14
	movnez	a11, a13, a2
	addi.n	a8, sp, 4
	.loc 1 56 7
	mov.n	a9, a12
.L38:
	mov.n	a10, a9
.LBB7:
	.loc 1 57 67 discriminator 3
	l32i.n	a9, a8, 0
	.loc 1 57 57 discriminator 3
	mov.n	a2, a13
	.loc 1 57 21 discriminator 3
	addi.n	a8, a8, 4
	.loc 1 57 57 discriminator 3
	bge	a9, a10, .L37
	mov.n	a2, a14
.L37:
	.loc 1 57 39 discriminator 3
	and	a11, a11, a2
	.loc 1 57 21 discriminator 3
	bne	a8, a6, .L38
.LBE7:
	.loc 1 58 3
	l32i	a13, sp, 196
	l32r	a10, .LC24
	movi	a2, 0xc8
	call8	printf
	.loc 1 59 15
	l32r	a11, .LC26
	movi	a10, 0xc8
	movi.n	a12, 0x18
	add.n	a10, a10, sp
	call8	memcpy
	.loc 1 60 3
	l32r	a13, .LC27
	movi	a10, 0xc8
	movi.n	a12, 4
	movi.n	a11, 6
	add.n	a10, a10, sp
	call8	qsort
	add.n	a2, a2, sp
	l32r	a7, .LC29
	addi	a6, a2, 24
.L39:
.LBB8:
	.loc 1 61 31 discriminator 3
	l32i.n	a11, a2, 0
	mov.n	a10, a7
	.loc 1 61 21 discriminator 3
	addi.n	a2, a2, 4
	.loc 1 61 31 discriminator 3
	call8	printf
	.loc 1 61 21 discriminator 3
	bne	a6, a2, .L39
.LBE8:
	.loc 1 62 3
	l32r	a10, .LC31
	movi.n	a2, 0x28
	call8	printf
	.loc 1 64 16
	movi.n	a10, 0
.L40:
.LBB9:
	.loc 1 65 71 discriminator 3
	mull	a3, a3, a5
	.loc 1 65 21 discriminator 3
	addi.n	a2, a2, -1
	.loc 1 65 64 discriminator 3
	add.n	a3, a3, a4
	.loc 1 65 39 discriminator 3
	extui	a11, a3, 16, 10
	call8	insert
	.loc 1 65 21 discriminator 3
	bnez.n	a2, .L40
.LBE9:
	.loc 1 66 3
	l32r	a11, .LC33
	l32r	a3, .LC32
	mov.n	a12, a2
	l32i.n	a3, a3, 0
	call8	walk
	mov.n	a12, a10
	l32r	a10, .LC35
	mov.n	a11, a3
	call8	printf
	.loc 1 68 1
	retw.n
.LFE15:
	.size	main, .-main
	.local	used
	.comm	used,4,4
	.local	nodes
	.comm	nodes,1024,4
	.local	compared
	.comm	compared,4,4
	.section	.rodata.str1.4
	.align	4
.LC36:
	.string	"plus"
	.align	4
.LC37:
	.string	"minus"
	.align	4
.LC38:
	.string	"times"
	.align	4
.LC39:
	.string	"power"
	.section	.rodata
	.align	4
	.type	table, @object
	.size	table, 32
table:
	.word	.LC36
	.word	plus
	.word	.LC37
	.word	minus
	.word	.LC38
	.word	times
	.word	.LC39
	.word	power
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
	.uleb128 0x20
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI5-.LFB9
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE10:
.LSFDE12:
	.4byte	.LEFDE12-.LASFDE12
.LASFDE12:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI6-.LFB10
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE12:
.LSFDE14:
	.4byte	.LEFDE14-.LASFDE14
.LASFDE14:
	.4byte	.Lframe0
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.byte	0x4
	.4byte	.LCFI7-.LFB11
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE14:
.LSFDE16:
	.4byte	.LEFDE16-.LASFDE16
.LASFDE16:
	.4byte	.Lframe0
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.byte	0x4
	.4byte	.LCFI8-.LFB12
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE16:
.LSFDE18:
	.4byte	.LEFDE18-.LASFDE18
.LASFDE18:
	.4byte	.Lframe0
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.byte	0x4
	.4byte	.LCFI9-.LFB13
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE18:
.LSFDE20:
	.4byte	.LEFDE20-.LASFDE20
.LASFDE20:
	.4byte	.Lframe0
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.byte	0x4
	.4byte	.LCFI10-.LFB14
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE20:
.LSFDE22:
	.4byte	.LEFDE22-.LASFDE22
.LASFDE22:
	.4byte	.Lframe0
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI11-.LFB8
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE22:
.LSFDE24:
	.4byte	.LEFDE24-.LASFDE24
.LASFDE24:
	.4byte	.Lframe0
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
	.byte	0x4
	.4byte	.LCFI12-.LFB15
	.byte	0xe
	.uleb128 0x100
	.align	4
.LEFDE24:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.file 3 "../xtal.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x119
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x4
	.4byte	.LASF17
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF2
	.byte	0x2
	.byte	0x93
	.byte	0x5
	.uleb128 0x3
	.4byte	.LASF3
	.byte	0x3
	.byte	0x23
	.byte	0x6
	.uleb128 0x3
	.4byte	.LASF4
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x5
	.4byte	.LASF18
	.byte	0x1
	.byte	0x2d
	.byte	0x5
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x2b
	.byte	0x17
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF6
	.byte	0x29
	.byte	0xc
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF7
	.byte	0x25
	.byte	0x11
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF8
	.byte	0x19
	.byte	0x1a
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF9
	.byte	0x18
	.byte	0x11
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF10
	.byte	0x17
	.byte	0x11
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF11
	.byte	0x12
	.byte	0xc
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF12
	.byte	0xc
	.byte	0xc
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF13
	.byte	0x8
	.byte	0x11
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF14
	.byte	0x7
	.byte	0x11
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF15
	.byte	0x6
	.byte	0x11
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF16
	.byte	0x5
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
	.uleb128 0x5
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
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x7c
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
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
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
	.byte	0x7
	.4byte	.LFB9
	.uleb128 .LFE9-.LFB9
	.byte	0x7
	.4byte	.LFB10
	.uleb128 .LFE10-.LFB10
	.byte	0x7
	.4byte	.LFB11
	.uleb128 .LFE11-.LFB11
	.byte	0x7
	.4byte	.LFB12
	.uleb128 .LFE12-.LFB12
	.byte	0x7
	.4byte	.LFB13
	.uleb128 .LFE13-.LFB13
	.byte	0x7
	.4byte	.LFB14
	.uleb128 .LFE14-.LFB14
	.byte	0x7
	.4byte	.LFB8
	.uleb128 .LFE8-.LFB8
	.byte	0x7
	.4byte	.LFB15
	.uleb128 .LFE15-.LFB15
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF8:
	.string	"insert"
.LASF9:
	.string	"visit_double"
.LASF2:
	.string	"strcmp"
.LASF11:
	.string	"by_text"
.LASF12:
	.string	"ascending"
.LASF7:
	.string	"walk"
.LASF15:
	.string	"minus"
.LASF18:
	.string	"main"
.LASF17:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF5:
	.string	"choose"
.LASF3:
	.string	"qsort"
.LASF16:
	.string	"plus"
.LASF13:
	.string	"power"
.LASF10:
	.string	"visit_plain"
.LASF14:
	.string	"times"
.LASF4:
	.string	"printf"
.LASF6:
	.string	"hash"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"pointers.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
