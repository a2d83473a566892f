	.file	"w1_store.c"
	.text
.Ltext0:
	.file 0 "/src" "w1_store.c"
	.section	.text.node_new,"ax",@progbits
	.literal_position
	.align	4
	.type	node_new, @function
node_new:
.LFB0:
	.file 1 "w1_store.c"
	.loc 1 6 34 view -0
	.loc 1 7 3 view .LVU1
	.loc 1 6 34 is_stmt 0 view .LVU2
	addi	sp, sp, -16
.LCFI0:
	.loc 1 7 15 view .LVU3
	movi.n	a2, 8
	.loc 1 6 34 view .LVU4
	s32i.n	a0, sp, 12
.LCFI1:
	.loc 1 7 15 view .LVU5
	call0	malloc
.LVL0:
	.loc 1 8 3 is_stmt 1 view .LVU6
	.loc 1 10 1 is_stmt 0 view .LVU7
	l32i.n	a0, sp, 12
	.loc 1 8 11 view .LVU8
	movi.n	a3, 0
	s32i.n	a3, a2, 0
	.loc 1 9 3 is_stmt 1 view .LVU9
	.loc 1 10 1 is_stmt 0 view .LVU10
	addi	sp, sp, 16
	ret.n
.LFE0:
	.size	node_new, .-node_new
	.section	.text.store_put,"ax",@progbits
	.literal_position
	.literal .LC0, head
	.align	4
	.global	store_put
	.type	store_put, @function
store_put:
.LVL1:
.LFB1:
	.loc 1 11 29 is_stmt 1 view -0
	.loc 1 11 31 view .LVU12
	.loc 1 11 29 is_stmt 0 view .LVU13
	addi	sp, sp, -16
.LCFI2:
	s32i.n	a12, sp, 8
	s32i.n	a0, sp, 12
.LCFI3:
	.loc 1 11 29 view .LVU14
	mov.n	a12, a2
	.loc 1 11 43 view .LVU15
	call0	node_new
.LVL2:
	.loc 1 11 55 is_stmt 1 view .LVU16
	.loc 1 11 73 is_stmt 0 view .LVU17
	l32r	a3, .LC0
	.loc 1 11 91 view .LVU18
	l32i.n	a0, sp, 12
	.loc 1 11 73 view .LVU19
	l32i.n	a4, a3, 0
	.loc 1 11 60 view .LVU20
	s32i.n	a12, a2, 4
	.loc 1 11 65 is_stmt 1 view .LVU21
	.loc 1 11 86 is_stmt 0 view .LVU22
	s32i.n	a2, a3, 0
	.loc 1 11 91 view .LVU23
	l32i.n	a12, sp, 8
.LVL3:
	.loc 1 11 73 view .LVU24
	s32i.n	a4, a2, 0
	.loc 1 11 81 is_stmt 1 view .LVU25
	.loc 1 11 91 is_stmt 0 view .LVU26
	addi	sp, sp, 16
	ret.n
.LFE1:
	.size	store_put, .-store_put
	.section	.text.store_take,"ax",@progbits
	.literal_position
	.literal .LC1, head
	.align	4
	.global	store_take
	.type	store_take, @function
store_take:
.LFB2:
	.loc 1 12 28 is_stmt 1 view -0
	.loc 1 13 3 view .LVU28
	.loc 1 13 11 is_stmt 0 view .LVU29
	l32r	a3, .LC1
	.loc 1 12 28 view .LVU30
	addi	sp, sp, -16
.LCFI4:
	.loc 1 13 11 view .LVU31
	l32i.n	a2, a3, 0
.LVL4:
	.loc 1 13 21 is_stmt 1 view .LVU32
	.loc 1 12 28 is_stmt 0 view .LVU33
	s32i.n	a12, sp, 8
	.loc 1 14 8 view .LVU34
	l32i.n	a4, a2, 0
	.loc 1 12 28 view .LVU35
	s32i.n	a0, sp, 12
.LCFI5:
	.loc 1 13 28 view .LVU36
	l32i.n	a12, a2, 4
.LVL5:
	.loc 1 14 3 is_stmt 1 view .LVU37
	.loc 1 14 8 is_stmt 0 view .LVU38
	s32i.n	a4, a3, 0
	.loc 1 15 3 is_stmt 1 view .LVU39
	call0	free
.LVL6:
	.loc 1 16 3 view .LVU40
	.loc 1 17 1 is_stmt 0 view .LVU41
	l32i.n	a0, sp, 12
	mov.n	a2, a12
	l32i.n	a12, sp, 8
