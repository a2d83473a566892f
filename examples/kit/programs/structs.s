	.file	"structs.c"
	.text
.Ltext0:
	.file 0 "." "structs.c"
	.section	.text.make1,"ax",@progbits
	.align	4
	.type	make1, @function
make1:
.LFB3:
	.file 1 "structs.c"
	.loc 1 13 36
	entry	sp, 32
.LCFI0:
	.loc 1 13 76
	addx2	a2, a2, a2
	retw.n
.LFE3:
	.size	make1, .-make1
	.section	.text.make3,"ax",@progbits
	.align	4
	.type	make3, @function
make3:
.LFB4:
	.loc 1 14 36
	entry	sp, 48
.LCFI1:
	.loc 1 14 81
	extui	a2, a2, 0, 8
	addi.n	a9, a2, 1
	.loc 1 14 45
	addi.n	a8, a2, 2
	extui	a9, a9, 0, 8
	slli	a9, a9, 8
	extui	a8, a8, 0, 8
	slli	a8, a8, 16
	or	a2, a2, a9
	.loc 1 14 106
	or	a2, a2, a8
	retw.n
.LFE4:
	.size	make3, .-make3
	.section	.text.make6,"ax",@progbits
	.align	4
	.type	make6, @function
make6:
.LFB5:
	.loc 1 15 36
	entry	sp, 48
.LCFI2:
	.loc 1 15 57
	extui	a2, a2, 0, 16
	.loc 1 15 70
	subx8	a8, a2, a2
	.loc 1 15 45
	subx8	a3, a8, a8
	slli	a8, a8, 16
	.loc 1 15 110
	or	a2, a2, a8
	extui	a3, a3, 0, 16
	retw.n
.LFE5:
	.size	make6, .-make6
	.section	.text.make8,"ax",@progbits
	.align	4
	.type	make8, @function
make8:
.LFB6:
	.loc 1 16 41
	entry	sp, 48
.LCFI3:
	.loc 1 16 70
	movi.n	a3, -1
	xor	a3, a3, a2
	retw.n
.LFE6:
	.size	make8, .-make8
	.section	.text.make12,"ax",@progbits
	.align	4
	.type	make12, @function
make12:
.LFB7:
	.loc 1 17 38
	entry	sp, 48
.LCFI4:
	.loc 1 17 75
	mull	a4, a2, a2
	neg	a3, a2
	movi.n	a5, 0
	retw.n
.LFE7:
	.size	make12, .-make12
	.section	.text.make16,"ax",@progbits
	.literal_position
	.literal .LC3, 65535
	.align	4
	.type	make16, @function
make16:
.LFB8:
	.loc 1 18 43
	entry	sp, 48
.LCFI5:
	.loc 1 18 105
	l32r	a5, .LC3
	.loc 1 18 43
	mov.n	a8, a2
	.loc 1 18 105
	mov.n	a3, a2
	mov.n	a4, a8
	movi.n	a2, 5
	xor	a5, a8, a5
	retw.n
.LFE8:
	.size	make16, .-make16
	.section	.text.make40,"ax",@progbits
	.literal_position
	.literal .LC4, 1000003
	.literal .LC5, 2000006
	.literal .LC6, 3000009
	.literal .LC7, 4000012
	.literal .LC8, 5000015
	.literal .LC9, 6000018
	.literal .LC10, 7000021
	.literal .LC11, 8000024
	.literal .LC12, 9000027
	.literal .LC13, 10000030
	.align	4
	.type	make40, @function
make40:
.LFB9:
	.loc 1 20 1
	entry	sp, 32
.LCFI6:
.LBB2:
	.loc 1 22 42
	l32r	a8, .LC4
	s32i.n	a8, a2, 0
	l32r	a8, .LC5
	s32i.n	a8, a2, 4
	l32r	a8, .LC6
	s32i.n	a8, a2, 8
	l32r	a8, .LC7
	s32i.n	a8, a2, 12
	l32r	a8, .LC8
	s32i.n	a8, a2, 16
	l32r	a8, .LC9
	s32i.n	a8, a2, 20
	l32r	a8, .LC10
	s32i.n	a8, a2, 24
	l32r	a8, .LC11
	s32i.n	a8, a2, 28
	l32r	a8, .LC12
	s32i.n	a8, a2, 32
	l32r	a8, .LC13
	s32i.n	a8, a2, 36
