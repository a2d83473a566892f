	.file	"timer.c"
	.text
.Ltext0:
	.file 0 "." "timer.c"
	.section	.text.collatz,"ax",@progbits
	.align	4
	.type	collatz, @function
collatz:
.LFB3:
	.file 1 "timer.c"
	.loc 1 13 42
	entry	sp, 32
.LCFI0:
	.loc 1 13 42
	mov.n	a8, a2
	.loc 1 13 53
	movi.n	a2, 0
	.loc 1 13 73
	beqi	a8, 1, .L1
.L5:
	.loc 1 13 95
	addx2	a9, a8, a8
	.loc 1 13 103
	bbci	a8, 0, .L3
	addi.n	a8, a9, 1
	j	.L4
.L3:
	srli	a8, a8, 1
.L4:
	.loc 1 13 117
	addi.n	a2, a2, 1
	.loc 1 13 73
	bnei	a8, 1, .L5
.L1:
	.loc 1 13 137
	retw.n
.LFE3:
	.size	collatz, .-collatz
	.section	.text.deep,"ax",@progbits
	.align	4
	.type	deep, @function
deep:
.LFB4:
	.loc 1 15 39
	entry	sp, 32
.LCFI1:
	.loc 1 15 59
	beqz.n	a2, .L12
	movi.n	a8, 1
	movi.n	a10, 0
.L11:
	mull	a9, a2, a8
	.loc 1 15 61 discriminator 1
	addi.n	a2, a2, -1
	addx2	a8, a8, a8
	add.n	a10, a10, a9
	.loc 1 15 59 discriminator 1
	bnez.n	a2, .L11
	add.n	a2, a10, a8
	j	.L9
.L12:
	.loc 1 15 59 is_stmt 0
	movi.n	a2, 1
.L9:
	.loc 1 15 82 is_stmt 1
	retw.n
.LFE4:
	.size	deep, .-deep
	.section	.text.exception,"ax",@progbits
	.literal_position
	.literal .LC0, 20000
	.literal .LC1, ticks
	.literal .LC2, history
	.literal .LC3, software
	.align	4
	.global	exception
	.type	exception, @function
exception:
.LFB6:
	.loc 1 25 1
	entry	sp, 32
.LCFI2:
	.loc 1 26 12
	l32i	a3, a2, 72
	.loc 1 26 6
	beqi	a3, 4, .L15
.LBB31:
.LBB32:
.LBB33:
.LBB34:
	.file 2 "../xtal.h"
	.loc 2 45 16 discriminator 1
	movi.n	a4, 0
	.loc 2 43 16 discriminator 1
	movi.n	a2, 1
	.loc 2 44 16 discriminator 1
	addi	a3, a3, 90
	.loc 2 46 16 discriminator 1
	mov.n	a5, a4
	.loc 2 47 3 discriminator 1
#APP
# 47 "../xtal.h" 1
	simcall
# 0 "" 2
#NO_APP
.L15:
.LBE34:
.LBE33:
.LBE32:
.LBE31:
.LBB35:
	.loc 1 27 22
#APP
# 27 "timer.c" 1
	rsr.interrupt a2
# 0 "" 2
#NO_APP
.LBE35:
.LBB36:
	.loc 1 27 49
#APP
# 27 "timer.c" 1
	rsr.intenable a3
# 0 "" 2
#NO_APP
.LBE36:
	.loc 1 27 12
	and	a2, a2, a3
	.loc 1 28 6
	bbci	a2, 6, .L16
.LBB37:
	.loc 1 29 5
#APP
# 29 "timer.c" 1
	rsr.ccompare0 a3
# 0 "" 2
#NO_APP
.LBE37:
	l32r	a4, .LC0
	add.n	a3, a3, a4
#APP
# 29 "timer.c" 1
	wsr.ccompare0 a3; rsync
# 0 "" 2
#NO_APP
.LBB38:
.LBB39:
	.loc 1 20 13
	l32r	a3, .LC1
	.loc 1 20 6
	movi.n	a8, 0x18
	.loc 1 20 13
	memw
	l32i.n	a4, a3, 0
	.loc 1 20 6
	bltu	a8, a4, .L17
	.loc 1 20 39
	memw
	l32i.n	a10, a3, 0
	.loc 1 20 29
	memw
	l32i.n	a4, a3, 0
	.loc 1 20 39
	addi	a10, a10, 20
	call8	deep
	.loc 1 20 37
	l32r	a8, .LC2
	addx4	a4, a4, a8
	s32i.n	a10, a4, 0
.L17:
	.loc 1 21 8
	memw
	l32i.n	a8, a3, 0
	addi.n	a8, a8, 1
	memw
	s32i.n	a8, a3, 0
