	.file	"w2_faults.c"
	.text
.Ltext0:
	.file 0 "/src" "w2_faults.c"
	.section	.text.fill,"ax",@progbits
	.literal_position
	.align	4
	.type	fill, @function
fill:
.LVL0:
.LFB0:
	.file 1 "w2_faults.c"
	.loc 1 4 40 view -0
	.loc 1 5 3 view .LVU1
.LBB2:
	.loc 1 5 8 view .LVU2
	.loc 1 5 21 view .LVU3
	blti	a3, 1, .L1
	add.n	a3, a2, a3
.LVL1:
	.loc 1 5 36 is_stmt 0 view .LVU4
	movi.n	a4, 0x5a
.LVL2:
.L3:
	.loc 1 5 31 is_stmt 1 discriminator 3 view .LVU5
	.loc 1 5 36 is_stmt 0 discriminator 3 view .LVU6
	s8i	a4, a2, 0
	.loc 1 5 27 is_stmt 1 discriminator 3 view .LVU7
.LVL3:
	.loc 1 5 21 discriminator 3 view .LVU8
	addi.n	a2, a2, 1
.LVL4:
	.loc 1 5 21 is_stmt 0 discriminator 3 view .LVU9
	bne	a2, a3, .L3
.LVL5:
.L1:
	.loc 1 5 21 discriminator 3 view .LVU10
.LBE2:
	.loc 1 6 1 view .LVU11
	ret.n
.LFE0:
	.size	fill, .-fill
	.section	.text.make,"ax",@progbits
	.literal_position
	.align	4
	.type	make, @function
make:
.LVL6:
.LFB1:
	.loc 1 7 35 is_stmt 1 view -0
	.loc 1 8 3 view .LVU13
	.loc 1 7 35 is_stmt 0 view .LVU14
	addi	sp, sp, -16
.LCFI0:
	s32i.n	a0, sp, 12
.LCFI1:
	.loc 1 8 16 view .LVU15
	call0	malloc
.LVL7:
	.loc 1 9 3 is_stmt 1 view .LVU16
	.loc 1 10 1 is_stmt 0 view .LVU17
	l32i.n	a0, sp, 12
	addi	sp, sp, 16
	ret.n
.LFE1:
	.size	make, .-make
	.section	.text.drop,"ax",@progbits
	.literal_position
	.align	4
	.type	drop, @function
drop:
.LVL8:
.LFB2:
	.loc 1 11 33 is_stmt 1 view -0
	.loc 1 12 3 view .LVU19
	.loc 1 11 33 is_stmt 0 view .LVU20
	addi	sp, sp, -16
.LCFI2:
	s32i.n	a0, sp, 12
.LCFI3:
	.loc 1 12 3 view .LVU21
	call0	free
.LVL9:
	.loc 1 13 1 view .LVU22
	l32i.n	a0, sp, 12
	addi	sp, sp, 16
	ret.n
.LFE2:
	.size	drop, .-drop
	.section	.text.overrun,"ax",@progbits
	.literal_position
	.align	4
	.global	overrun
	.type	overrun, @function
overrun:
.LFB3:
	.loc 1 14 23 is_stmt 1 view -0
	.loc 1 14 25 view .LVU24
	.loc 1 14 23 is_stmt 0 view .LVU25
	addi	sp, sp, -16
.LCFI4:
	.loc 1 14 38 view .LVU26
	movi.n	a2, 0x14
	.loc 1 14 23 view .LVU27
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI5:
	.loc 1 14 38 view .LVU28
	call0	make
.LVL10:
	.loc 1 14 48 view .LVU29
	movi.n	a3, 0x15
	.loc 1 14 38 view .LVU30
	mov.n	a12, a2
.LVL11:
	.loc 1 14 48 is_stmt 1 view .LVU31
	call0	fill
.LVL12:
	.loc 1 14 61 view .LVU32
	mov.n	a2, a12
	call0	drop
.LVL13:
	.loc 1 14 70 is_stmt 0 view .LVU33
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL14:
	.loc 1 14 70 view .LVU34
	addi	sp, sp, 16
	ret.n
.LFE3:
	.size	overrun, .-overrun
	.section	.text.overrun_unaligned,"ax",@progbits
	.literal_position
	.align	4
	.global	overrun_unaligned
	.type	overrun_unaligned, @function
overrun_unaligned:
.LFB4:
	.loc 1 15 33 is_stmt 1 view -0
	.loc 1 15 35 view .LVU36
	.loc 1 15 33 is_stmt 0 view .LVU37
	addi	sp, sp, -16
.LCFI6:
	.loc 1 15 48 view .LVU38
	movi.n	a2, 0xd
	.loc 1 15 33 view .LVU39
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI7:
	.loc 1 15 48 view .LVU40
	call0	make
.LVL15:
	.loc 1 15 58 view .LVU41
	movi.n	a3, 0xe
	.loc 1 15 48 view .LVU42
	mov.n	a12, a2
.LVL16:
	.loc 1 15 58 is_stmt 1 view .LVU43
	call0	fill
.LVL17:
	.loc 1 15 71 view .LVU44
	mov.n	a2, a12
	call0	drop
.LVL18:
	.loc 1 15 80 is_stmt 0 view .LVU45
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL19:
	.loc 1 15 80 view .LVU46
	addi	sp, sp, 16
	ret.n
.LFE4:
	.size	overrun_unaligned, .-overrun_unaligned
	.section	.text.underrun,"ax",@progbits
	.literal_position
	.align	4
	.global	underrun
	.type	underrun, @function
underrun:
.LFB5:
	.loc 1 16 24 is_stmt 1 view -0
	.loc 1 16 26 view .LVU48
	.loc 1 16 24 is_stmt 0 view .LVU49
	addi	sp, sp, -16