.LBE2:
	.loc 1 24 1
	retw.n
.LFE9:
	.size	make40, .-make40
	.section	.text.wrap,"ax",@progbits
	.align	4
	.type	wrap, @function
wrap:
.LFB10:
	.loc 1 26 1
	entry	sp, 48
.LCFI7:
	extui	a8, a3, 8, 8
	.loc 1 26 1
	extui	a9, a3, 16, 8
	.loc 1 27 17
	s16i	a3, a2, 0
	.loc 1 28 13
	add.n	a6, a8, a6
	.loc 1 27 17
	s8i	a9, a2, 2
	.loc 1 29 10
	s8i	a8, a2, 1
	l32i.n	a9, sp, 52
	l32i.n	a8, sp, 48
	.loc 1 27 17
	s32i.n	a4, a2, 4
	s32i.n	a5, a2, 8
	.loc 1 29 10
	s32i.n	a6, a2, 12
	s32i.n	a8, a2, 16
	s32i.n	a9, a2, 20
	.loc 1 30 1
	retw.n
.LFE10:
	.size	wrap, .-wrap
	.section	.text.weigh,"ax",@progbits
	.align	4
	.type	weigh, @function
weigh:
.LFB11:
	.loc 1 33 1
	entry	sp, 64
.LCFI8:
	.loc 1 34 11
	extui	a2, a2, 0, 8
	.loc 1 34 64
	addx4	a8, a7, a7
	.loc 1 34 53
	subx8	a6, a6, a6
	.loc 1 34 64
	addx2	a7, a8, a7
	.loc 1 34 70
	add.n	a6, a6, a2
	.loc 1 34 31
	extui	a8, a3, 16, 8
	.loc 1 34 86
	l32i	a9, sp, 72
	.loc 1 34 70
	add.n	a6, a6, a7
	.loc 1 34 31
	addx2	a8, a8, a8
	.loc 1 34 70
	add.n	a6, a6, a8
	.loc 1 34 20
	extui	a3, a3, 0, 8
	.loc 1 34 42
	extui	a4, a4, 16, 16
	.loc 1 34 70
	addx2	a3, a3, a6
	.loc 1 34 42
	addx4	a4, a4, a4
	.loc 1 34 86
	addx2	a2, a9, a9
	.loc 1 34 70
	add.n	a3, a3, a4
	.loc 1 34 86
	addx4	a2, a2, a9
	.loc 1 35 1
	add.n	a2, a3, a2
	.loc 1 33 1
	.loc 1 35 1
	retw.n
.LFE11:
	.size	weigh, .-weigh
	.section	.text.far,"ax",@progbits
	.align	4
	.type	far, @function
far:
.LFB12:
	.loc 1 37 1
	entry	sp, 32
.LCFI9:
	l32i	a14, sp, 80
	l32i	a13, sp, 84
	addi	a9, sp, 32
	addi	a12, sp, 72
	.loc 1 38 12
	movi.n	a8, 0xc
.L13:
.LBB3:
	.loc 1 39 36 discriminator 3
	l32i.n	a10, a9, 0
	.loc 1 39 42 discriminator 3
	slli	a11, a8, 4
	add.n	a8, a11, a8
	.loc 1 39 21 discriminator 3
	addi.n	a9, a9, 4
	.loc 1 39 36 discriminator 3
	add.n	a8, a8, a10
	.loc 1 39 21 discriminator 3
	bne	a9, a12, .L13
.LBE3:
	.loc 1 41 69
	l32i	a2, sp, 88
	l32i	a9, sp, 92
	xor	a2, a2, a9
	xor	a2, a2, a14
	xor	a2, a2, a13
	.loc 1 42 1
	xor	a2, a2, a8
	retw.n
.LFE12:
	.size	far, .-far
	.section	.text.add,"ax",@progbits
	.align	4
	.type	add, @function
