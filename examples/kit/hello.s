	.file	"hello.c"
	.text
.Ltext0:
	.file 0 "." "hello.c"
	.section	.text.fibonacci,"ax",@progbits
	.align	4
	.type	fibonacci, @function
fibonacci:
.LFB3:
	.file 1 "hello.c"
	.loc 1 5 1
	entry	sp, 128
.LCFI0:
	.loc 1 6 20
	bltui	a2, 2, .L2
	addi	a14, a2, -2
	movi.n	a3, -2
	addi.n	a4, a2, -1
	and	a4, a4, a3
	addi	a2, a2, -4
	and	a3, a14, a3
	movi.n	a5, 0
	sub	a4, a14, a4
	sub	a3, a2, a3
	s32i.n	a5, sp, 0
	s32i.n	a4, sp, 36
	s32i.n	a3, sp, 52
	s32i.n	a14, sp, 4
	j	.L34
.L37:
	s32i.n	a3, sp, 4
.L34:
.LBB18:
.LBB19:
	.loc 1 6 20 is_stmt 0 discriminator 1
	l32i.n	a2, sp, 36
	l32i.n	a3, sp, 4
	beq	a2, a3, .L3
	.loc 1 6 20
	movi.n	a4, 0
	s32i.n	a3, sp, 20
	s32i.n	a4, sp, 8
.L32:
.LBB20:
.LBB21:
	l32i.n	a5, sp, 20
	beqi	a5, 1, .L4
	addi.n	a2, a5, -1
	movi.n	a3, 0
	s32i.n	a2, sp, 40
	s32i.n	a2, sp, 24
	s32i.n	a3, sp, 12
.L29:
.LBB22:
.LBB23:
	l32i.n	a4, sp, 24
	beqi	a4, 1, .L5
	addi.n	a5, a4, -1
	movi.n	a2, 0
	s32i.n	a5, sp, 44
	s32i.n	a5, sp, 28
	s32i.n	a2, sp, 16
.L26:
.LBB24:
.LBB25:
	l32i.n	a3, sp, 28
	beqi	a3, 1, .L6
	addi.n	a4, a3, -1
	s32i.n	a4, sp, 48
	mov.n	a7, a4
	movi.n	a14, 0
.L23:
.LBB26:
.LBB27:
	beqi	a7, 1, .L48
	addi.n	a9, a7, -1
	mov.n	a2, a9
	movi.n	a5, 0
	j	.L20
.L36:
	mov.n	a2, a12
.L20:
.LBB28:
.LBB29:
	beqi	a2, 1, .L47
	addi.n	a8, a2, -1
	movi.n	a4, -2
	and	a3, a8, a4
	sub	a3, a2, a3
	addi	a12, a2, -2
	s32i.n	a3, sp, 32
	mov.n	a11, a12
	movi.n	a3, 0
.L17:
.LBB30:
.LBB31:
	l32i.n	a4, sp, 32
	beq	a2, a4, .L9
	mov.n	a13, a7
	mov.n	a6, a11
	mov.n	a7, a3
	movi.n	a4, 0
	mov.n	a3, a2
	j	.L14
.L35:
	mov.n	a6, a10
.L14:
.LBB32:
.LBB33:
	beqi	a6, 1, .L52
.LBE33:
.LBE32:
	.loc 1 6 22 is_stmt 1
	mov.n	a15, a6
.LBB35:
.LBB34:
	.loc 1 6 20
	movi.n	a2, 0
.L11:
	.loc 1 6 22
	addi.n	a10, a15, -1
	s32i	a8, sp, 72
	s32i	a9, sp, 68
	s32i	a11, sp, 80
	s32i	a12, sp, 76
	s32i	a13, sp, 64
	s32i.n	a14, sp, 56
	s32i.n	a15, sp, 60
	call8	fibonacci
	.loc 1 6 41
	l32i.n	a15, sp, 60
	.loc 1 6 20
	l32i	a8, sp, 72
	.loc 1 6 41
	addi	a15, a15, -2
	.loc 1 6 20
	l32i	a9, sp, 68
	l32i	a11, sp, 80
	l32i	a12, sp, 76
	l32i	a13, sp, 64
	l32i.n	a14, sp, 56
	add.n	a2, a2, a10
	bgeui	a15, 2, .L11
	extui	a10, a6, 0, 1
	add.n	a4, a10, a4
	add.n	a4, a4, a2
	addi	a10, a6, -2
.LBE34:
.LBE35:
	bnei	a6, 2, .L35
	j	.L52