.LCFI8:
	.loc 1 16 39 view .LVU50
	movi.n	a2, 0x20
	.loc 1 16 24 view .LVU51
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI9:
	.loc 1 16 39 view .LVU52
	call0	make
.LVL20:
	mov.n	a12, a2
.LVL21:
	.loc 1 16 49 is_stmt 1 view .LVU53
	movi.n	a3, 2
	addi.n	a2, a2, -1
.LVL22:
	.loc 1 16 49 is_stmt 0 view .LVU54
	call0	fill
.LVL23:
	.loc 1 16 65 is_stmt 1 view .LVU55
	mov.n	a2, a12
	call0	drop
.LVL24:
	.loc 1 16 74 is_stmt 0 view .LVU56
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL25:
	.loc 1 16 74 view .LVU57
	addi	sp, sp, 16
	ret.n
.LFE5:
	.size	underrun, .-underrun
	.section	.text.use_after_free,"ax",@progbits
	.literal_position
	.literal .LC0, sink
	.align	4
	.global	use_after_free
	.type	use_after_free, @function
use_after_free:
.LFB6:
	.loc 1 17 30 is_stmt 1 view -0
	.loc 1 17 32 view .LVU59
	.loc 1 17 30 is_stmt 0 view .LVU60
	addi	sp, sp, -16
.LCFI10:
	.loc 1 17 54 view .LVU61
	movi.n	a2, 0x28
	.loc 1 17 30 view .LVU62
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI11:
	.loc 1 17 54 view .LVU63
	call0	make
.LVL26:
	.loc 1 17 64 view .LVU64
	movi.n	a3, 0x28
	.loc 1 17 54 view .LVU65
	mov.n	a12, a2
.LVL27:
	.loc 1 17 64 is_stmt 1 view .LVU66
	call0	fill
.LVL28:
	.loc 1 17 88 view .LVU67
	mov.n	a2, a12
	call0	drop
.LVL29:
	.loc 1 17 108 view .LVU68
	.loc 1 17 113 is_stmt 0 view .LVU69
	movi.n	a2, 0x11
	memw
	s8i	a2, a12, 8
	.loc 1 17 121 is_stmt 1 view .LVU70
	.loc 1 17 134 is_stmt 0 view .LVU71
	movi.n	a2, 0x28
	call0	make
.LVL30:
	.loc 1 17 144 is_stmt 1 view .LVU72
	.loc 1 17 149 is_stmt 0 view .LVU73
	l32r	a4, .LC0
	.loc 1 17 153 view .LVU74
	l8ui	a3, a2, 8
	.loc 1 17 149 view .LVU75
	memw
	l32i.n	a5, a4, 0
	add.n	a3, a3, a5
	memw
	s32i.n	a3, a4, 0
	.loc 1 17 158 is_stmt 1 view .LVU76
	call0	drop
.LVL31:
	.loc 1 17 167 is_stmt 0 view .LVU77
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL32:
	.loc 1 17 167 view .LVU78
	addi	sp, sp, 16
	ret.n
.LFE6:
	.size	use_after_free, .-use_after_free
	.section	.text.read_after_free,"ax",@progbits
	.literal_position
	.literal .LC1, sink
	.align	4
	.global	read_after_free
	.type	read_after_free, @function
read_after_free:
.LFB7:
	.loc 1 18 31 is_stmt 1 view -0
	.loc 1 18 33 view .LVU80
	.loc 1 18 31 is_stmt 0 view .LVU81
	addi	sp, sp, -16
.LCFI12:
	.loc 1 18 77 view .LVU82
	movi.n	a2, 0x30
	.loc 1 18 31 view .LVU83
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI13:
	.loc 1 18 77 view .LVU84
	call0	make
.LVL33:
	mov.n	a12, a2
.LVL34:
	.loc 1 18 87 is_stmt 1 view .LVU85
	.loc 1 18 92 is_stmt 0 view .LVU86
	movi.n	a2, 1
.LVL35:
	.loc 1 18 92 view .LVU87
	memw
	s32i.n	a2, a12, 16
	.loc 1 18 97 is_stmt 1 view .LVU88
	mov.n	a2, a12
	call0	drop
.LVL36:
	.loc 1 18 117 view .LVU89
	.loc 1 18 125 is_stmt 0 view .LVU90
	memw
	l32i.n	a3, a12, 16
	.loc 1 18 122 view .LVU91
	l32r	a2, .LC1
	.loc 1 18 130 view .LVU92
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL37:
	.loc 1 18 122 view .LVU93
	memw
	s32i.n	a3, a2, 0
	.loc 1 18 130 view .LVU94
	addi	sp, sp, 16
	ret.n
.LFE7:
	.size	read_after_free, .-read_after_free
	.section	.text.double_free,"ax",@progbits
	.literal_position
	.align	4
	.global	double_free
	.type	double_free, @function
double_free:
.LFB8:
	.loc 1 19 27 is_stmt 1 view -0
	.loc 1 19 29 view .LVU96
	.loc 1 19 27 is_stmt 0 view .LVU97
	addi	sp, sp, -16
.LCFI14:
	.loc 1 19 42 view .LVU98
	movi.n	a2, 0x18
	.loc 1 19 27 view .LVU99
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI15:
	.loc 1 19 42 view .LVU100
	call0	make
.LVL38:
	mov.n	a12, a2
.LVL39:
	.loc 1 19 52 is_stmt 1 view .LVU101
	call0	drop
.LVL40:
	.loc 1 19 61 view .LVU102
	mov.n	a2, a12
	call0	drop