.L16:
.LBE39:
.LBE38:
	.loc 1 32 15
	movi	a3, 0x80
	.loc 1 32 6
	bnone	a2, a3, .L14
	.loc 1 33 5
#APP
# 33 "timer.c" 1
	wsr.intclear a3; rsync
# 0 "" 2
	.loc 1 34 13
#NO_APP
	l32r	a3, .LC3
	memw
	l32i.n	a2, a3, 0
	addi.n	a2, a2, 1
	memw
	s32i.n	a2, a3, 0
.L14:
	.loc 1 36 1
	retw.n
.LFE6:
	.size	exception, .-exception
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC6:
	.string	"round %u gave %08x\n"
	.align	4
.LC10:
	.string	"sum %08x, history %08x, %u software interrupts\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC4, 20000
	.literal .LC5, ticks
	.literal .LC7, .LC6
	.literal .LC8, history
	.literal .LC9, software
	.literal .LC11, .LC10
	.align	4
	.global	main
	.type	main, @function
main:
.LFB10:
	.loc 1 51 1
	entry	sp, 48
.LCFI3:
.LBB40:
.LBB41:
.LBB42:
	.loc 1 39 3
#APP
# 39 "timer.c" 1
	rsr.ccount a2
# 0 "" 2
#NO_APP
.LBE42:
	l32r	a3, .LC4
	add.n	a2, a2, a3
#APP
# 39 "timer.c" 1
	wsr.ccompare0 a2; rsync
# 0 "" 2
	.loc 1 40 3
#NO_APP
	movi	a2, 0xc0
#APP
# 40 "timer.c" 1
	wsr.intenable a2; rsync
# 0 "" 2
#NO_APP
.LBE41:
.LBE40:
.LBB43:
.LBB44:
	.loc 1 43 36
	movi	a2, 0x80
#APP
# 43 "timer.c" 1
	wsr.intset a2; rsync
# 0 "" 2
# 43 "timer.c" 1
	wsr.intset a2; rsync
# 0 "" 2
# 43 "timer.c" 1
	wsr.intset a2; rsync
# 0 "" 2
#NO_APP
.LBE44:
.LBE43:
	.loc 1 55 16
	l32r	a2, .LC5
	.loc 1 52 21
	movi.n	a4, 0
	.loc 1 55 16
	memw
	l32i.n	a8, a2, 0
.LBB45:
	.loc 1 57 14
	s32i.n	a4, sp, 0
.LBE45:
	.loc 1 55 16
	movi.n	a5, 0x18
	.loc 1 52 12
	mov.n	a3, a4
.LBB50:
.LBB46:
	.loc 1 58 28
	movi.n	a2, 0x28
.LBE46:
.LBE50:
	.loc 1 55 16
	bgeu	a5, a8, .L29
	j	.L30
.L31:
.LBB51:
.LBB47:
	.loc 1 58 59 discriminator 3
	mov.n	a10, a6
	.loc 1 58 53 discriminator 3
	addx4	a7, a12, a12
	.loc 1 58 35 discriminator 3
	addi.n	a6, a6, 1
	.loc 1 58 59 discriminator 3
	call8	collatz
	.loc 1 58 45 discriminator 3
	add.n	a12, a7, a10
	.loc 1 58 28 discriminator 3
	bne	a6, a2, .L31
.LBE47:
	.loc 1 59 8
	beqz.n	a3, .L36
	.loc 1 59 15
	addi.n	a3, a3, 1
	.loc 1 60 13
	beq	a12, a4, .L32
	.loc 1 60 30 discriminator 1
	l32r	a10, .LC7
	mov.n	a11, a3
	call8	printf
	.loc 1 60 104 discriminator 1
	movi.n	a2, 1
	j	.L28
.L36:
.LBB48:
	.loc 1 58 45
	mov.n	a4, a12
.LBE48:
	.loc 1 59 15
	movi.n	a3, 1
.L32:
.LBE51:
	.loc 1 55 16
	l32r	a6, .LC5
	memw
	l32i.n	a8, a6, 0
	bltu	a5, a8, .L30
.L29:
.LBB52:
	.loc 1 57 14
	l32i.n	a12, sp, 0
.LBB49:
	.loc 1 58 19
	movi.n	a6, 1
	j	.L31
.L30:
.LBE49:
.LBE52:
.LBB53:
.LBB54:
	.loc 1 42 26
	movi.n	a12, 0
#APP
# 42 "timer.c" 1
	wsr.intenable a12; rsync
# 0 "" 2
#NO_APP
	l32r	a2, .LC8
	addi	a6, a2, 100
