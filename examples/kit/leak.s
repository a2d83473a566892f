	.file	"leak.c"
	.text
.Ltext0:
	.file 0 "." "leak.c"
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC1:
	.string	"message %d"
	.global	__umodsi3
	.global	__modsi3
	.align	4
.LC3:
	.string	"%d sent, %d failed\n"
	.section	.text.app_main,"ax",@progbits
	.literal_position
	.literal .LC0, records
	.literal .LC2, .LC1
	.literal .LC4, .LC3
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
.LFB5:
	.file 1 "leak.c"
	.loc 1 23 1
	entry	sp, 32
.LCFI0:
	.loc 1 25 3
	l32r	a10, .LC0
	movi.n	a11, 0x20
	call8	heap_trace_init_standalone
.LBB7:
	.loc 1 27 12
	movi.n	a2, 0
.LBE7:
	.loc 1 26 3
	movi.n	a10, 1
	call8	heap_trace_start
	.loc 1 24 17
	mov.n	a7, a2
	.loc 1 24 7
	mov.n	a5, a2
.LBB14:
	.loc 1 27 31
	movi.n	a6, 0x28
.L5:
.LBB8:
.LBB9:
.LBB10:
.LBB11:
	.loc 1 8 43
	extui	a10, a2, 0, 3
	.loc 1 8 16
	addi	a10, a10, 24
	call8	malloc
	.loc 1 9 3
	l32r	a12, .LC2
	movi.n	a11, 0x18
	mov.n	a13, a2
	.loc 1 8 16
	mov.n	a3, a10
	.loc 1 9 3
	call8	snprintf
.LBE11:
.LBE10:
	.loc 1 16 21
	mov.n	a10, a3
	call8	strlen
	mov.n	a4, a10
	.loc 1 17 14
	movi.n	a11, 0xa
	mov.n	a10, a2
	call8	__modsi3
	.loc 1 17 6
	bnei	a10, 7, .L2
.L4:
.LBE9:
.LBE8:
	.loc 1 28 41
	addi.n	a7, a7, 1
	j	.L3
.L2:
.LBB13:
.LBB12:
	.loc 1 18 3
	mov.n	a10, a3
	call8	free
.LBE12:
.LBE13:
	.loc 1 28 8
	bltz	a4, .L4
	.loc 1 29 14
	addi.n	a5, a5, 1
.L3:
	.loc 1 27 43 discriminator 2
	addi.n	a2, a2, 1
	.loc 1 27 31 discriminator 2
	bne	a2, a6, .L5
.LBE14:
	.loc 1 31 3
	call8	heap_trace_stop
	.loc 1 32 3
	l32r	a10, .LC4
	mov.n	a12, a7
	mov.n	a11, a5
	call8	printf
	.loc 1 33 3
	call8	heap_trace_dump
	.loc 1 34 1
	retw.n
.LFE5:
	.size	app_main, .-app_main
	.local	records
	.comm	records,1152,4
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
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI0-.LFB5
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE0:
	.text
.Letext0:
	.file 2 "xtal.h"
	.file 3 "../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0xb1
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x3
	.4byte	.LASF13
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL1
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x2
	.byte	0xe
	.byte	0x5
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x3
	.byte	0x11
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x3
	.byte	0x14
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x3
	.byte	0x91
	.byte	0x8
	.uleb128 0x1
	.4byte	.LASF6
	.byte	0x3
	.byte	0x74
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF7
	.byte	0x3
	.byte	0x84
	.byte	0x5
	.uleb128 0x1
	.4byte	.LASF8
	.byte	0x3
	.byte	0x6e
	.byte	0xb
	.uleb128 0x1
	.4byte	.LASF9
	.byte	0x3
	.byte	0x6d
	.byte	0xb
	.uleb128 0x1
	.4byte	.LASF10
	.byte	0x3
	.byte	0x6c
	.byte	0xb
	.uleb128 0x4
	.4byte	.LASF14
	.byte	0x1
	.byte	0x16
	.byte	0x6
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.4byte	0xa6
	.uleb128 0x5
	.4byte	0xa6
	.4byte	.LBB8
	.4byte	.LLRL0
	.byte	0x1
	.byte	0x1c
	.byte	0x9
	.uleb128 0x6
	.4byte	0xad
	.4byte	.LBB10
	.4byte	.LBE10-.LBB10
	.byte	0x1
	.byte	0xf
	.byte	0x10
	.byte	0
	.byte	0
	.uleb128 0x2
	.4byte	.LASF11
	.byte	0xd
	.byte	0xc
	.uleb128 0x2
	.4byte	.LASF12
	.byte	0x6
	.byte	0xe
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
	.uleb128 0x20
	.uleb128 0x21
	.sleb128 1
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
	.uleb128 0x6
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
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x1c
	.2byte	0x2
	.4byte	.Ldebug_info0
	.byte	0x4
	.byte	0
	.2byte	0
	.2byte	0
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
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
	.4byte	.LBB8
	.byte	0x4
	.uleb128 .LBB8-.LBB8
	.uleb128 .LBE8-.LBB8
	.byte	0x4
	.uleb128 .LBB13-.LBB8
	.uleb128 .LBE13-.LBB8
	.byte	0
.LLRL1:
	.byte	0x7
	.4byte	.LFB5
	.uleb128 .LFE5-.LFB5
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF11:
	.string	"send_message"
.LASF5:
	.string	"strlen"
.LASF2:
	.string	"snprintf"
.LASF4:
	.string	"free"
.LASF12:
	.string	"make_message"
.LASF9:
	.string	"heap_trace_start"
.LASF14:
	.string	"app_main"
.LASF10:
	.string	"heap_trace_init_standalone"
.LASF3:
	.string	"malloc"
.LASF6:
	.string	"heap_trace_dump"
.LASF8:
	.string	"heap_trace_stop"
.LASF13:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fno-asynchronous-unwind-tables"
.LASF7:
	.string	"printf"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"leak.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