.LVL41:
	.loc 1 19 70 is_stmt 0 view .LVU103
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL42:
	.loc 1 19 70 view .LVU104
	addi	sp, sp, 16
	ret.n
.LFE8:
	.size	double_free, .-double_free
	.section	.text.free_inside,"ax",@progbits
	.literal_position
	.align	4
	.global	free_inside
	.type	free_inside, @function
free_inside:
.LFB9:
	.loc 1 20 27 is_stmt 1 view -0
	.loc 1 20 29 view .LVU106
	.loc 1 20 27 is_stmt 0 view .LVU107
	addi	sp, sp, -16
.LCFI16:
	.loc 1 20 42 view .LVU108
	movi.n	a2, 0x40
	.loc 1 20 27 view .LVU109
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI17:
	.loc 1 20 42 view .LVU110
	call0	make
.LVL43:
	mov.n	a12, a2
.LVL44:
	.loc 1 20 52 is_stmt 1 view .LVU111
	addi.n	a2, a2, 4
.LVL45:
	.loc 1 20 52 is_stmt 0 view .LVU112
	call0	drop
.LVL46:
	.loc 1 20 65 is_stmt 1 view .LVU113
	mov.n	a2, a12
	call0	drop
.LVL47:
	.loc 1 20 74 is_stmt 0 view .LVU114
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL48:
	.loc 1 20 74 view .LVU115
	addi	sp, sp, 16
	ret.n
.LFE9:
	.size	free_inside, .-free_inside
	.section	.text.clean,"ax",@progbits
	.literal_position
	.align	4
	.global	clean
	.type	clean, @function
clean:
.LFB10:
	.loc 1 21 21 is_stmt 1 view -0
	.loc 1 21 23 view .LVU117
	.loc 1 21 21 is_stmt 0 view .LVU118
	addi	sp, sp, -16
.LCFI18:
	.loc 1 21 36 view .LVU119
	movi.n	a2, 0x40
	.loc 1 21 21 view .LVU120
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI19:
	.loc 1 21 36 view .LVU121
	call0	make
.LVL49:
	.loc 1 21 46 view .LVU122
	movi.n	a3, 0x40
	.loc 1 21 36 view .LVU123
	mov.n	a12, a2
.LVL50:
	.loc 1 21 46 is_stmt 1 view .LVU124
	call0	fill
.LVL51:
	.loc 1 21 59 view .LVU125
	mov.n	a2, a12
	call0	drop
.LVL52:
	.loc 1 21 68 is_stmt 0 view .LVU126
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL53:
	.loc 1 21 68 view .LVU127
	addi	sp, sp, 16
	ret.n
.LFE10:
	.size	clean, .-clean
	.section	.rodata.app_main.str1.4,"aMS",@progbits,1
	.align	4
.LC6:
	.string	"which %u sink %u\n"
	.section	.text.app_main,"ax",@progbits
	.literal_position
	.literal .LC2, records
	.literal .LC3, which
	.literal .LC4, .L19
	.literal .LC5, sink
	.literal .LC7, .LC6
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
.LFB11:
	.loc 1 22 21 is_stmt 1 view -0
	.loc 1 23 3 view .LVU129
	l32r	a2, .LC2
	.loc 1 22 21 is_stmt 0 view .LVU130
	addi	sp, sp, -16
.LCFI20:
	.loc 1 23 3 view .LVU131
	movi.n	a3, 0x10
	.loc 1 22 21 view .LVU132
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI21:
	.loc 1 23 3 view .LVU133
	call0	heap_trace_init_standalone
.LVL54:
	.loc 1 24 3 is_stmt 1 view .LVU134
	movi.n	a2, 0
	call0	heap_trace_start
.LVL55:
	.loc 1 25 3 view .LVU135
	l32r	a12, .LC3
	memw
	l32i.n	a2, a12, 0
	bgeui	a2, 8, .L17
	l32r	a3, .LC4
	addx4	a2, a2, a3
	l32i.n	a2, a2, 0
	jx	a2
	.section	.rodata.app_main,"a",@progbits
	.align	4
	.align	4
.L19:
	.word	.L26
	.word	.L25
	.word	.L24
	.word	.L23
	.word	.L22
	.word	.L21
	.word	.L20
	.word	.L18
	.section	.text.app_main
.L26:
	.loc 1 26 13 view .LVU136
	call0	clean
.LVL56:
	.loc 1 26 22 view .LVU137
	j	.L17
.L25:
	.loc 1 27 13 view .LVU138
	call0	overrun
.LVL57:
	.loc 1 27 24 view .LVU139
	j	.L17
.L24:
	.loc 1 28 13 view .LVU140
	call0	overrun_unaligned
.LVL58:
	.loc 1 28 34 view .LVU141
	j	.L17
.L23:
	.loc 1 29 13 view .LVU142
	call0	underrun
.LVL59:
	.loc 1 29 25 view .LVU143
	j	.L17
.L22:
	.loc 1 30 13 view .LVU144
	call0	use_after_free
.LVL60:
	.loc 1 30 31 view .LVU145
	j	.L17
.L21:
	.loc 1 31 13 view .LVU146
	call0	read_after_free
.LVL61:
	.loc 1 31 32 view .LVU147
	j	.L17
.L20:
	.loc 1 32 13 view .LVU148
	call0	double_free
.LVL62:
	.loc 1 32 28 view .LVU149
	j	.L17
.L18:
	.loc 1 33 13 view .LVU150
	call0	free_inside
.LVL63:
	.loc 1 33 28 view .LVU151
.L17:
	.loc 1 35 3 view .LVU152
	call0	heap_trace_stop
.LVL64:
	.loc 1 36 3 view .LVU153
	call0	heap_trace_dump