.LVL7:
	.loc 1 17 1 view .LVU42
	addi	sp, sp, 16
	ret.n
.LFE2:
	.size	store_take, .-store_take
	.section	.text.store_index,"ax",@progbits
	.literal_position
	.literal .LC2, cache
	.literal .LC3, 4096
	.align	4
	.global	store_index
	.type	store_index, @function
store_index:
.LVL8:
.LFB3:
	.loc 1 18 35 is_stmt 1 view -0
	.loc 1 19 3 view .LVU44
.LBB2:
	.loc 1 19 8 view .LVU45
.LBE2:
	.loc 1 18 35 is_stmt 0 view .LVU46
	addi	sp, sp, -16
.LCFI6:
	s32i.n	a13, sp, 4
.LCFI7:
.LBB3:
	.loc 1 19 15 view .LVU47
	l32r	a13, .LC2
.LBE3:
	.loc 1 18 35 view .LVU48
	s32i.n	a12, sp, 8
.LCFI8:
	mov.n	a12, a2
.LBB4:
	.loc 1 19 15 view .LVU49
	l32i.n	a2, a13, 0
.LVL9:
	.loc 1 19 26 is_stmt 1 view .LVU50
.LBE4:
	.loc 1 18 35 is_stmt 0 view .LVU51
	s32i.n	a0, sp, 12
.LCFI9:
.LBB5:
	.loc 1 19 26 view .LVU52
	beqz.n	a2, .L6
.L8:
	.loc 1 19 42 is_stmt 1 discriminator 5 view .LVU53
	.loc 1 19 31 discriminator 5 view .LVU54
	.loc 1 19 45 is_stmt 0 discriminator 5 view .LVU55
	l32i.n	a3, a2, 4
	beq	a3, a12, .L5
	.loc 1 19 31 discriminator 3 view .LVU56
	l32i.n	a2, a2, 0
.LVL10:
	.loc 1 19 26 is_stmt 1 discriminator 3 view .LVU57
	bnez.n	a2, .L8
.L6:
	.loc 1 19 26 is_stmt 0 discriminator 3 view .LVU58
.LBE5:
	.loc 1 20 3 is_stmt 1 view .LVU59
	.loc 1 20 14 is_stmt 0 view .LVU60
	l32r	a4, .LC3
	movi.n	a3, 0x1c
	movi.n	a2, 1
.LVL11:
	.loc 1 20 14 view .LVU61
	call0	heap_caps_calloc
.LVL12:
	.loc 1 21 3 is_stmt 1 view .LVU62
	.loc 1 21 23 is_stmt 0 view .LVU63
	l32i.n	a3, a13, 0
	.loc 1 21 9 view .LVU64
	s32i.n	a12, a2, 4
	.loc 1 21 15 is_stmt 1 view .LVU65
	.loc 1 21 23 is_stmt 0 view .LVU66
	s32i.n	a3, a2, 0
	.loc 1 21 32 is_stmt 1 view .LVU67
	.loc 1 21 38 is_stmt 0 view .LVU68
	s32i.n	a2, a13, 0
	.loc 1 22 3 is_stmt 1 view .LVU69
.LVL13:
.L5:
	.loc 1 23 1 is_stmt 0 view .LVU70
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL14:
	.loc 1 23 1 view .LVU71
	l32i.n	a13, sp, 4
	addi	sp, sp, 16
	ret.n
.LFE3:
	.size	store_index, .-store_index
	.section	.bss.cache,"aw",@nobits
	.align	4
	.type	cache, @object
	.size	cache, 4
cache:
	.zero	4
	.section	.bss.head,"aw",@nobits
	.align	4
	.type	head, @object
	.size	head, 4
head:
	.zero	4
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
	.byte	0x4
	.4byte	.LCFI0-.LFB0
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI1-.LCFI0
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE0:
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.byte	0x4
	.4byte	.LCFI2-.LFB1
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI3-.LCFI2
	.byte	0x8c
	.uleb128 0x2
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
	.4byte	.LCFI4-.LFB2
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI5-.LCFI4
	.byte	0x8c
	.uleb128 0x2
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
	.4byte	.LCFI6-.LFB3
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI7-.LCFI6
	.byte	0x8d
	.uleb128 0x3
	.byte	0x4
	.4byte	.LCFI8-.LCFI7
	.byte	0x8c
	.uleb128 0x2
	.byte	0x4
	.4byte	.LCFI9-.LCFI8
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE6:
	.text