add:
.LFB13:
	.loc 1 43 56
	entry	sp, 80
.LCFI10:
	.loc 1 43 112
	add.n	a2, a2, a5
	add.n	a3, a3, a6
	add.n	a4, a4, a7
	movi.n	a5, 0
	.loc 1 43 56
	.loc 1 43 112
	retw.n
.LFE13:
	.size	add, .-add
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC15:
	.string	"%u\n"
	.align	4
.LC17:
	.string	"%u %u %u\n"
	.align	4
.LC20:
	.string	"%08x %08x\n"
	.align	4
.LC22:
	.string	"%d %d %d\n"
	.align	4
.LC24:
	.string	"%016llx %x\n"
	.align	4
.LC26:
	.string	"%u %u\n"
	.align	4
.LC30:
	.string	"%08x\n"
	.align	4
.LC33:
	.string	"%u %d %.2f\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC14, 1000003
	.literal .LC16, .LC15
	.literal .LC18, .LC17
	.literal .LC19, 305419896
	.literal .LC21, .LC20
	.literal .LC23, .LC22
	.literal .LC25, .LC24
	.literal .LC27, .LC26
	.literal .LC31, .LC30
	.literal .LC32, 0x00000000, 0x3ff80000
	.literal .LC34, .LC33
	.align	4
	.global	main
	.type	main, @function
main:
.LFB14:
	.loc 1 46 1
	entry	sp, 400