.LVL65:
	.loc 1 37 3 view .LVU154
	l32r	a2, .LC5
	memw
	l32i.n	a3, a12, 0
	memw
	l32i.n	a4, a2, 0
	l32r	a2, .LC7
	call0	printf
.LVL66:
	.loc 1 38 1 is_stmt 0 view .LVU155
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
	addi	sp, sp, 16
	ret.n
.LFE11:
	.size	app_main, .-app_main
	.global	sink
	.section	.bss.sink,"aw",@nobits
	.align	4
	.type	sink, @object
	.size	sink, 4
sink:
	.zero	4
	.global	which
	.section	.bss.which,"aw",@nobits
	.align	4
	.type	which, @object
	.size	which, 4
which:
	.zero	4
	.section	.bss.records,"aw",@nobits
	.align	4
	.type	records, @object
	.size	records, 2048
records:
	.zero	2048
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
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.align	4
.LEFDE0:
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.byte	0x4
	.4byte	.LCFI0-.LFB1
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI1-.LCFI0
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
	.byte	0x4
	.4byte	.LCFI2-.LFB2
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI3-.LCFI2
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE4:
.LSFDE6:
	.4byte	.LEFDE6-.LASFDE6
.LASFDE6:
	.4byte	.Lframe0
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.byte	0x4
	.4byte	.LCFI4-.LFB3
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI5-.LCFI4
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE6:
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.byte	0x4
	.4byte	.LCFI6-.LFB4
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI7-.LCFI6
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI8-.LFB5
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI9-.LCFI8
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE10:
.LSFDE12:
	.4byte	.LEFDE12-.LASFDE12
.LASFDE12:
	.4byte	.Lframe0
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.byte	0x4
	.4byte	.LCFI10-.LFB6
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI11-.LCFI10
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE12:
.LSFDE14:
	.4byte	.LEFDE14-.LASFDE14
.LASFDE14:
	.4byte	.Lframe0
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.byte	0x4
	.4byte	.LCFI12-.LFB7
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI13-.LCFI12
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE14:
.LSFDE16:
	.4byte	.LEFDE16-.LASFDE16
.LASFDE16:
	.4byte	.Lframe0
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI14-.LFB8
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI15-.LCFI14
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE16:
.LSFDE18:
	.4byte	.LEFDE18-.LASFDE18
.LASFDE18:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI16-.LFB9
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI17-.LCFI16
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE18:
.LSFDE20:
	.4byte	.LEFDE20-.LASFDE20
.LASFDE20:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI18-.LFB10
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI19-.LCFI18
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE20:
.LSFDE22:
	.4byte	.LEFDE22-.LASFDE22
.LASFDE22:
	.4byte	.Lframe0
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.byte	0x4
	.4byte	.LCFI20-.LFB11
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI21-.LCFI20
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.align	4
.LEFDE22:
	.text