.Letext0:
	.file 2 "/usr/lib/gcc/xtensa-lx106-elf/12.2.0/include/stddef.h"
	.file 3 "/usr/lib/gcc/xtensa-lx106-elf/12.2.0/include/stdint-gcc.h"
	.file 4 "idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x2ba
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0xf
	.4byte	.LASF25
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL9
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x10
	.byte	0x4
	.byte	0x5
	.string	"int"
	.uleb128 0x3
	.4byte	.LASF9
	.byte	0x2
	.byte	0xd6
	.byte	0x17
	.4byte	0x39
	.uleb128 0x1
	.byte	0x4
	.byte	0x7
	.4byte	.LASF2
	.uleb128 0x1
	.byte	0x2
	.byte	0x7
	.4byte	.LASF3
	.uleb128 0x1
	.byte	0x8
	.byte	0x5
	.4byte	.LASF4
	.uleb128 0x1
	.byte	0x8
	.byte	0x4
	.4byte	.LASF5
	.uleb128 0x1
	.byte	0x1
	.byte	0x6
	.4byte	.LASF6
	.uleb128 0x1
	.byte	0x2
	.byte	0x5
	.4byte	.LASF7
	.uleb128 0x1
	.byte	0x1
	.byte	0x8
	.4byte	.LASF8
	.uleb128 0x3
	.4byte	.LASF10
	.byte	0x3
	.byte	0x34
	.byte	0x19
	.4byte	0x39
	.uleb128 0x1
	.byte	0x8
	.byte	0x7
	.4byte	.LASF11
	.uleb128 0x3
	.4byte	.LASF12
	.byte	0x1
	.byte	0x3
	.byte	0x14
	.4byte	0x89
	.uleb128 0x11
	.string	"msg"
	.uleb128 0x12
	.4byte	.LASF15
	.byte	0x8
	.byte	0x1
	.byte	0x3
	.byte	0x2a
	.4byte	0xaf
	.uleb128 0x7
	.4byte	.LASF13
	.byte	0x3e
	.4byte	0xaf
	.byte	0
	.uleb128 0x8
	.string	"m"
	.byte	0x4b
	.4byte	0xb4
	.byte	0
	.uleb128 0x4
	.4byte	0x8e
	.uleb128 0x4
	.4byte	0x7d
	.uleb128 0x3
	.4byte	.LASF14
	.byte	0x1
	.byte	0x3
	.byte	0x50
	.4byte	0x8e
	.uleb128 0x13
	.string	"ent"
	.byte	0x1c
	.byte	0x1
	.byte	0x3
	.byte	0x67
	.4byte	0xf2
	.uleb128 0x7
	.4byte	.LASF13
	.byte	0x79
	.4byte	0xf2
	.byte	0
	.uleb128 0x8
	.string	"id"
	.byte	0x88
	.4byte	0x6a
	.uleb128 0x7
	.4byte	.LASF16
	.byte	0x91
	.4byte	0xf7
	.byte	0x8
	.byte	0
	.uleb128 0x4
	.4byte	0xc5
	.uleb128 0x14
	.4byte	0x107
	.4byte	0x107
	.uleb128 0x15
	.4byte	0x39
	.byte	0x13
	.byte	0
	.uleb128 0x1
	.byte	0x1
	.byte	0x8
	.4byte	.LASF17
	.uleb128 0x3
	.4byte	.LASF18
	.byte	0x1
	.byte	0x3
	.byte	0x9d
	.4byte	0xc5
	.uleb128 0x9
	.4byte	.LASF19
	.byte	0x10
	.4byte	0x12a
	.uleb128 0x5
	.byte	0x3
	.4byte	head
	.uleb128 0x4
	.4byte	0xb9
	.uleb128 0x9
	.4byte	.LASF20
	.byte	0x24
	.4byte	0x13f
	.uleb128 0x5
	.byte	0x3
	.4byte	cache
	.uleb128 0x4
	.4byte	0x10e
	.uleb128 0xa
	.4byte	.LASF21
	.byte	0x5
	.byte	0x30
	.4byte	0x163
	.4byte	0x163
	.uleb128 0x5
	.4byte	0x2d
	.uleb128 0x5
	.4byte	0x2d
	.uleb128 0x5
	.4byte	0x6a
	.byte	0
	.uleb128 0x16
	.byte	0x4
	.uleb128 0x17
	.4byte	.LASF26
	.byte	0x4
	.byte	0x4
	.byte	0x56
	.4byte	0x177
	.uleb128 0x5
	.4byte	0x163
	.byte	0
	.uleb128 0xa
	.4byte	.LASF22
	.byte	0x4
	.byte	0x7
	.4byte	0x163
	.4byte	0x18c
	.uleb128 0x5
	.4byte	0x2d
	.byte	0
	.uleb128 0xb
	.4byte	.LASF23
	.byte	0x12
	.byte	0xa
	.4byte	0x163
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x1ff
	.uleb128 0xc
	.string	"id"
	.byte	0x12
	.byte	0x1f
	.4byte	0x6a
	.4byte	.LLST5
	.4byte	.LVUS5
	.uleb128 0x2
	.string	"e"
	.byte	0x14
	.byte	0xa
	.4byte	0x13f
	.4byte	.LLST6
	.4byte	.LVUS6
	.uleb128 0x18
	.4byte	.LLRL7
	.4byte	0x1e3
	.uleb128 0x2
	.string	"e"
	.byte	0x13
	.byte	0xf
	.4byte	0x13f
	.4byte	.LLST8
	.4byte	.LVUS8
	.byte	0
	.uleb128 0xd
	.4byte	.LVL12
	.4byte	0x144
	.uleb128 0x6
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x31
	.uleb128 0x6
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x1
	.byte	0x4c
	.uleb128 0x6
	.uleb128 0x1
	.byte	0x54
	.uleb128 0x3
	.byte	0xa
	.2byte	0x1000
	.byte	0
	.byte	0
	.uleb128 0xb
	.4byte	.LASF24
	.byte	0xc
	.byte	0xb
	.4byte	0xb4
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x244
	.uleb128 0x2
	.string	"n"
	.byte	0xd
	.byte	0xb
	.4byte	0x12a
	.4byte	.LLST3
	.4byte	.LVUS3
	.uleb128 0x2
	.string	"m"
	.byte	0xd
	.byte	0x1c
	.4byte	0xb4
	.4byte	.LLST4
	.4byte	.LVUS4
	.uleb128 0xe
	.4byte	.LVL6
	.4byte	0x165
	.byte	0
	.uleb128 0x19
	.4byte	.LASF27
	.byte	0x1
	.byte	0xb
	.byte	0x9
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x286
	.uleb128 0xc
	.string	"m"
	.byte	0xb
	.byte	0x1a
	.4byte	0xb4
	.4byte	.LLST1
	.4byte	.LVUS1
	.uleb128 0x2
	.string	"n"
	.byte	0xb
	.byte	0x27
	.4byte	0x12a
	.4byte	.LLST2
	.4byte	.LVUS2
	.uleb128 0xe
	.4byte	.LVL2
	.4byte	0x286
	.byte	0
	.uleb128 0x1a
	.4byte	.LASF28
	.byte	0x1
	.byte	0x6
	.byte	0x13
	.4byte	0x12a
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.string	"n"
	.byte	0x7
	.byte	0xb
	.4byte	0x12a
	.4byte	.LLST0
	.4byte	.LVUS0
	.uleb128 0xd
	.4byte	.LVL0
	.4byte	0x177
	.uleb128 0x6
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x38
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
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
	.uleb128 0x2
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
	.uleb128 0x3
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
	.uleb128 0x4
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0x21
	.sleb128 4
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x5
	.uleb128 0x5
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x6
	.uleb128 0x49
	.byte	0
	.uleb128 0x2
	.uleb128 0x18
	.uleb128 0x7e
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x7
	.uleb128 0xd
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
	.uleb128 0x38
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x8
	.uleb128 0xd
	.byte	0
	.uleb128 0x3
	.uleb128 0x8
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
	.uleb128 0x38
	.uleb128 0x21
	.sleb128 4
	.byte	0
	.byte	0
	.uleb128 0x9
	.uleb128 0x34
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 5
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0xa
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
	.uleb128 0xb
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
	.uleb128 0xc
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
	.uleb128 0xd
	.uleb128 0x48
	.byte	0x1
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xe
	.uleb128 0x48
	.byte	0
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xf
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
	.uleb128 0x10
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
	.uleb128 0x11
	.uleb128 0x13
	.byte	0
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x12
	.uleb128 0x13
	.byte	0x1
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0xb
	.uleb128 0xb
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
	.uleb128 0x13
	.byte	0x1
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0xb
	.uleb128 0xb
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
	.uleb128 0x14
	.uleb128 0x1
	.byte	0x1
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x15
	.uleb128 0x21
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2f
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x16
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x17
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
	.uleb128 0x18
	.uleb128 0xb
	.byte	0x1
	.uleb128 0x55
	.uleb128 0x17
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x19
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
	.uleb128 0x1a
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
.LVUS5:
	.uleb128 0
	.uleb128 .LVU50
	.uleb128 .LVU50
	.uleb128 .LVU71
	.uleb128 .LVU71
	.uleb128 0
