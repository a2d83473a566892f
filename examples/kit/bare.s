	.file	"bare.c"
	.text
.Ltext0:
	.file 0 "." "bare.c"
	.section	.text.print,"ax",@progbits
	.align	4
	.type	print, @function
print:
.LFB3:
	.file 1 "bare.c"
	.loc 1 11 1
	entry	sp, 32
.LCFI0:
	.loc 1 13 10
	l8ui	a5, a2, 0
	.loc 1 11 1
	mov.n	a4, a2
	.loc 1 13 10
	beqz.n	a5, .L2
	.loc 1 12 7
	movi.n	a5, 0
.L3:
	.loc 1 13 30 discriminator 2
	addi.n	a5, a5, 1
	.loc 1 13 14 discriminator 2
	add.n	a8, a4, a5
	.loc 1 13 10 discriminator 2
	l8ui	a8, a8, 0
	bnez.n	a8, .L3
.L2:
.LBB8:
.LBB9:
.LBB10:
.LBB11:
	.file 2 "xtal.h"
	.loc 2 43 16
	movi.n	a2, 4
	.loc 2 44 16
	movi.n	a3, 1
	.loc 2 47 3
#APP
# 47 "xtal.h" 1
	simcall
# 0 "" 2
#NO_APP
.LBE11:
.LBE10:
.LBE9:
.LBE8:
	.loc 1 15 1
	retw.n
.LFE3:
	.size	print, .-print
	.global	__umodsi3
	.global	__udivsi3
	.section	.text.print_number,"ax",@progbits
	.align	4
	.type	print_number, @function
print_number:
.LFB4:
	.loc 1 18 1
	entry	sp, 48
.LCFI1:
	.loc 1 20 6
	movi.n	a3, 0
	s8i	a3, sp, 10
	.loc 1 21 32
	movi.n	a5, 0xa
	.loc 1 19 21
	addi.n	a3, sp, 10
	.loc 1 22 10
	movi.n	a6, 9
.L8:
	.loc 1 21 32 discriminator 1
	mov.n	a11, a5
	mov.n	a10, a2
	call8	__umodsi3
	.loc 1 21 13 discriminator 1
	addi	a8, a10, 48
	.loc 1 21 11 discriminator 1
	addi.n	a3, a3, -1
	.loc 1 22 16 discriminator 1
	mov.n	a10, a2
	mov.n	a11, a5
	.loc 1 21 11 discriminator 1
	s8i	a8, a3, 0
	mov.n	a4, a2
	.loc 1 22 16 discriminator 1
	call8	__udivsi3
	mov.n	a2, a10
	.loc 1 22 10 discriminator 1
	bltu	a6, a4, .L8
	.loc 1 23 3
	mov.n	a10, a3
	call8	print
	.loc 1 24 1
	retw.n
.LFE4:
	.size	print_number, .-print_number
	.section	.text.exception,"ax",@progbits
	.literal_position
	.literal .LC0, 10000
	.literal .LC1, ticks
	.literal .LC2, caught
	.literal .LC3, last_cause
	.align	4
	.global	exception
	.type	exception, @function
exception:
.LFB5:
	.loc 1 27 1
	entry	sp, 32
.LCFI2:
	.loc 1 28 12
	l32i	a10, a2, 72
	.loc 1 28 6
	bnei	a10, 4, .L11
.LBB12:
	.loc 1 29 5
#APP
# 29 "bare.c" 1
	rsr.ccompare0 a2
# 0 "" 2
#NO_APP
.LBE12:
	l32r	a8, .LC0
	add.n	a2, a2, a8
#APP
# 29 "bare.c" 1
	wsr.ccompare0 a2; rsync
# 0 "" 2
	.loc 1 30 10
#NO_APP
	l32r	a8, .LC1
	memw
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	memw
	s32i.n	a2, a8, 0
	.loc 1 31 5
	j	.L10
.L11:
	.loc 1 33 9
	l32r	a11, .LC2
	.loc 1 35 14
	l32i	a8, a2, 64
	.loc 1 33 9
	memw
	l32i.n	a9, a11, 0
	.loc 1 35 14
	addi.n	a8, a8, 3
	.loc 1 33 9
	addi.n	a9, a9, 1
	memw
	s32i.n	a9, a11, 0
	.loc 1 34 14
	l32r	a9, .LC3
	.loc 1 35 14
	s32i	a8, a2, 64
	.loc 1 34 14
	s32i.n	a10, a9, 0
.L10:
	.loc 1 36 1
	retw.n
.LFE5:
	.size	exception, .-exception
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC4:
	.string	"bare metal\n"
	.align	4
.LC8:
	.string	"ten ticks\n"
	.align	4
.LC10:
	.string	"exceptions caught: "
	.align	4
.LC13:
	.string	", the last with cause "
	.align	4