.Letext0:
	.file 2 "/usr/lib/gcc/xtensa-lx106-elf/12.2.0/include/stddef.h"
	.file 3 "/usr/lib/gcc/xtensa-lx106-elf/12.2.0/include/stdint-gcc.h"
	.file 4 "idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x647
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x10
	.4byte	.LASF31
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL15
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x11
	.byte	0x4
	.byte	0x5
	.string	"int"
	.uleb128 0xc
	.4byte	.LASF8
	.byte	0x2
	.byte	0xd6
	.byte	0x17
	.4byte	0x39
	.uleb128 0x6
	.byte	0x4
	.byte	0x7
	.4byte	.LASF2
	.uleb128 0x6
	.byte	0x2
	.byte	0x7
	.4byte	.LASF3
	.uleb128 0x6
	.byte	0x8
	.byte	0x5
	.4byte	.LASF4
	.uleb128 0x6
	.byte	0x8
	.byte	0x4
	.4byte	.LASF5
	.uleb128 0x6
	.byte	0x1
	.byte	0x6
	.4byte	.LASF6
	.uleb128 0x6
	.byte	0x2
	.byte	0x5
	.4byte	.LASF7
	.uleb128 0xc
	.4byte	.LASF9
	.byte	0x3
	.byte	0x2e
	.byte	0x18
	.4byte	0x74
	.uleb128 0xd
	.4byte	0x63
	.uleb128 0x6
	.byte	0x1
	.byte	0x8
	.4byte	.LASF10
	.uleb128 0xc
	.4byte	.LASF11
	.byte	0x3
	.byte	0x34
	.byte	0x19
	.4byte	0x39
	.uleb128 0xd
	.4byte	0x7b
	.uleb128 0x6
	.byte	0x8
	.byte	0x7
	.4byte	.LASF12
	.uleb128 0x12
	.byte	0x7
	.byte	0x4
	.4byte	0x39
	.byte	0x4
	.byte	0xb
	.byte	0x6
	.4byte	0xae
	.uleb128 0xe
	.4byte	.LASF13
	.byte	0
	.uleb128 0xe
	.4byte	.LASF14
	.byte	0x1
	.byte	0
	.uleb128 0x13
	.4byte	0x63
	.4byte	0xbf
	.uleb128 0x14
	.4byte	0x39
	.2byte	0x7ff
	.byte	0
	.uleb128 0x15
	.4byte	.LASF32
	.byte	0x1
	.byte	0x3
	.byte	0x10
	.4byte	0xae
	.uleb128 0x5
	.byte	0x3
	.4byte	records
	.uleb128 0xf
	.4byte	.LASF15
	.byte	0x42
	.4byte	0x87
	.uleb128 0x5
	.byte	0x3
	.4byte	which
	.uleb128 0xf
	.4byte	.LASF16
	.byte	0x4d
	.4byte	0x87
	.uleb128 0x5
	.byte	0x3
	.4byte	sink
	.uleb128 0x9
	.4byte	.LASF18
	.byte	0xd
	.byte	0x5
	.4byte	0x26
	.4byte	0x107
	.uleb128 0x8
	.4byte	0x107
	.uleb128 0x16
	.byte	0
	.uleb128 0xa
	.4byte	0x113
	.uleb128 0x6
	.byte	0x1
	.byte	0x8
	.4byte	.LASF17
	.uleb128 0x17
	.4byte	0x10c
	.uleb128 0x18
	.4byte	.LASF33
	.byte	0x4
	.byte	0xa
	.byte	0x79
	.uleb128 0x19
	.4byte	.LASF34
	.byte	0x4
	.byte	0xa
	.byte	0x5d
	.4byte	0x26
	.uleb128 0x9
	.4byte	.LASF19
	.byte	0xa
	.byte	0x3d
	.4byte	0x26
	.4byte	0x141
	.uleb128 0x8
	.4byte	0x26
	.byte	0
	.uleb128 0x9
	.4byte	.LASF20
	.byte	0xa
	.byte	0x5
	.4byte	0x26
	.4byte	0x15b
	.uleb128 0x8
	.4byte	0x15b
	.uleb128 0x8
	.4byte	0x2d
	.byte	0
	.uleb128 0x1a
	.byte	0x4
	.uleb128 0x1b
	.4byte	.LASF35
	.byte	0x4
	.byte	0x4
	.byte	0x56
	.4byte	0x16f
	.uleb128 0x8
	.4byte	0x15b
	.byte	0
	.uleb128 0x9
	.4byte	.LASF21
	.byte	0x4
	.byte	0x7
	.4byte	0x15b
	.4byte	0x184
	.uleb128 0x8
	.4byte	0x2d
	.byte	0
	.uleb128 0x7
	.4byte	.LASF22
	.byte	0x16
	.byte	0x6
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x236
	.uleb128 0x2
	.4byte	.LVL54
	.4byte	0x141
	.4byte	0x1b5
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x5
	.byte	0x3
	.4byte	records
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x1
	.byte	0x40
	.byte	0
	.uleb128 0x2
	.4byte	.LVL55
	.4byte	0x12c
	.4byte	0x1c8
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x30
	.byte	0
	.uleb128 0x3
	.4byte	.LVL56
	.4byte	0x236
	.uleb128 0x3
	.4byte	.LVL57
	.4byte	0x510
	.uleb128 0x3
	.4byte	.LVL58
	.4byte	0x4ad
	.uleb128 0x3
	.4byte	.LVL59
	.4byte	0x449
	.uleb128 0x3
	.4byte	.LVL60
	.4byte	0x3ad
	.uleb128 0x3
	.4byte	.LVL61
	.4byte	0x35d
	.uleb128 0x3
	.4byte	.LVL62
	.4byte	0x2ff
	.uleb128 0x3
	.4byte	.LVL63
	.4byte	0x2a0
	.uleb128 0x3
	.4byte	.LVL64
	.4byte	0x120
	.uleb128 0x3
	.4byte	.LVL65
	.4byte	0x118
	.uleb128 0x5
	.4byte	.LVL66
	.4byte	0xf1
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x5
	.byte	0x3
	.4byte	.LC6
	.byte	0
	.byte	0
	.uleb128 0x7
	.4byte	.LASF23
	.byte	0x15
	.byte	0x9
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x29b
	.uleb128 0x4
	.string	"p"
	.byte	0x15
	.byte	0x20
	.4byte	0x29b
	.4byte	.LLST14
	.4byte	.LVUS14
	.uleb128 0x2
	.4byte	.LVL49
	.4byte	0x5ac
	.4byte	0x270
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x40
	.byte	0
	.uleb128 0x2
	.4byte	.LVL51
	.4byte	0x5fa
	.4byte	0x28a
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x2
	.byte	0x8
	.byte	0x40
	.byte	0
	.uleb128 0x5
	.4byte	.LVL52
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0xa
	.4byte	0x63
	.uleb128 0x7
	.4byte	.LASF24
	.byte	0x14
	.byte	0x9
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x2ff
	.uleb128 0x4
	.string	"p"
	.byte	0x14
	.byte	0x26
	.4byte	0x29b
	.4byte	.LLST13
	.4byte	.LVUS13
	.uleb128 0x2
	.4byte	.LVL43
	.4byte	0x5ac
	.4byte	0x2da
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x40
	.byte	0
	.uleb128 0x2
	.4byte	.LVL46
	.4byte	0x573
	.4byte	0x2ee
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 4
	.byte	0
	.uleb128 0x5
	.4byte	.LVL47
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0x7
	.4byte	.LASF25
	.byte	0x13
	.byte	0x9
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x35d
	.uleb128 0x4
	.string	"p"
	.byte	0x13
	.byte	0x26
	.4byte	0x29b
	.4byte	.LLST12
	.4byte	.LVUS12
	.uleb128 0x2
	.4byte	.LVL38
	.4byte	0x5ac
	.4byte	0x338
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x48
	.byte	0
	.uleb128 0x2
	.4byte	.LVL40
	.4byte	0x573
	.4byte	0x34c
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0x5
	.4byte	.LVL41
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0x7
	.4byte	.LASF26
	.byte	0x12
	.byte	0x9
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x3a8
	.uleb128 0x4
	.string	"p"
	.byte	0x12
	.byte	0x34
	.4byte	0x3a8
	.4byte	.LLST11
	.4byte	.LVUS11
	.uleb128 0x2
	.4byte	.LVL33
	.4byte	0x5ac
	.4byte	0x397
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x30
	.byte	0
	.uleb128 0x5
	.4byte	.LVL36
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0xa
	.4byte	0x87
	.uleb128 0x7
	.4byte	.LASF27
	.byte	0x11
	.byte	0x9
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x444
	.uleb128 0x4
	.string	"p"
	.byte	0x11
	.byte	0x32
	.4byte	0x444
	.4byte	.LLST9
	.4byte	.LVUS9
	.uleb128 0x4
	.string	"q"
	.byte	0x11
	.byte	0x82
	.4byte	0x29b
	.4byte	.LLST10
	.4byte	.LVUS10
	.uleb128 0x2
	.4byte	.LVL26
	.4byte	0x5ac
	.4byte	0x3f8
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x28
	.byte	0
	.uleb128 0x2
	.4byte	.LVL28
	.4byte	0x5fa
	.4byte	0x412
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x2
	.byte	0x8
	.byte	0x28
	.byte	0
	.uleb128 0x2
	.4byte	.LVL29
	.4byte	0x573
	.4byte	0x426
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0x2
	.4byte	.LVL30
	.4byte	0x5ac
	.4byte	0x43a
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x28
	.byte	0
	.uleb128 0x3
	.4byte	.LVL31
	.4byte	0x573
	.byte	0
	.uleb128 0xa
	.4byte	0x6f
	.uleb128 0x7
	.4byte	.LASF28
	.byte	0x10
	.byte	0x9
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x4ad
	.uleb128 0x4
	.string	"p"
	.byte	0x10
	.byte	0x23
	.4byte	0x29b
	.4byte	.LLST8
	.4byte	.LVUS8
	.uleb128 0x2
	.4byte	.LVL20
	.4byte	0x5ac
	.4byte	0x483
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x20
	.byte	0
	.uleb128 0x2
	.4byte	.LVL23
	.4byte	0x5fa
	.4byte	0x49c
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 -1
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x1
	.byte	0x32
	.byte	0
	.uleb128 0x5
	.4byte	.LVL24
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0x7
	.4byte	.LASF29
	.byte	0xf
	.byte	0x9
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x510
	.uleb128 0x4
	.string	"p"
	.byte	0xf
	.byte	0x2c
	.4byte	0x29b
	.4byte	.LLST7
	.4byte	.LVUS7
	.uleb128 0x2
	.4byte	.LVL15
	.4byte	0x5ac
	.4byte	0x4e6
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x3d
	.byte	0
	.uleb128 0x2
	.4byte	.LVL17
	.4byte	0x5fa
	.4byte	0x4ff
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x1
	.byte	0x3e
	.byte	0
	.uleb128 0x5
	.4byte	.LVL18
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0x7
	.4byte	.LASF30
	.byte	0xe
	.byte	0x9
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x573
	.uleb128 0x4
	.string	"p"
	.byte	0xe
	.byte	0x22
	.4byte	0x29b
	.4byte	.LLST6
	.4byte	.LVUS6
	.uleb128 0x2
	.4byte	.LVL10
	.4byte	0x5ac
	.4byte	0x549
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x44
	.byte	0
	.uleb128 0x2
	.4byte	.LVL12
	.4byte	0x5fa
	.4byte	0x562
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x1
	.byte	0x45
	.byte	0
	.uleb128 0x5
	.4byte	.LVL13
	.4byte	0x573
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0x1c
	.4byte	.LASF36
	.byte	0x1
	.byte	0xb
	.byte	0x10
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x5ac
	.uleb128 0xb
	.string	"p"
	.byte	0xb
	.byte	0x1e
	.4byte	0x29b
	.4byte	.LLST5
	.4byte	.LVUS5
	.uleb128 0x5
	.4byte	.LVL9
	.4byte	0x15d
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x3
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0
	.byte	0
	.uleb128 0x1d
	.4byte	.LASF37
	.byte	0x1
	.byte	0x7
	.byte	0x14
	.4byte	0x29b
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x5fa
	.uleb128 0xb
	.string	"n"
	.byte	0x7
	.byte	0x20
	.4byte	0x2d
	.4byte	.LLST3
	.4byte	.LVUS3
	.uleb128 0x4
	.string	"p"
	.byte	0x8
	.byte	0xc
	.4byte	0x29b
	.4byte	.LLST4
	.4byte	.LVUS4
	.uleb128 0x5
	.4byte	.LVL7
	.4byte	0x16f
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x3
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0
	.byte	0
	.uleb128 0x1e
	.4byte	.LASF38
	.byte	0x1
	.byte	0x4
	.byte	0x10
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0xb
	.string	"p"
	.byte	0x4
	.byte	0x1e
	.4byte	0x29b
	.4byte	.LLST0
	.4byte	.LVUS0
	.uleb128 0xb
	.string	"n"
	.byte	0x4
	.byte	0x25
	.4byte	0x26
	.4byte	.LLST1
	.4byte	.LVUS1
	.uleb128 0x1f
	.4byte	.LBB2
	.4byte	.LBE2-.LBB2
	.uleb128 0x4
	.string	"i"
	.byte	0x5
	.byte	0xc
	.4byte	0x26
	.4byte	.LLST2
	.4byte	.LVUS2
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
	.uleb128 0x49
	.byte	0
	.uleb128 0x2
	.uleb128 0x18
	.uleb128 0x7e
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x2
	.uleb128 0x48
	.byte	0x1
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x3
	.uleb128 0x48
	.byte	0
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x4
	.uleb128 0x34
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
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2
	.uleb128 0x17
	.uleb128 0x2137
	.uleb128 0x17
	.byte	0
	.byte	0
	.uleb128 0x5
	.uleb128 0x48
	.byte	0x1
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x6
	.uleb128 0x24
	.byte	0
	.uleb128 0xb
	.uleb128 0xb
	.uleb128 0x3e
	.uleb128 0xb
	.uleb128 0x3
	.uleb128 0xe
	.byte	0
	.byte	0
	.uleb128 0x7
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
	.uleb128 0x27
	.uleb128 0x19
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
	.uleb128 0x8
	.uleb128 0x5
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x9
	.uleb128 0x2e
	.byte	0x1
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 4
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3c
	.uleb128 0x19
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xa
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0x21
	.sleb128 4
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xb
	.uleb128 0x5
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
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2
	.uleb128 0x17
	.uleb128 0x2137
	.uleb128 0x17
	.byte	0
	.byte	0
	.uleb128 0xc
	.uleb128 0x16
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xd
	.uleb128 0x35
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xe
	.uleb128 0x28
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x1c
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0xf
	.uleb128 0x34
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 3
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x2
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x10
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
	.uleb128 0x11
	.uleb128 0x24
	.byte	0
	.uleb128 0xb
	.uleb128 0xb
	.uleb128 0x3e
	.uleb128 0xb
	.uleb128 0x3
	.uleb128 0x8
	.byte	0
	.byte	0
	.uleb128 0x12
	.uleb128 0x4
	.byte	0x1
	.uleb128 0x3e
	.uleb128 0xb
	.uleb128 0xb
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x13
	.uleb128 0x1
	.byte	0x1
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x14
	.uleb128 0x21
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2f
	.uleb128 0x5
	.byte	0
	.byte	0
	.uleb128 0x15
	.uleb128 0x34
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x16
	.uleb128 0x18
	.byte	0
	.byte	0
	.byte	0
	.uleb128 0x17
	.uleb128 0x26
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x18
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
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x19
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
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x1a
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x1b
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
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x3c
	.uleb128 0x19
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x1c
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
	.uleb128 0x27
	.uleb128 0x19
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
	.uleb128 0x1d
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
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x49
	.uleb128 0x13
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
	.uleb128 0x1e
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
	.uleb128 0x27
	.uleb128 0x19
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
	.uleb128 0x1f
	.uleb128 0xb
	.byte	0x1
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_loclists,"",@progbits
	.4byte	.Ldebug_loc3-.Ldebug_loc2