.L9:
	add.n	a3, a2, a3
	addi.n	a3, a3, -1
	j	.L16
.L52:
	mov.n	a2, a3
	addi.n	a4, a4, 1
	mov.n	a3, a7
.LBE31:
.LBE30:
	.loc 1 6 41
	addi	a2, a2, -2
.LBB37:
.LBB36:
	mov.n	a7, a13
	add.n	a3, a3, a4
.LBE36:
.LBE37:
	.loc 1 6 20
	addi	a11, a11, -2
	bgeui	a2, 2, .L17
	add.n	a3, a2, a3
.L16:
	add.n	a5, a5, a3
.LBE29:
.LBE28:
	bnei	a8, 1, .L36
.L47:
	addi.n	a5, a5, 1
	add.n	a14, a14, a5
.LBE27:
.LBE26:
	addi	a7, a7, -2
	bnei	a9, 1, .L23
	j	.L48
.L6:
	l32i.n	a5, sp, 16
	addi.n	a2, a5, 1
	j	.L25
.L48:
	l32i.n	a3, sp, 16
.LBE25:
.LBE24:
	l32i.n	a4, sp, 28
	addi.n	a2, a14, 1
	add.n	a3, a3, a2
	addi	a4, a4, -2
	l32i.n	a5, sp, 48
	s32i.n	a3, sp, 16
	s32i.n	a4, sp, 28
	bnei	a5, 1, .L26
	j	.L49
.L5:
	l32i.n	a3, sp, 12
	addi.n	a2, a3, 1
	j	.L28
.L49:
	l32i.n	a4, sp, 16
	addi.n	a2, a4, 1
.L25:
	l32i.n	a5, sp, 12
.LBE23:
.LBE22:
	l32i.n	a3, sp, 44
	add.n	a5, a5, a2
	l32i.n	a2, sp, 24
	s32i.n	a5, sp, 12
	addi	a2, a2, -2
	s32i.n	a2, sp, 24
	bnei	a3, 1, .L29
	j	.L50
.L4:
	l32i.n	a4, sp, 8
	addi.n	a2, a4, 1
	j	.L31
.L50:
	l32i.n	a5, sp, 12
	addi.n	a2, a5, 1
.L28:
	l32i.n	a3, sp, 8
.LBE21:
.LBE20:
	l32i.n	a4, sp, 20
	add.n	a3, a3, a2
	addi	a4, a4, -2
	l32i.n	a5, sp, 40
	s32i.n	a3, sp, 8
	s32i.n	a4, sp, 20
	bnei	a5, 1, .L32
	j	.L51
.L3:
	l32i.n	a3, sp, 0
	l32i.n	a4, sp, 36
	add.n	a2, a3, a4
	addi.n	a2, a2, 1
	j	.L2
.L51:
	l32i.n	a5, sp, 8
	addi.n	a2, a5, 1
.L31:
	l32i.n	a5, sp, 0
.LBE19:
.LBE18:
	l32i.n	a4, sp, 4
	add.n	a5, a5, a2
	l32i.n	a2, sp, 52
	addi	a3, a4, -2
	s32i.n	a5, sp, 0
	bne	a2, a3, .L37
	add.n	a2, a5, a4
.L2:
	.loc 1 7 1 discriminator 4
	retw.n
.LFE3:
	.size	fibonacci, .-fibonacci
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC0:
	.string	"Hello from an ESP32 that is not there.\n"
	.align	4
.LC2:
	.string	"fibonacci(%2u) = %5u\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC1, .LC0
	.literal .LC3, .LC2
	.align	4
	.global	main
	.type	main, @function
main:
.LFB4:
	.loc 1 10 1
	entry	sp, 32
.LCFI1:
	.loc 1 11 3
	l32r	a10, .LC1
.LBB41:
	.loc 1 12 35
	movi.n	a4, 5
.LBE41:
	.loc 1 11 3
	call8	printf
.LBB44:
	.loc 1 12 41
	l32r	a5, .LC3
	movi.n	a12, 0
	mov.n	a11, a12
	mov.n	a10, a5
	call8	printf
	.loc 1 12 26
	movi.n	a6, 0x19
.L56:
	.loc 1 12 35
	mov.n	a2, a4
	movi.n	a3, 0
.L55:
.LBB42:
.LBB43:
	.loc 1 6 22
	addi.n	a10, a2, -1
	call8	fibonacci
	.loc 1 6 41
	addi	a2, a2, -2
	add.n	a3, a3, a10
	.loc 1 6 20
	bgeui	a2, 2, .L55
	.loc 1 6 41
	extui	a12, a4, 0, 1