.LLST5:
	.byte	0x6
	.4byte	.LVL8
	.byte	0x4
	.uleb128 .LVL8-.LVL8
	.uleb128 .LVL9-.LVL8
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL9-.LVL8
	.uleb128 .LVL14-.LVL8
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL14-.LVL8
	.uleb128 .LFE3-.LVL8
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS6:
	.uleb128 .LVU62
	.uleb128 .LVU70
.LLST6:
	.byte	0x8
	.4byte	.LVL12
	.uleb128 .LVL13-.LVL12
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS8:
	.uleb128 .LVU50
	.uleb128 .LVU61
.LLST8:
	.byte	0x8
	.4byte	.LVL9
	.uleb128 .LVL11-.LVL9
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS3:
	.uleb128 .LVU32
	.uleb128 .LVU40
.LLST3:
	.byte	0x8
	.4byte	.LVL4
	.uleb128 .LVL6-1-.LVL4
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS4:
	.uleb128 .LVU37
	.uleb128 .LVU42
	.uleb128 .LVU42
	.uleb128 0
.LLST4:
	.byte	0x6
	.4byte	.LVL5
	.byte	0x4
	.uleb128 .LVL5-.LVL5
	.uleb128 .LVL7-.LVL5
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL7-.LVL5
	.uleb128 .LFE2-.LVL5
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS1:
	.uleb128 0
	.uleb128 .LVU16
	.uleb128 .LVU16
	.uleb128 .LVU24
	.uleb128 .LVU24
	.uleb128 0