.Ldebug_loc2:
	.2byte	0x5
	.byte	0x4
	.byte	0
	.4byte	0
.Ldebug_loc0:
.LVUS14:
	.uleb128 .LVU124
	.uleb128 .LVU125
	.uleb128 .LVU125
	.uleb128 .LVU127
.LLST14:
	.byte	0x6
	.4byte	.LVL50
	.byte	0x4
	.uleb128 .LVL50-.LVL50
	.uleb128 .LVL51-1-.LVL50
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL51-1-.LVL50
	.uleb128 .LVL53-.LVL50
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS13:
	.uleb128 .LVU111
	.uleb128 .LVU112
	.uleb128 .LVU112
	.uleb128 .LVU115
.LLST13:
	.byte	0x6
	.4byte	.LVL44
	.byte	0x4
	.uleb128 .LVL44-.LVL44
	.uleb128 .LVL45-.LVL44
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL45-.LVL44
	.uleb128 .LVL48-.LVL44
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS12:
	.uleb128 .LVU101
	.uleb128 .LVU102
	.uleb128 .LVU102
	.uleb128 .LVU104
.LLST12:
	.byte	0x6
	.4byte	.LVL39
	.byte	0x4
	.uleb128 .LVL39-.LVL39
	.uleb128 .LVL40-1-.LVL39
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL40-1-.LVL39
	.uleb128 .LVL42-.LVL39
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS11:
	.uleb128 .LVU85
	.uleb128 .LVU87
	.uleb128 .LVU87
	.uleb128 .LVU93