.LBE43:
.LBE42:
	.loc 1 12 41
	mov.n	a11, a4
	add.n	a12, a12, a3
	.loc 1 12 35
	addi.n	a4, a4, 5
	.loc 1 12 41
	mov.n	a10, a5
	call8	printf
	.loc 1 12 26
	bne	a4, a6, .L56
.LBE44:
	.loc 1 14 1
	movi.n	a2, 0
	retw.n
.LFE4:
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
	.uleb128 0x80
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
	.text
.Letext0:
	.file 2 "../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0xe0
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x2
	.4byte	.LASF2
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL2
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF3
	.byte	0x2
	.byte	0x84
	.byte	0x5
	.uleb128 0x4
	.4byte	.LASF4
	.byte	0x1
	.byte	0x9
	.byte	0x5
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x55
	.uleb128 0x5
	.4byte	0x55
	.4byte	.LBB42
	.4byte	.LBE42-.LBB42
	.byte	0x1
	.byte	0xc
	.byte	0x29
	.byte	0
	.uleb128 0x6
	.4byte	.LASF5
	.byte	0x1
	.byte	0x4
	.byte	0x11
	.byte	0x1
	.uleb128 0x7
	.4byte	0x55
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB18
	.4byte	.LBE18-.LBB18
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB20
	.4byte	.LBE20-.LBB20
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB22
	.4byte	.LBE22-.LBB22
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB24
	.4byte	.LBE24-.LBB24
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB26
	.4byte	.LBE26-.LBB26
	.uleb128 0x1
	.4byte	0x55
	.4byte	.LBB28
	.4byte	.LBE28-.LBB28
	.uleb128 0x8
	.4byte	0x55
	.4byte	.LBB30
	.4byte	.LLRL0
	.byte	0x1
	.byte	0x6
	.byte	0x16
	.uleb128 0x9
	.4byte	0x55
	.4byte	.LBB32
	.4byte	.LLRL1
	.byte	0x1
	.byte	0x6
	.byte	0x16
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
	.uleb128 0x1d
	.byte	0x1
	.uleb128 0x31
	.uleb128 0x13
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x58
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x59
	.uleb128 0x21
	.sleb128 6
	.uleb128 0x57
	.uleb128 0x21
	.sleb128 22
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
	.byte	0x1
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
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x5
	.uleb128 0x1d
	.byte	0
	.uleb128 0x31
	.uleb128 0x13
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x58
	.uleb128 0xb
	.uleb128 0x59
	.uleb128 0xb
	.uleb128 0x57
	.uleb128 0xb
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
	.uleb128 0x20
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x7
	.uleb128 0x2e
	.byte	0x1
	.uleb128 0x31
	.uleb128 0x13
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
	.uleb128 0x8
	.uleb128 0x1d
	.byte	0x1
	.uleb128 0x31
	.uleb128 0x13
	.uleb128 0x52
	.uleb128 0x1
	.uleb128 0x55
	.uleb128 0x17
	.uleb128 0x58
	.uleb128 0xb
	.uleb128 0x59
	.uleb128 0xb
	.uleb128 0x57
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x9
	.uleb128 0x1d
	.byte	0
	.uleb128 0x31
	.uleb128 0x13
	.uleb128 0x52
	.uleb128 0x1
	.uleb128 0x55
	.uleb128 0x17
	.uleb128 0x58
	.uleb128 0xb
	.uleb128 0x59
	.uleb128 0xb
	.uleb128 0x57
	.uleb128 0xb
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x24
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
	.byte	0x5
	.4byte	.LBB30
	.byte	0x4
	.uleb128 .LBB30-.LBB30
	.uleb128 .LBE30-.LBB30
	.byte	0x4
	.uleb128 .LBB37-.LBB30
	.uleb128 .LBE37-.LBB30
	.byte	0
.LLRL1:
	.byte	0x5
	.4byte	.LBB32
	.byte	0x4
	.uleb128 .LBB32-.LBB32
	.uleb128 .LBE32-.LBB32
	.byte	0x4
	.uleb128 .LBB35-.LBB32
	.uleb128 .LBE35-.LBB32
	.byte	0
.LLRL2:
	.byte	0x7
	.4byte	.LFB3
	.uleb128 .LFE3-.LFB3
	.byte	0x7
	.4byte	.LFB4
	.uleb128 .LFE4-.LFB4
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF3:
	.string	"printf"
.LASF2:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fno-asynchronous-unwind-tables"
.LASF5:
	.string	"fibonacci"
.LASF4:
	.string	"main"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"hello.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