.LCFI11:
	.loc 1 47 20
	addi	a5, sp, 64
	l32r	a11, .LC14
	mov.n	a10, a5
	call8	make40
	.loc 1 48 18
	movi.n	a10, 0x32
	call8	make1
	.loc 1 48 3
	extui	a11, a10, 0, 8
	l32r	a10, .LC16
	.loc 1 47 20
	l32i	a6, sp, 64
	.loc 1 48 3
	call8	printf
	.loc 1 49 24
	movi	a10, 0xfe
	call8	make3
	.loc 1 49 3
	extui	a3, a10, 0, 8
	.loc 1 49 38
	movi	a10, 0xfe
	call8	make3
	.loc 1 49 3
	extui	a4, a10, 8, 8
	.loc 1 49 52
	movi	a10, 0xfe
	call8	make3
	.loc 1 49 3
	l32r	a2, .LC18
	extui	a13, a10, 16, 8
	mov.n	a12, a4
	mov.n	a11, a3
	mov.n	a10, a2
	call8	printf
	.loc 1 50 24
	movi	a10, 0x12c
	call8	make6
	.loc 1 50 3
	extui	a3, a10, 0, 16
	.loc 1 50 38
	movi	a10, 0x12c
	call8	make6
	.loc 1 50 3
	extui	a4, a10, 16, 16
	.loc 1 50 52
	movi	a10, 0x12c
	call8	make6
	.loc 1 50 3
	extui	a13, a11, 0, 16
	mov.n	a12, a4
	mov.n	a11, a3
	.loc 1 50 52
	s16i	a10, a5, 226
	.loc 1 50 3
	mov.n	a10, a2
	call8	printf
	.loc 1 51 35
	l32r	a3, .LC19
	.loc 1 58 14
	movi.n	a2, 0
	.loc 1 51 35
	mov.n	a10, a3
	call8	make8
	mov.n	a4, a10
	.loc 1 51 66
	mov.n	a10, a3
	call8	make8
	.loc 1 51 3
	l32r	a10, .LC21
	mov.n	a12, a11
	mov.n	a11, a4
	call8	printf
	.loc 1 52 29
	movi.n	a10, -9
	call8	make12
	mov.n	a7, a10
	.loc 1 52 48
	movi.n	a10, -9
	call8	make12
	.loc 1 52 67
	movi.n	a10, -9
	.loc 1 52 48
	mov.n	a4, a11
	.loc 1 52 67
	call8	make12
	.loc 1 52 3
	l32r	a10, .LC23
	mov.n	a13, a12
	mov.n	a11, a7
	mov.n	a12, a4
	call8	printf
	.loc 1 53 46
	movi.n	a10, 7
	call8	make16
	s32i	a10, sp, 160
	.loc 1 53 69
	movi.n	a10, 7
	.loc 1 53 46
	s32i	a11, sp, 164
	.loc 1 53 69
	call8	make16
	.loc 1 53 3
	mov.n	a14, a13
	l32i	a12, sp, 160
	l32i	a13, sp, 164
	l32r	a10, .LC25
	.loc 1 58 14
	mov.n	a3, a2
	.loc 1 53 3
	call8	printf
	.loc 1 54 3
	l32i	a12, sp, 100
	l32r	a10, .LC27
	mov.n	a11, a6
	call8	printf
	.loc 1 55 30
	movi.n	a10, 1
	call8	make1
	movi	a8, 0x150
	add.n	a8, a8, sp
	s8i	a10, a8, 0
	movi.n	a10, 2
	call8	make3
	mov.n	a11, a10
	mov.n	a15, a11
	extui	a8, a11, 8, 8
	s8i	a11, a5, 247
	s32i	a8, sp, 348
	s32i	a15, sp, 352
	movi.n	a10, 3
	extui	a7, a11, 16, 8
	call8	make6
	mov.n	a12, a10
	extui	a13, a10, 16, 16
	movi.n	a10, 4
	s16i	a12, sp, 284
	s16i	a13, sp, 286
	s16i	a11, sp, 288
	call8	make8
	mov.n	a14, a10
	s32i	a14, sp, 344
	movi.n	a10, 5
	s32i	a11, sp, 340
	call8	make12
	l32i	a8, sp, 348
	l32i	a15, sp, 352
	s32i.n	a11, sp, 4
	extui	a8, a8, 0, 8
	movi	a11, 0x150
	s32i.n	a12, sp, 8
	extui	a15, a15, 0, 8
	extui	a9, a7, 0, 8
	s32i.n	a10, sp, 0
	add.n	a11, a11, sp
	slli	a8, a8, 8
	slli	a9, a9, 16
	l32i	a14, sp, 344
	or	a8, a8, a15
	l32i	a13, sp, 288
	l32i	a15, sp, 340
	l32i	a12, sp, 284
	l8ui	a10, a11, 0
	or	a11, a9, a8
	call8	weigh
	.loc 1 55 3
	l32r	a7, .LC31
	mov.n	a11, a10
	mov.n	a10, a7
	call8	printf
	.loc 1 56 30
	movi	a10, 0x63
	call8	make16
	movi.n	a8, 4
	s32i.n	a13, sp, 60
	s32i.n	a8, sp, 40
	s32i.n	a10, sp, 48
	s32i.n	a11, sp, 52
	s32i.n	a12, sp, 56
	mov.n	a11, a5
	movi.n	a12, 0x28
	mov.n	a10, sp
	call8	memcpy
	movi.n	a10, 3
	call8	far
	.loc 1 56 3
	mov.n	a11, a10
	mov.n	a10, a7
	call8	printf
	.loc 1 57 3
	l32r	a10, .LC16
	mov.n	a11, a6
	.loc 1 58 14
	mov.n	a4, a2
	.loc 1 57 3
	call8	printf
.LBB4:
	.loc 1 59 12
	mov.n	a6, a2
	.loc 1 59 21
	movi.n	a7, 0x14
.L17:
	.loc 1 59 40 discriminator 3
	mov.n	a10, a6
	call8	make12
	mov.n	a13, a10
	mov.n	a14, a11
	mov.n	a15, a12
	mov.n	a10, a3
	mov.n	a11, a2
	mov.n	a12, a4
	call8	add
	.loc 1 59 28 discriminator 3
	addi.n	a6, a6, 1
	.loc 1 59 40 discriminator 3
	mov.n	a3, a10
	mov.n	a2, a11
	mov.n	a4, a12
	.loc 1 59 21 discriminator 3
	bne	a6, a7, .L17