.LLST11:
	.byte	0x6
	.4byte	.LVL34
	.byte	0x4
	.uleb128 .LVL34-.LVL34
	.uleb128 .LVL35-.LVL34
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL35-.LVL34
	.uleb128 .LVL37-.LVL34
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS9:
	.uleb128 .LVU66
	.uleb128 .LVU67
	.uleb128 .LVU67
	.uleb128 .LVU78
.LLST9:
	.byte	0x6
	.4byte	.LVL27
	.byte	0x4
	.uleb128 .LVL27-.LVL27
	.uleb128 .LVL28-1-.LVL27
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL28-1-.LVL27
	.uleb128 .LVL32-.LVL27
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS10:
	.uleb128 .LVU72
	.uleb128 .LVU77
.LLST10:
	.byte	0x8
	.4byte	.LVL30
	.uleb128 .LVL31-1-.LVL30
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS8:
	.uleb128 .LVU53
	.uleb128 .LVU54
	.uleb128 .LVU54
	.uleb128 .LVU57
.LLST8:
	.byte	0x6
	.4byte	.LVL21
	.byte	0x4
	.uleb128 .LVL21-.LVL21
	.uleb128 .LVL22-.LVL21
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL22-.LVL21
	.uleb128 .LVL25-.LVL21
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS7:
	.uleb128 .LVU43
	.uleb128 .LVU44
	.uleb128 .LVU44
	.uleb128 .LVU46
.LLST7:
	.byte	0x6
	.4byte	.LVL16
	.byte	0x4
	.uleb128 .LVL16-.LVL16
	.uleb128 .LVL17-1-.LVL16
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL17-1-.LVL16
	.uleb128 .LVL19-.LVL16
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS6:
	.uleb128 .LVU31
	.uleb128 .LVU32
	.uleb128 .LVU32
	.uleb128 .LVU34