.LLST1:
	.byte	0x6
	.4byte	.LVL1
	.byte	0x4
	.uleb128 .LVL1-.LVL1
	.uleb128 .LVL2-1-.LVL1
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL2-1-.LVL1
	.uleb128 .LVL3-.LVL1
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL3-.LVL1
	.uleb128 .LFE1-.LVL1
	.uleb128 0x2
	.byte	0x72
	.sleb128 4
	.byte	0
.LVUS2:
	.uleb128 .LVU16
	.uleb128 0
.LLST2:
	.byte	0x8
	.4byte	.LVL2
	.uleb128 .LFE1-.LVL2
	.uleb128 0x1
	.byte	0x52
	.byte	0
.LVUS0:
	.uleb128 .LVU6
	.uleb128 0
.LLST0:
	.byte	0x8
	.4byte	.LVL0
	.uleb128 .LFE0-.LVL0
	.uleb128 0x1
	.byte	0x52
	.byte	0
.Ldebug_loc3:
	.section	.debug_aranges,"",@progbits
	.4byte	0x34
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
.LLRL7:
	.byte	0x5
	.4byte	.LBB2
	.byte	0x4
	.uleb128 .LBB2-.LBB2
	.uleb128 .LBE2-.LBB2
	.byte	0x4
	.uleb128 .LBB3-.LBB2
	.uleb128 .LBE3-.LBB2
	.byte	0x4
	.uleb128 .LBB4-.LBB2
	.uleb128 .LBE4-.LBB2
	.byte	0x4
	.uleb128 .LBB5-.LBB2
	.uleb128 .LBE5-.LBB2
	.byte	0
.LLRL9:
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
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF9:
	.string	"size_t"
.LASF13:
	.string	"next"
.LASF24:
	.string	"store_take"
.LASF18:
	.string	"ent_t"
.LASF14:
	.string	"node_t"
.LASF28:
	.string	"node_new"
.LASF8:
	.string	"unsigned char"
.LASF3:
	.string	"short unsigned int"
.LASF25:
	.string	"GNU C17 12.2.0 -mabi=call0 -g -O2 -ffreestanding -ffunction-sections -fdata-sections"
.LASF27:
	.string	"store_put"
.LASF19:
	.string	"head"
.LASF21:
	.string	"heap_caps_calloc"
.LASF2:
	.string	"unsigned int"
.LASF11:
	.string	"long long unsigned int"
.LASF20:
	.string	"cache"
.LASF12:
	.string	"msg_t"
.LASF26:
	.string	"free"
.LASF4:
	.string	"long long int"
.LASF16:
	.string	"name"
.LASF7:
	.string	"short int"
.LASF15:
	.string	"node"
.LASF10:
	.string	"uint32_t"
.LASF17:
	.string	"char"
.LASF5:
	.string	"long double"
.LASF6:
	.string	"signed char"
.LASF23:
	.string	"store_index"
.LASF22:
	.string	"malloc"
	.section	.debug_line_str,"MS",@progbits,1
.LASF1:
	.string	"/src"
.LASF0:
	.string	"w1_store.c"
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