.LBE4:
	.loc 1 60 3
	l32r	a10, .LC23
	mov.n	a13, a12
	mov.n	a11, a3
	mov.n	a12, a2
	call8	printf
	.loc 1 61 21
	movi.n	a10, 0xa
	call8	make3
	movi	a3, 0xf4
	add.n	a5, a5, a3
	mov.n	a2, a10
	extui	a4, a10, 8, 8
	extui	a3, a10, 16, 8
	movi.n	a10, 4
	s8i	a2, a5, 0
	s8i	a3, a5, 2
	s8i	a4, a5, 1
	call8	make12
	l32r	a2, .LC32
	l32r	a3, .LC32+4
	mov.n	a13, a11
	l32i.n	a11, a5, 0
	mov.n	a14, a12
	s32i.n	a2, sp, 0
	mov.n	a12, a10
	s32i.n	a3, sp, 4
	addi	a10, sp, 104
	call8	wrap
	.loc 1 62 3
	l32i	a12, sp, 116
	l8ui	a11, sp, 106
	l32i	a14, sp, 120
	l32i	a15, sp, 124
	l32r	a10, .LC34
	.loc 1 64 1
	movi.n	a2, 0
	.loc 1 62 3
	call8	printf
	.loc 1 64 1
	retw.n
.LFE14:
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
	.uleb128 0x30
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
	.uleb128 0x30
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
	.uleb128 0x30
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
	.byte	0xe
	.uleb128 0x30
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
.LSFDE14:
	.4byte	.LEFDE14-.LASFDE14
.LASFDE14:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI7-.LFB10
	.byte	0xe
	.uleb128 0x30
	.align	4
.LEFDE14:
.LSFDE16:
	.4byte	.LEFDE16-.LASFDE16
.LASFDE16:
	.4byte	.Lframe0
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.byte	0x4
	.4byte	.LCFI8-.LFB11
	.byte	0xe
	.uleb128 0x40
	.align	4
.LEFDE16:
.LSFDE18:
	.4byte	.LEFDE18-.LASFDE18
.LASFDE18:
	.4byte	.Lframe0
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.byte	0x4
	.4byte	.LCFI9-.LFB12
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE18:
.LSFDE20:
	.4byte	.LEFDE20-.LASFDE20
.LASFDE20:
	.4byte	.Lframe0
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.byte	0x4
	.4byte	.LCFI10-.LFB13
	.byte	0xe
	.uleb128 0x50
	.align	4
.LEFDE20:
.LSFDE22:
	.4byte	.LEFDE22-.LASFDE22
.LASFDE22:
	.4byte	.Lframe0
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.byte	0x4
	.4byte	.LCFI11-.LFB14
	.byte	0xe
	.uleb128 0x190
	.align	4
.LEFDE22:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0xf8
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x3
	.4byte	.LASF11
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x4
	.4byte	.LASF12
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x5
	.4byte	.LASF13
	.byte	0x1
	.byte	0x2d
	.byte	0x5
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.string	"add"
	.byte	0x2b
	.byte	0x18
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.string	"far"
	.byte	0x24
	.byte	0x16
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x20
	.byte	0x16
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x19
	.byte	0x1b
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x13
	.byte	0x18
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x12
	.byte	0x18
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF6
	.byte	0x11
	.byte	0x18
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF7
	.byte	0x10
	.byte	0x17
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF8
	.byte	0xf
	.byte	0x17
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF9
	.byte	0xe
	.byte	0x17
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF10
	.byte	0xd
	.byte	0x17
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
	.uleb128 0x8
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
	.uleb128 0x3c
	.uleb128 0x19
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
	.4byte	0x74
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
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
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
	.4byte	.LFB8
	.uleb128 .LFE8-.LFB8
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
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF10:
	.string	"make1"
.LASF9:
	.string	"make3"
.LASF2:
	.string	"weigh"
.LASF7:
	.string	"make8"
.LASF8:
	.string	"make6"
.LASF5:
	.string	"make16"
.LASF3:
	.string	"wrap"
.LASF6:
	.string	"make12"
.LASF11:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF4:
	.string	"make40"
.LASF13:
	.string	"main"
.LASF12:
	.string	"printf"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"structs.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