.LC16:
	.string	", quotient untouched: "
	.align	4
.LC18:
	.string	"\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC5, .LC4
	.literal .LC6, 10000
	.literal .LC7, ticks
	.literal .LC9, .LC8
	.literal .LC11, .LC10
	.literal .LC12, caught
	.literal .LC14, .LC13
	.literal .LC15, last_cause
	.literal .LC17, .LC16
	.literal .LC19, .LC18
	.align	4
	.global	main
	.type	main, @function
main:
.LFB6:
	.loc 1 39 1
	entry	sp, 32
.LCFI3:
	.loc 1 40 3
	l32r	a10, .LC5
	call8	print
.LBB13:
	.loc 1 41 3
#APP
# 41 "bare.c" 1
	rsr.ccount a2
# 0 "" 2
#NO_APP
.LBE13:
	l32r	a3, .LC6
	add.n	a2, a2, a3
#APP
# 41 "bare.c" 1
	wsr.ccompare0 a2; rsync
# 0 "" 2
	.loc 1 42 3
#NO_APP
	movi.n	a2, 0x40
#APP
# 42 "bare.c" 1
	wsr.intenable a2; rsync
# 0 "" 2
#NO_APP
	l32r	a10, .LC7
	.loc 1 43 16
	movi.n	a9, 9
.L14:
	.loc 1 43 16 is_stmt 0 discriminator 1
	memw
	l32i.n	a8, a10, 0
	bgeu	a9, a8, .L14
	.loc 1 44 3 is_stmt 1
	movi.n	a3, 0
#APP
# 44 "bare.c" 1
	wsr.intenable a3; rsync
# 0 "" 2
	.loc 1 45 3
#NO_APP
	l32r	a10, .LC9
	.loc 1 48 3
	movi.n	a2, 5
	.loc 1 45 3
	call8	print
	.loc 1 48 3
#APP
# 48 "bare.c" 1
	.begin no-transform
	quou a2, a2, a3
	syscall
	.end no-transform
# 0 "" 2
	.loc 1 49 3
#NO_APP
	l32r	a10, .LC11
	call8	print
	.loc 1 50 3
	l32r	a4, .LC12
	memw
	l32i.n	a10, a4, 0
	call8	print_number
	.loc 1 51 3
	l32r	a10, .LC14
	call8	print
	.loc 1 52 3
	l32r	a8, .LC15
	l32i.n	a10, a8, 0
	call8	print_number
	.loc 1 53 3
	l32r	a10, .LC17
	call8	print
	.loc 1 54 3
	mov.n	a10, a2
	call8	print_number
	.loc 1 55 3
	l32r	a10, .LC19
	.loc 1 56 26
	movi.n	a2, 1
	.loc 1 55 3
	call8	print
	.loc 1 56 26
	memw
	l32i.n	a8, a4, 0
	addi	a8, a8, -2
	moveqz	a2, a3, a8
	.loc 1 57 1
	retw.n
.LFE6:
	.size	main, .-main
	.local	last_cause
	.comm	last_cause,4,4
	.local	caught
	.comm	caught,4,4
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
	.text
.Letext0:
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x9d
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x2
	.4byte	.LASF6
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL0
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x3
	.4byte	.LASF2
	.byte	0x1
	.byte	0x26
	.byte	0x5
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x4
	.4byte	.LASF3
	.byte	0x1
	.byte	0x1a
	.byte	0x6
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.4byte	.LASF7
	.byte	0x1
	.byte	0x11
	.byte	0xd
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x6
	.4byte	.LASF8
	.byte	0x1
	.byte	0xa
	.byte	0xd
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x94
	.uleb128 0x7
	.4byte	0x94
	.4byte	.LBB8
	.4byte	.LBE8-.LBB8
	.byte	0x1
	.byte	0xe
	.byte	0x3
	.uleb128 0x8
	.4byte	0x9a
	.4byte	.LBB10
	.4byte	.LBE10-.LBB10
	.byte	0x2
	.byte	0x32
	.byte	0x50
	.byte	0
	.byte	0
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x32
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x29
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
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0x21
	.sleb128 19
	.uleb128 0x20
	.uleb128 0x21
	.sleb128 3
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
	.uleb128 0x7a
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x5
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
	.uleb128 0x6
	.uleb128 0x2e
	.byte	0x1
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
	.uleb128 0x7a
	.uleb128 0x19
	.uleb128 0x1
	.uleb128 0x13
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
	.byte	0
	.byte	0
	.uleb128 0x8
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
.LASF5:
	.string	"simcall"
.LASF7:
	.string	"print_number"
.LASF6:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fno-asynchronous-unwind-tables"
.LASF8:
	.string	"print"
.LASF4:
	.string	"simcall_write"
.LASF2:
	.string	"main"
.LASF3:
	.string	"exception"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"bare.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