.LLST6:
	.byte	0x6
	.4byte	.LVL11
	.byte	0x4
	.uleb128 .LVL11-.LVL11
	.uleb128 .LVL12-1-.LVL11
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL12-1-.LVL11
	.uleb128 .LVL14-.LVL11
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS5:
	.uleb128 0
	.uleb128 .LVU22
	.uleb128 .LVU22
	.uleb128 0
.LLST5:
	.byte	0x6
	.4byte	.LVL8
	.byte	0x4
	.uleb128 .LVL8-.LVL8
	.uleb128 .LVL9-1-.LVL8
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL9-1-.LVL8
	.uleb128 .LFE2-.LVL8
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS3:
	.uleb128 0
	.uleb128 .LVU16
	.uleb128 .LVU16
	.uleb128 0
.LLST3:
	.byte	0x6
	.4byte	.LVL6
	.byte	0x4
	.uleb128 .LVL6-.LVL6
	.uleb128 .LVL7-1-.LVL6
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL7-1-.LVL6
	.uleb128 .LFE1-.LVL6
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS4:
	.uleb128 .LVU16
	.uleb128 0
.LLST4:
	.byte	0x8
	.4byte	.LVL7
	.uleb128 .LFE1-.LVL7
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS0:
	.uleb128 0
	.uleb128 .LVU5
	.uleb128 .LVU5
	.uleb128 0
.LLST0:
	.byte	0x6
	.4byte	.LVL0
	.byte	0x4
	.uleb128 .LVL0-.LVL0
	.uleb128 .LVL2-.LVL0
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL2-.LVL0
	.uleb128 .LFE0-.LVL0
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS1:
	.uleb128 0
	.uleb128 .LVU4
	.uleb128 .LVU4
	.uleb128 0
.LLST1:
	.byte	0x6
	.4byte	.LVL0
	.byte	0x4
	.uleb128 .LVL0-.LVL0
	.uleb128 .LVL1-.LVL0
	.uleb128 0x1
	.byte	0x53
	.byte	0x4
	.uleb128 .LVL1-.LVL0
	.uleb128 .LFE0-.LVL0
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x53
	.byte	0x9f
	.byte	0
.LVUS2:
	.uleb128 .LVU3
	.uleb128 .LVU5
	.uleb128 .LVU5
	.uleb128 .LVU8
	.uleb128 .LVU8
	.uleb128 .LVU9
	.uleb128 .LVU9
	.uleb128 .LVU10
.LLST2:
	.byte	0x6
	.4byte	.LVL0
	.byte	0x4
	.uleb128 .LVL0-.LVL0
	.uleb128 .LVL2-.LVL0
	.uleb128 0x2
	.byte	0x30
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL2-.LVL0
	.uleb128 .LVL3-.LVL0
	.uleb128 0x7
	.byte	0x72
	.sleb128 0
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x1c
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL3-.LVL0
	.uleb128 .LVL4-.LVL0
	.uleb128 0x9
	.byte	0x72
	.sleb128 0
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x1c
	.byte	0x23
	.uleb128 0x1
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL4-.LVL0
	.uleb128 .LVL5-.LVL0
	.uleb128 0x7
	.byte	0x72
	.sleb128 0
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x1c
	.byte	0x9f
	.byte	0
.Ldebug_loc3:
	.section	.debug_aranges,"",@progbits
	.4byte	0x74
	.2byte	0x2
	.4byte	.Ldebug_info0
	.byte	0x4
	.byte	0
	.2byte	0
	.2byte	0
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
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
.LLRL15:
	.byte	0x7
	.4byte	.LFB0
	.uleb128 .LFE0-.LFB0
	.byte	0x7
	.4byte	.LFB1
	.uleb128 .LFE1-.LFB1
	.byte	0x7
	.4byte	.LFB2
	.uleb128 .LFE2-.LFB2
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
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF32:
	.string	"records"
.LASF16:
	.string	"sink"
.LASF8:
	.string	"size_t"
.LASF14:
	.string	"HEAP_TRACE_LEAKS"
.LASF30:
	.string	"overrun"
.LASF10:
	.string	"unsigned char"
.LASF15:
	.string	"which"
.LASF38:
	.string	"fill"
.LASF3:
	.string	"short unsigned int"
.LASF26:
	.string	"read_after_free"
.LASF31:
	.string	"GNU C17 12.2.0 -mabi=call0 -g -O2 -ffreestanding -ffunction-sections -fdata-sections"
.LASF19:
	.string	"heap_trace_start"
.LASF36:
	.string	"drop"
.LASF13:
	.string	"HEAP_TRACE_ALL"
.LASF23:
	.string	"clean"
.LASF37:
	.string	"make"
.LASF2:
	.string	"unsigned int"
.LASF20:
	.string	"heap_trace_init_standalone"
.LASF12:
	.string	"long long unsigned int"
.LASF9:
	.string	"uint8_t"
.LASF28:
	.string	"underrun"
.LASF25:
	.string	"double_free"
.LASF22:
	.string	"app_main"
.LASF35:
	.string	"free"
.LASF4:
	.string	"long long int"
.LASF27:
	.string	"use_after_free"
.LASF17:
	.string	"char"
.LASF18:
	.string	"printf"
.LASF7:
	.string	"short int"
.LASF24:
	.string	"free_inside"
.LASF29:
	.string	"overrun_unaligned"
.LASF34:
	.string	"heap_trace_stop"
.LASF11:
	.string	"uint32_t"
.LASF5:
	.string	"long double"
.LASF6:
	.string	"signed char"
.LASF33:
	.string	"heap_trace_dump"
.LASF21:
	.string	"malloc"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"w2_faults.c"
.LASF1:
	.string	"/src"
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
