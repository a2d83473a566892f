	.file	"leak.c"
	.text
.Ltext0:
	.file 0 "." "leak.c"
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC0:
	.string	"message %d"
	.section	.text.make_message,"ax",@progbits
	.literal_position
	.literal .LC1, .LC0
	.align	4
	.type	make_message, @function
make_message:
.LFB3:
	.file 1 "leak.c"
	.loc 1 7 1
	entry	sp, 32
.LCFI0:
	.loc 1 8 43
	extui	a10, a2, 0, 3
	.loc 1 8 16
	addi	a10, a10, 24
	call8	malloc
	.loc 1 7 1
	mov.n	a3, a2
	.loc 1 9 3
	l32r	a12, .LC1
	mov.n	a13, a3
	movi.n	a11, 0x18
	.loc 1 8 16
	mov.n	a2, a10
	.loc 1 9 3
	call8	snprintf
	.loc 1 11 1
	retw.n
.LFE3:
	.size	make_message, .-make_message
	.global	__umodsi3
	.global	__modsi3
	.section	.text.send_message,"ax",@progbits
	.align	4
	.type	send_message, @function
send_message:
.LFB4:
	.loc 1 14 1
	entry	sp, 32
.LCFI1:
	.loc 1 15 16
	mov.n	a10, a2
	call8	make_message
	mov.n	a3, a10
	.loc 1 16 21
	call8	strlen
	mov.n	a4, a10
	.loc 1 17 14
	movi.n	a11, 0xa
	mov.n	a10, a2
	call8	__modsi3
	.loc 1 17 6
	beqi	a10, 7, .L5
	.loc 1 18 3
	mov.n	a10, a3
	call8	free
	.loc 1 19 10
	j	.L3
.L5:
	.loc 1 17 32
	movi.n	a4, -1
.L3:
	.loc 1 20 1
	mov.n	a2, a4
	retw.n
.LFE4:
	.size	send_message, .-send_message
	.section	.rodata.str1.4
	.align	4
.LC3:
	.string	"%d sent, %d failed\n"
	.section	.text.app_main,"ax",@progbits
	.literal_position
	.literal .LC2, records
	.literal .LC4, .LC3
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
.LFB5:
	.loc 1 23 1
	entry	sp, 32
.LCFI2:
	.loc 1 25 3
	l32r	a10, .LC2
	movi.n	a11, 0x20
	call8	heap_trace_init_standalone
.LBB2:
	.loc 1 27 12
	movi.n	a2, 0
.LBE2:
	.loc 1 26 3
	movi.n	a10, 1
	call8	heap_trace_start
	.loc 1 24 17
	mov.n	a5, a2
	.loc 1 24 7
	mov.n	a3, a2
.LBB3:
	.loc 1 27 31
	movi.n	a4, 0x28
.L9:
	.loc 1 28 9
	mov.n	a10, a2
	call8	send_message
	.loc 1 28 8
	bgez	a10, .L7
	.loc 1 28 41 discriminator 1
	addi.n	a5, a5, 1
	j	.L8
.L7:
	.loc 1 29 14
	addi.n	a3, a3, 1
.L8:
	.loc 1 27 43 discriminator 2
	addi.n	a2, a2, 1
	.loc 1 27 31 discriminator 2
	bne	a2, a4, .L9
.LBE3:
	.loc 1 31 3
	call8	heap_trace_stop
	.loc 1 32 3
	l32r	a10, .LC4
	mov.n	a12, a5
	mov.n	a11, a3
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
	.text
.Letext0:
	.file 2 "xtal.h"
	.file 3 "../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x9f
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x3
	.4byte	.LASF13
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
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
	.uleb128 0x2
	.4byte	.LASF11
	.byte	0xd
	.byte	0x26
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF12
	.byte	0x6
	.byte	0x28
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
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x2c
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