.L34:
.LBE54:
.LBE53:
.LBB55:
	.loc 1 68 40 discriminator 3
	l32i.n	a3, a2, 0
	.loc 1 68 47 discriminator 3
	slli	a5, a12, 5
	sub	a12, a5, a12
	.loc 1 68 21 discriminator 3
	addi.n	a2, a2, 4
	.loc 1 68 40 discriminator 3
	add.n	a12, a12, a3
	.loc 1 68 21 discriminator 3
	bne	a2, a6, .L34
.LBE55:
	.loc 1 69 3
	l32r	a2, .LC9
	l32r	a10, .LC11
	memw
	l32i.n	a13, a2, 0
	mov.n	a11, a4
	call8	printf
	.loc 1 70 10
	movi.n	a2, 0
.L28:
	.loc 1 71 1
	retw.n
.LFE10:
	.size	main, .-main
	.local	history
	.comm	history,100,4
	.local	software
	.comm	software,4,4
	.local	ticks
	.comm	ticks,4,4
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
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI3-.LFB10
	.byte	0xe
	.uleb128 0x30
	.align	4
.LEFDE6:
	.text
.Letext0:
	.file 3 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x112
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x5
	.4byte	.LASF12
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x6
	.4byte	.LASF13
	.byte	0x3
	.byte	0x84
	.byte	0x5
	.uleb128 0x3
	.4byte	.LASF5
	.byte	0x32
	.byte	0x5
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x74
	.uleb128 0x2
	.4byte	0x86
	.4byte	.LBB40
	.4byte	.LBE40-.LBB40
	.byte	0x1
	.byte	0x35
	.byte	0x3
	.uleb128 0x2
	.4byte	0x74
	.4byte	.LBB43
	.4byte	.LBE43-.LBB43
	.byte	0x1
	.byte	0x36
	.byte	0x1f
	.uleb128 0x2
	.4byte	0x7d
	.4byte	.LBB53
	.4byte	.LBE53-.LBB53
	.byte	0x1
	.byte	0x3e
	.byte	0x3
	.byte	0
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x1
	.byte	0x2b
	.byte	0xd
	.byte	0x1
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0x1
	.byte	0x2a
	.byte	0xd
	.byte	0x1
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x1
	.byte	0x25
	.byte	0xd
	.byte	0x1
	.uleb128 0x3
	.4byte	.LASF6
	.byte	0x18
	.byte	0x6
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.4byte	0xda
	.uleb128 0x7
	.4byte	0x103
	.4byte	.LBB31
	.4byte	.LBE31-.LBB31
	.byte	0x1
	.byte	0x1a
	.byte	0x28
	.4byte	0xc9
	.uleb128 0x2
	.4byte	0x10c
	.4byte	.LBB33
	.4byte	.LBE33-.LBB33
	.byte	0x2
	.byte	0x33
	.byte	0x2f
	.byte	0
	.uleb128 0x2
	.4byte	0xda
	.4byte	.LBB38
	.4byte	.LBE38-.LBB38
	.byte	0x1
	.byte	0x1e
	.byte	0x5
	.byte	0
	.uleb128 0x1
	.4byte	.LASF7
	.byte	0x1
	.byte	0x12
	.byte	0xd
	.byte	0x1
	.uleb128 0x4
	.4byte	.LASF8
	.byte	0xf
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x4
	.4byte	.LASF9
	.byte	0xd
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x1
	.4byte	.LASF10
	.byte	0x2
	.byte	0x33
	.byte	0x14
	.byte	0x3
	.uleb128 0x1
	.4byte	.LASF11
	.byte	0x2
	.byte	0x29
	.byte	0x13
	.byte	0x3
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
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
	.uleb128 0x2
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
	.uleb128 0x3
	.uleb128 0x2e
	.byte	0x1
	.uleb128 0x3f
	.uleb128 0x19
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
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x4
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
	.sleb128 22
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
	.uleb128 0x5
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
	.uleb128 0x6
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
	.uleb128 0x7
	.uleb128 0x1d
	.byte	0x1
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
	.uleb128 0x1
	.uleb128 0x13
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
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
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
	.4byte	.LFB10
	.uleb128 .LFE10-.LFB10
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF9:
	.string	"collatz"
.LASF8:
	.string	"deep"
.LASF3:
	.string	"stop"
.LASF10:
	.string	"simcall_exit"
.LASF2:
	.string	"raise_software"
.LASF7:
	.string	"on_tick"
.LASF12:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF11:
	.string	"simcall"
.LASF6:
	.string	"exception"
.LASF5:
	.string	"main"
.LASF4:
	.string	"start"
.LASF13:
	.string	"printf"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"timer.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
