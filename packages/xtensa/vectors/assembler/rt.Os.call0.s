	.file	"rt.c"
	.text
.Ltext0:
	.file 0 "/src" "rt.c"
	.section	.text.outflush,"ax",@progbits
	.literal_position
	.literal .LC0, on
	.literal .LC1, ob
	.align	4
	.global	outflush
	.type	outflush, @function
outflush:
.LFB8:
	.file 1 "rt.c"
	.loc 1 4 20 view -0
	.loc 1 4 22 view .LVU1
	.loc 1 4 20 is_stmt 0 view .LVU2
	addi	sp, sp, -16
.LCFI0:
	s32i.n	a12, sp, 8
.LCFI1:
	.loc 1 4 25 view .LVU3
	l32r	a12, .LC0
	.loc 1 4 20 view .LVU4
	s32i.n	a0, sp, 12
.LCFI2:
	.loc 1 4 25 view .LVU5
	l32i.n	a4, a12, 0
	.loc 1 4 24 view .LVU6
	beqz.n	a4, .L1
	.loc 1 4 30 is_stmt 1 discriminator 1 view .LVU7
	l32r	a3, .LC1
	movi.n	a2, 1
	call0	sys_write
.LVL0:
	.loc 1 4 50 discriminator 1 view .LVU8
	.loc 1 4 52 is_stmt 0 discriminator 1 view .LVU9
	movi.n	a2, 0
	s32i.n	a2, a12, 0
.L1:
	.loc 1 4 58 view .LVU10
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
	addi	sp, sp, 16
	ret.n
.LFE8:
	.size	outflush, .-outflush
	.section	.text.outc,"ax",@progbits
	.literal_position
	.literal .LC2, on
	.literal .LC3, ob
	.align	4
	.global	outc
	.type	outc, @function
outc:
.LVL1:
.LFB9:
	.loc 1 5 18 is_stmt 1 view -0
	.loc 1 5 20 view .LVU12
	.loc 1 5 25 is_stmt 0 view .LVU13
	l32r	a4, .LC2
	.loc 1 5 18 view .LVU14
	addi	sp, sp, -16
.LCFI3:
	.loc 1 5 25 view .LVU15
	l32i.n	a5, a4, 0
	.loc 1 5 18 view .LVU16
	s32i.n	a0, sp, 12
.LCFI4:
	.loc 1 5 25 view .LVU17
	addi.n	a3, a5, 1
	s32i.n	a3, a4, 0
	.loc 1 5 28 view .LVU18
	l32r	a4, .LC3
	.loc 1 5 18 view .LVU19
	extui	a2, a2, 0, 8
	.loc 1 5 28 view .LVU20
	add.n	a4, a4, a5
	s8i	a2, a4, 0
	.loc 1 5 32 is_stmt 1 view .LVU21
	.loc 1 5 42 is_stmt 0 view .LVU22
	addmi	a5, a3, -0x100
	movi.n	a4, 0
	movi.n	a3, 1
	moveqz	a4, a3, a5
	extui	a5, a4, 0, 8
	bnez.n	a4, .L9
	.loc 1 5 34 view .LVU23
	addi	a2, a2, -10
.LVL2:
	.loc 1 5 42 view .LVU24
	movnez	a3, a5, a2
	beqz.n	a3, .L6
.LVL3:
.L9:
	.loc 1 5 59 is_stmt 1 discriminator 3 view .LVU25
	call0	outflush
.LVL4:
.L6:
	.loc 1 5 71 is_stmt 0 view .LVU26
	l32i.n	a0, sp, 12
	addi	sp, sp, 16
	ret.n
.LFE9:
	.size	outc, .-outc
	.section	.text.out,"ax",@progbits
	.literal_position
	.align	4
	.global	out
	.type	out, @function
out:
.LVL5:
.LFB10:
	.loc 1 6 24 is_stmt 1 view -0
	.loc 1 6 26 view .LVU28
	.loc 1 6 24 is_stmt 0 view .LVU29
	addi	sp, sp, -16
.LCFI5:
	s32i.n	a12, sp, 8
	s32i.n	a0, sp, 12
.LCFI6:
	.loc 1 6 24 view .LVU30
	mov.n	a12, a2
	.loc 1 6 31 view .LVU31
	j	.L14
.LVL6:
.L15:
	.loc 1 6 36 is_stmt 1 discriminator 2 view .LVU32
	.loc 1 6 43 is_stmt 0 discriminator 2 view .LVU33
	addi.n	a12, a12, 1
.LVL7:
	.loc 1 6 36 discriminator 2 view .LVU34
	call0	outc
.LVL8:
.L14:
	.loc 1 6 32 is_stmt 1 discriminator 1 view .LVU35
	l8ui	a2, a12, 0
	bnez.n	a2, .L15
	.loc 1 6 48 is_stmt 0 view .LVU36
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL9:
	.loc 1 6 48 view .LVU37
	addi	sp, sp, 16
	ret.n
.LFE10:
	.size	out, .-out
	.section	.text.outx,"ax",@progbits
	.literal_position
	.align	4
	.global	outx
	.type	outx, @function
outx:
.LVL10:
.LFB11:
	.loc 1 7 17 is_stmt 1 view -0
	.loc 1 7 19 view .LVU39
.LBB2:
	.loc 1 7 23 view .LVU40
	.loc 1 7 33 view .LVU41
.LBE2:
	.loc 1 7 17 is_stmt 0 view .LVU42
	addi	sp, sp, -32
.LCFI7:
	s32i.n	a12, sp, 24
	s32i.n	a13, sp, 20
	s32i.n	a14, sp, 16
	s32i.n	a15, sp, 12
	s32i.n	a0, sp, 28
.LCFI8:
	.loc 1 7 17 view .LVU43
	mov.n	a13, a2
.LBB6:
	.loc 1 7 27 view .LVU44
	movi.n	a12, 0x1c
.LBB3:
	.loc 1 7 61 view .LVU45
	movi.n	a15, 9
.LBE3:
	.loc 1 7 33 view .LVU46
	movi.n	a14, -4
.LVL11:
.L19:
.LBB4:
	.loc 1 7 44 is_stmt 1 discriminator 7 view .LVU47
	.loc 1 7 52 is_stmt 0 discriminator 7 view .LVU48
	ssr	a12
	srl	a3, a13
	.loc 1 7 48 discriminator 7 view .LVU49
	extui	a4, a3, 0, 4
.LVL12:
	.loc 1 7 61 is_stmt 1 discriminator 7 view .LVU50
	addi	a2, a4, 87
	bltu	a15, a4, .L18
	.loc 1 7 61 is_stmt 0 discriminator 2 view .LVU51
	addi	a2, a4, 48
.L18:
.LBE4:
	.loc 1 7 38 discriminator 5 view .LVU52
	addi	a12, a12, -4
.LVL13:
.LBB5:
	.loc 1 7 61 discriminator 5 view .LVU53
	call0	outc
.LVL14:
	.loc 1 7 61 discriminator 5 view .LVU54
.LBE5:
	.loc 1 7 38 is_stmt 1 discriminator 5 view .LVU55
	.loc 1 7 33 discriminator 5 view .LVU56
	bne	a12, a14, .L19
.LBE6:
	.loc 1 7 90 is_stmt 0 view .LVU57
	l32i.n	a0, sp, 28
	l32i.n	a12, sp, 24
.LVL15:
	.loc 1 7 90 view .LVU58
	l32i.n	a13, sp, 20
.LVL16:
	.loc 1 7 90 view .LVU59
	l32i.n	a14, sp, 16
	l32i.n	a15, sp, 12
	addi	sp, sp, 32
	ret.n
.LFE11:
	.size	outx, .-outx
	.section	.text.outx64,"ax",@progbits
	.literal_position
	.align	4
	.global	outx64
	.type	outx64, @function
outx64:
.LVL17:
.LFB12:
	.loc 1 8 19 is_stmt 1 view -0
	.loc 1 8 21 view .LVU61
	.loc 1 8 19 is_stmt 0 view .LVU62
	addi	sp, sp, -16
.LCFI9:
	s32i.n	a12, sp, 8
.LCFI10:
	mov.n	a12, a2
	.loc 1 8 21 view .LVU63
	mov.n	a2, a3
.LVL18:
	.loc 1 8 19 view .LVU64
	s32i.n	a0, sp, 12
.LCFI11:
	.loc 1 8 21 view .LVU65
	call0	outx
.LVL19:
	.loc 1 8 41 is_stmt 1 view .LVU66
	mov.n	a2, a12
	call0	outx
.LVL20:
	.loc 1 8 55 is_stmt 0 view .LVU67
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
	addi	sp, sp, 16
	ret.n
.LFE12:
	.size	outx64, .-outx64
	.global	__umodsi3
	.global	__udivsi3
	.section	.text.outd,"ax",@progbits
	.literal_position
	.align	4
	.global	outd
	.type	outd, @function
outd:
.LVL21:
.LFB13:
	.loc 1 9 17 is_stmt 1 view -0
	.loc 1 9 19 view .LVU69
	.loc 1 9 31 view .LVU70
	.loc 1 9 40 view .LVU71
	.loc 1 9 49 view .LVU72
	.loc 1 9 17 is_stmt 0 view .LVU73
	addi	sp, sp, -64
.LCFI12:
	s32i.n	a13, sp, 52
	s32i.n	a0, sp, 60
	s32i.n	a12, sp, 56
	s32i.n	a14, sp, 48
	s32i.n	a15, sp, 44
.LCFI13:
	.loc 1 9 17 view .LVU74
	mov.n	a13, a2
	.loc 1 9 51 view .LVU75
	bgez	a2, .L23
	.loc 1 9 58 is_stmt 1 discriminator 1 view .LVU76
	movi.n	a2, 0x2d
.LVL22:
	.loc 1 9 58 is_stmt 0 discriminator 1 view .LVU77
	call0	outc
.LVL23:
	.loc 1 9 69 is_stmt 1 discriminator 1 view .LVU78
	.loc 1 9 70 is_stmt 0 discriminator 1 view .LVU79
	neg	a13, a13
.LVL24:
.L23:
	.loc 1 9 70 discriminator 1 view .LVU80
	mov.n	a14, sp
	.loc 1 9 17 discriminator 4 view .LVU81
	movi.n	a12, 0
	.loc 1 9 94 discriminator 4 view .LVU82
	movi.n	a15, 0xa
	.loc 1 9 114 discriminator 4 view .LVU83
	movi.n	a5, 9
.LVL25:
.L24:
	.loc 1 9 77 is_stmt 1 discriminator 4 view .LVU84
	.loc 1 9 82 discriminator 4 view .LVU85
	.loc 1 9 94 is_stmt 0 discriminator 4 view .LVU86
	mov.n	a3, a15
	mov.n	a2, a13
	s32i.n	a5, sp, 20
	call0	__umodsi3
.LVL26:
	.loc 1 9 92 discriminator 4 view .LVU87
	addi	a2, a2, 48
	.loc 1 9 88 discriminator 4 view .LVU88
	s8i	a2, a14, 0
	.loc 1 9 100 discriminator 4 view .LVU89
	mov.n	a3, a15
	mov.n	a2, a13
	s32i.n	a13, sp, 16
	call0	__udivsi3
.LVL27:
	.loc 1 9 114 discriminator 4 view .LVU90
	l32i.n	a4, sp, 16
	l32i.n	a5, sp, 20
	.loc 1 9 85 discriminator 4 view .LVU91
	addi.n	a12, a12, 1
.LVL28:
	.loc 1 9 99 is_stmt 1 discriminator 4 view .LVU92
	.loc 1 9 100 is_stmt 0 discriminator 4 view .LVU93
	mov.n	a13, a2
.LVL29:
	.loc 1 9 114 is_stmt 1 discriminator 4 view .LVU94
	addi.n	a14, a14, 1
	bltu	a5, a4, .L24
.LVL30:
.L25:
	.loc 1 9 127 discriminator 7 view .LVU95
	addi.n	a12, a12, -1
.LVL31:
	.loc 1 9 133 is_stmt 0 discriminator 7 view .LVU96
	add.n	a2, sp, a12
	.loc 1 9 127 discriminator 7 view .LVU97
	l8ui	a2, a2, 0
	call0	outc
.LVL32:
	.loc 1 9 124 is_stmt 1 discriminator 7 view .LVU98
	bnez.n	a12, .L25
	.loc 1 9 141 is_stmt 0 view .LVU99
	l32i.n	a0, sp, 60
	l32i.n	a12, sp, 56
.LVL33:
	.loc 1 9 141 view .LVU100
	l32i.n	a13, sp, 52
.LVL34:
	.loc 1 9 141 view .LVU101
	l32i.n	a14, sp, 48
	l32i.n	a15, sp, 44
	addi	sp, sp, 64
	ret.n
.LFE13:
	.size	outd, .-outd
	.section	.text.kv,"ax",@progbits
	.literal_position
	.align	4
	.global	kv
	.type	kv, @function
kv:
.LVL35:
.LFB14:
	.loc 1 10 29 is_stmt 1 view -0
	.loc 1 10 31 view .LVU103
	.loc 1 10 29 is_stmt 0 view .LVU104
	addi	sp, sp, -16
.LCFI14:
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI15:
	.loc 1 10 29 view .LVU105
	mov.n	a12, a3
	.loc 1 10 31 view .LVU106
	call0	out
.LVL36:
	.loc 1 10 39 is_stmt 1 view .LVU107
	movi.n	a2, 0x3d
	call0	outc
.LVL37:
	.loc 1 10 50 view .LVU108
	mov.n	a2, a12
	call0	outx
.LVL38:
	.loc 1 10 59 view .LVU109
	movi.n	a2, 0xa
	call0	outc
.LVL39:
	.loc 1 10 71 is_stmt 0 view .LVU110
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL40:
	.loc 1 10 71 view .LVU111
	addi	sp, sp, 16
	ret.n
.LFE14:
	.size	kv, .-kv
	.section	.text.kv64,"ax",@progbits
	.literal_position
	.align	4
	.global	kv64
	.type	kv64, @function
kv64:
.LVL41:
.LFB15:
	.loc 1 11 31 is_stmt 1 view -0
	.loc 1 11 33 view .LVU113
	.loc 1 11 31 is_stmt 0 view .LVU114
	addi	sp, sp, -16
.LCFI16:
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
	s32i.n	a13, sp, 4
.LCFI17:
	.loc 1 11 31 view .LVU115
	mov.n	a12, a4
	mov.n	a13, a5
	.loc 1 11 33 view .LVU116
	call0	out
.LVL42:
	.loc 1 11 41 is_stmt 1 view .LVU117
	movi.n	a2, 0x3d
	call0	outc
.LVL43:
	.loc 1 11 52 view .LVU118
	mov.n	a2, a12
	mov.n	a3, a13
	call0	outx64
.LVL44:
	.loc 1 11 63 view .LVU119
	movi.n	a2, 0xa
	call0	outc
.LVL45:
	.loc 1 11 75 is_stmt 0 view .LVU120
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
	l32i.n	a13, sp, 4
	addi	sp, sp, 16
	ret.n
.LFE15:
	.size	kv64, .-kv64
	.section	.text.kd,"ax",@progbits
	.literal_position
	.align	4
	.global	kd
	.type	kd, @function
kd:
.LVL46:
.LFB16:
	.loc 1 12 29 is_stmt 1 view -0
	.loc 1 12 31 view .LVU122
	.loc 1 12 29 is_stmt 0 view .LVU123
	addi	sp, sp, -16
.LCFI18:
	s32i.n	a0, sp, 12
	s32i.n	a12, sp, 8
.LCFI19:
	.loc 1 12 29 view .LVU124
	mov.n	a12, a3
	.loc 1 12 31 view .LVU125
	call0	out
.LVL47:
	.loc 1 12 39 is_stmt 1 view .LVU126
	movi.n	a2, 0x3d
	call0	outc
.LVL48:
	.loc 1 12 50 view .LVU127
	mov.n	a2, a12
	call0	outd
.LVL49:
	.loc 1 12 59 view .LVU128
	movi.n	a2, 0xa
	call0	outc
.LVL50:
	.loc 1 12 71 is_stmt 0 view .LVU129
	l32i.n	a0, sp, 12
	l32i.n	a12, sp, 8
.LVL51:
	.loc 1 12 71 view .LVU130
	addi	sp, sp, 16
	ret.n
.LFE16:
	.size	kd, .-kd
	.section	.text.memset,"ax",@progbits
	.literal_position
	.align	4
	.global	memset
	.type	memset, @function
memset:
.LVL52:
.LFB17:
	.loc 1 13 39 is_stmt 1 view -0
	.loc 1 13 41 view .LVU132
	.loc 1 13 50 view .LVU133
	mov.n	a5, a2
	add.n	a4, a2, a4
.LVL53:
	.loc 1 13 55 is_stmt 0 view .LVU134
	j	.L32
.LVL54:
.L33:
	.loc 1 13 62 is_stmt 1 discriminator 3 view .LVU135
	.loc 1 13 66 is_stmt 0 discriminator 3 view .LVU136
	s8i	a3, a5, 0
	.loc 1 13 70 is_stmt 1 discriminator 3 view .LVU137
	addi.n	a5, a5, 1
.LVL55:
.L32:
	.loc 1 13 56 discriminator 1 view .LVU138
	.loc 1 13 56 is_stmt 0 discriminator 1 view .LVU139
	bne	a5, a4, .L33
	.loc 1 13 94 is_stmt 1 discriminator 4 view .LVU140
	.loc 1 13 104 is_stmt 0 discriminator 4 view .LVU141
	ret.n
.LFE17:
	.size	memset, .-memset
	.section	.text.memcpy,"ax",@progbits
	.literal_position
	.align	4
	.global	memcpy
	.type	memcpy, @function
memcpy:
.LVL56:
.LFB18:
	.loc 1 14 47 is_stmt 1 view -0
	.loc 1 14 49 view .LVU143
	.loc 1 14 58 view .LVU144
	.loc 1 14 73 view .LVU145
	.loc 1 14 78 is_stmt 0 view .LVU146
	movi.n	a5, 0
	j	.L35
.LVL57:
.L36:
	.loc 1 14 85 is_stmt 1 discriminator 3 view .LVU147
	.loc 1 14 90 is_stmt 0 discriminator 3 view .LVU148
	add.n	a6, a3, a5
	l8ui	a7, a6, 0
	.loc 1 14 89 discriminator 3 view .LVU149
	add.n	a6, a2, a5
	s8i	a7, a6, 0
	.loc 1 14 96 is_stmt 1 discriminator 3 view .LVU150
	addi.n	a5, a5, 1
.LVL58:
.L35:
	.loc 1 14 79 discriminator 1 view .LVU151
	.loc 1 14 79 is_stmt 0 discriminator 1 view .LVU152
	bne	a4, a5, .L36
	.loc 1 14 120 is_stmt 1 discriminator 4 view .LVU153
	.loc 1 14 130 is_stmt 0 discriminator 4 view .LVU154
	ret.n
.LFE18:
	.size	memcpy, .-memcpy
	.section	.rodata.trap.str1.1,"aMS",@progbits,1
.LC6:
	.string	"unexpected trap level "
.LC8:
	.string	" cause"
.LC10:
	.string	"pc"
	.section	.text.trap,"ax",@progbits
	.literal_position
	.literal .LC4, trap_switch
	.literal .LC5, trap_hook
	.literal .LC7, .LC6
	.literal .LC9, .LC8
	.literal .LC11, .LC10
	.align	4
	.global	trap
	.type	trap, @function
trap:
.LVL59:
.LFB19:
	.loc 1 16 26 is_stmt 1 view -0
	.loc 1 16 28 view .LVU156
	.loc 1 16 26 is_stmt 0 view .LVU157
	addi	sp, sp, -16
.LCFI20:
	s32i.n	a12, sp, 8
.LCFI21:
	mov.n	a12, a2
	.loc 1 16 31 view .LVU158
	l32r	a2, .LC4
.LVL60:
	.loc 1 16 26 view .LVU159
	s32i.n	a0, sp, 12
.LCFI22:
	.loc 1 16 31 view .LVU160
	l32i.n	a3, a2, 0
	.loc 1 16 30 view .LVU161
	beqz.n	a3, .L38
	.loc 1 16 44 is_stmt 1 discriminator 1 view .LVU162
	.loc 1 16 51 is_stmt 0 discriminator 1 view .LVU163
	mov.n	a2, a12
	callx0	a3
.LVL61:
	mov.n	a12, a2
.LVL62:
	.loc 1 16 51 discriminator 1 view .LVU164
	j	.L39
.LVL63:
.L38:
	.loc 1 16 67 is_stmt 1 discriminator 2 view .LVU165
	.loc 1 16 70 is_stmt 0 discriminator 2 view .LVU166
	l32r	a2, .LC5
	l32i.n	a3, a2, 0
	.loc 1 16 69 discriminator 2 view .LVU167
	beqz.n	a3, .L40
	.loc 1 16 82 is_stmt 1 discriminator 3 view .LVU168
	mov.n	a2, a12
	callx0	a3
.LVL64:
	.loc 1 16 96 discriminator 3 view .LVU169
	.loc 1 16 103 is_stmt 0 discriminator 3 view .LVU170
	j	.L39
.L40:
	.loc 1 17 3 is_stmt 1 view .LVU171
	l32r	a2, .LC7
	call0	out
.LVL65:
	.loc 1 17 34 view .LVU172
	l32i	a2, a12, 96
	call0	outd
.LVL66:
	.loc 1 17 50 view .LVU173
	l32i	a3, a12, 88
	l32r	a2, .LC9
	call0	kv
.LVL67:
	.loc 1 17 73 view .LVU174
	l32r	a2, .LC11
	l32i	a3, a12, 64
	call0	kv
.LVL68:
	.loc 1 17 89 view .LVU175
	movi	a2, 0x62
	call0	sys_exit
.LVL69:
	.loc 1 17 103 view .LVU176
.L39:
	.loc 1 17 113 is_stmt 0 view .LVU177
	l32i.n	a0, sp, 12
	mov.n	a2, a12
	l32i.n	a12, sp, 8
	addi	sp, sp, 16
	ret.n
.LFE19:
	.size	trap, .-trap
	.global	trap_switch
	.section	.bss.trap_switch,"aw",@nobits
	.align	4
	.type	trap_switch, @object
	.size	trap_switch, 4
trap_switch:
	.zero	4
	.global	trap_hook
	.section	.bss.trap_hook,"aw",@nobits
	.align	4
	.type	trap_hook, @object
	.size	trap_hook, 4
trap_hook:
	.zero	4
	.section	.bss.on,"aw",@nobits
	.align	4
	.type	on, @object
	.size	on, 4
on:
	.zero	4
	.section	.bss.ob,"aw",@nobits
	.type	ob, @object
	.size	ob, 256
ob:
	.zero	256
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
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI0-.LFB8
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI1-.LCFI0
	.byte	0x8c
	.uleb128 0x2
	.byte	0x4
	.4byte	.LCFI2-.LCFI1
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE0:
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI3-.LFB9
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI4-.LCFI3
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI5-.LFB10
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI6-.LCFI5
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
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.byte	0x4
	.4byte	.LCFI7-.LFB11
	.byte	0xe
	.uleb128 0x20
	.byte	0x4
	.4byte	.LCFI8-.LCFI7
	.byte	0x8c
	.uleb128 0x2
	.byte	0x8d
	.uleb128 0x3
	.byte	0x8e
	.uleb128 0x4
	.byte	0x8f
	.uleb128 0x5
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE6:
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.byte	0x4
	.4byte	.LCFI9-.LFB12
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI10-.LCFI9
	.byte	0x8c
	.uleb128 0x2
	.byte	0x4
	.4byte	.LCFI11-.LCFI10
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.byte	0x4
	.4byte	.LCFI12-.LFB13
	.byte	0xe
	.uleb128 0x40
	.byte	0x4
	.4byte	.LCFI13-.LCFI12
	.byte	0x8d
	.uleb128 0x3
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.byte	0x8e
	.uleb128 0x4
	.byte	0x8f
	.uleb128 0x5
	.align	4
.LEFDE10:
.LSFDE12:
	.4byte	.LEFDE12-.LASFDE12
.LASFDE12:
	.4byte	.Lframe0
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.byte	0x4
	.4byte	.LCFI14-.LFB14
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI15-.LCFI14
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
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
	.byte	0x4
	.4byte	.LCFI16-.LFB15
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI17-.LCFI16
	.byte	0x80
	.uleb128 0x1
	.byte	0x8c
	.uleb128 0x2
	.byte	0x8d
	.uleb128 0x3
	.align	4
.LEFDE14:
.LSFDE16:
	.4byte	.LEFDE16-.LASFDE16
.LASFDE16:
	.4byte	.Lframe0
	.4byte	.LFB16
	.4byte	.LFE16-.LFB16
	.byte	0x4
	.4byte	.LCFI18-.LFB16
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI19-.LCFI18
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
	.4byte	.LFB17
	.4byte	.LFE17-.LFB17
	.align	4
.LEFDE18:
.LSFDE20:
	.4byte	.LEFDE20-.LASFDE20
.LASFDE20:
	.4byte	.Lframe0
	.4byte	.LFB18
	.4byte	.LFE18-.LFB18
	.align	4
.LEFDE20:
.LSFDE22:
	.4byte	.LEFDE22-.LASFDE22
.LASFDE22:
	.4byte	.Lframe0
	.4byte	.LFB19
	.4byte	.LFE19-.LFB19
	.byte	0x4
	.4byte	.LCFI20-.LFB19
	.byte	0xe
	.uleb128 0x10
	.byte	0x4
	.4byte	.LCFI21-.LCFI20
	.byte	0x8c
	.uleb128 0x2
	.byte	0x4
	.4byte	.LCFI22-.LCFI21
	.byte	0x80
	.uleb128 0x1
	.align	4
.LEFDE22:
	.text
.Letext0:
	.file 2 "rt.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x6a2
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x1a
	.4byte	.LASF31
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL23
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x4
	.byte	0x8
	.byte	0x7
	.4byte	.LASF2
	.uleb128 0xc
	.string	"u32"
	.byte	0x4
	.byte	0x12
	.4byte	0x38
	.uleb128 0x4
	.byte	0x4
	.byte	0x7
	.4byte	.LASF3
	.uleb128 0x4
	.byte	0x2
	.byte	0x7
	.4byte	.LASF4
	.uleb128 0xc
	.string	"u8"
	.byte	0x4
	.byte	0x49
	.4byte	0x55
	.uleb128 0x14
	.4byte	0x46
	.uleb128 0x4
	.byte	0x1
	.byte	0x8
	.4byte	.LASF5
	.uleb128 0x4
	.byte	0x1
	.byte	0x6
	.4byte	.LASF6
	.uleb128 0x4
	.byte	0x2
	.byte	0x5
	.4byte	.LASF7
	.uleb128 0xc
	.string	"s32"
	.byte	0x5
	.byte	0x20
	.4byte	0x75
	.uleb128 0x1b
	.byte	0x4
	.byte	0x5
	.string	"int"
	.uleb128 0xc
	.string	"u64"
	.byte	0x5
	.byte	0x40
	.4byte	0x26
	.uleb128 0x4
	.byte	0x8
	.byte	0x5
	.4byte	.LASF8
	.uleb128 0x4
	.byte	0x4
	.byte	0x4
	.4byte	.LASF9
	.uleb128 0x1c
	.byte	0x64
	.byte	0x2
	.byte	0x10
	.byte	0x9
	.4byte	0x109
	.uleb128 0xd
	.string	"a"
	.byte	0x16
	.4byte	0x109
	.byte	0
	.uleb128 0xd
	.string	"pc"
	.byte	0x1d
	.4byte	0x2d
	.byte	0x40
	.uleb128 0xd
	.string	"ps"
	.byte	0x21
	.4byte	0x2d
	.byte	0x44
	.uleb128 0xd
	.string	"sar"
	.byte	0x25
	.4byte	0x2d
	.byte	0x48
	.uleb128 0x8
	.4byte	.LASF10
	.byte	0x2a
	.4byte	0x2d
	.byte	0x4c
	.uleb128 0x8
	.4byte	.LASF11
	.byte	0x30
	.4byte	0x2d
	.byte	0x50
	.uleb128 0x8
	.4byte	.LASF12
	.byte	0x36
	.4byte	0x2d
	.byte	0x54
	.uleb128 0x8
	.4byte	.LASF13
	.byte	0x3e
	.4byte	0x2d
	.byte	0x58
	.uleb128 0x8
	.4byte	.LASF14
	.byte	0x45
	.4byte	0x2d
	.byte	0x5c
	.uleb128 0x8
	.4byte	.LASF15
	.byte	0x4c
	.4byte	0x2d
	.byte	0x60
	.byte	0
	.uleb128 0xf
	.4byte	0x2d
	.4byte	0x119
	.uleb128 0x10
	.4byte	0x38
	.byte	0xf
	.byte	0
	.uleb128 0x1d
	.4byte	.LASF16
	.byte	0x2
	.byte	0x10
	.byte	0x55
	.4byte	0x95
	.uleb128 0x1e
	.4byte	0x130
	.uleb128 0x9
	.4byte	0x130
	.byte	0
	.uleb128 0x6
	.4byte	0x119
	.uleb128 0x15
	.4byte	.LASF17
	.byte	0xf
	.4byte	0x13f
	.uleb128 0x6
	.4byte	0x125
	.uleb128 0x1f
	.4byte	0x130
	.4byte	0x153
	.uleb128 0x9
	.4byte	0x130
	.byte	0
	.uleb128 0x15
	.4byte	.LASF18
	.byte	0x39
	.4byte	0x15d
	.uleb128 0x6
	.4byte	0x144
	.uleb128 0xf
	.4byte	0x172
	.4byte	0x172
	.uleb128 0x10
	.4byte	0x38
	.byte	0xff
	.byte	0
	.uleb128 0x4
	.byte	0x1
	.byte	0x8
	.4byte	.LASF19
	.uleb128 0x14
	.4byte	0x172
	.uleb128 0x11
	.string	"ob"
	.byte	0x3
	.byte	0xd
	.4byte	0x162
	.uleb128 0x5
	.byte	0x3
	.4byte	ob
	.uleb128 0x11
	.string	"on"
	.byte	0x3
	.byte	0x21
	.4byte	0x2d
	.uleb128 0x5
	.byte	0x3
	.4byte	on
	.uleb128 0x16
	.4byte	0x135
	.byte	0x8
	.uleb128 0x5
	.byte	0x3
	.4byte	trap_hook
	.uleb128 0x16
	.4byte	0x153
	.byte	0x2b
	.uleb128 0x5
	.byte	0x3
	.4byte	trap_switch
	.uleb128 0x20
	.4byte	.LASF32
	.byte	0x2
	.byte	0x13
	.byte	0x6
	.4byte	0x1c8
	.uleb128 0x9
	.4byte	0x75
	.byte	0
	.uleb128 0x21
	.4byte	.LASF33
	.byte	0x2
	.byte	0x13
	.byte	0x19
	.4byte	0x75
	.4byte	0x1e8
	.uleb128 0x9
	.4byte	0x75
	.uleb128 0x9
	.4byte	0x1e8
	.uleb128 0x9
	.4byte	0x2d
	.byte	0
	.uleb128 0x6
	.4byte	0x1ed
	.uleb128 0x22
	.uleb128 0x12
	.4byte	.LASF20
	.byte	0x10
	.byte	0xa
	.4byte	0x130
	.4byte	.LFB19
	.4byte	.LFE19-.LFB19
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x297
	.uleb128 0x2
	.string	"f"
	.byte	0x10
	.byte	0x18
	.4byte	0x130
	.4byte	.LLST22
	.4byte	.LVUS22
	.uleb128 0x17
	.4byte	.LVL61
	.4byte	0x228
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0x17
	.4byte	.LVL64
	.4byte	0x238
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0x3
	.4byte	.LVL65
	.4byte	0x608
	.4byte	0x24f
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x5
	.byte	0x3
	.4byte	.LC6
	.byte	0
	.uleb128 0x5
	.4byte	.LVL66
	.4byte	0x4d9
	.uleb128 0x3
	.4byte	.LVL67
	.4byte	0x457
	.4byte	0x26f
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x5
	.byte	0x3
	.4byte	.LC8
	.byte	0
	.uleb128 0x3
	.4byte	.LVL68
	.4byte	0x457
	.4byte	0x286
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x5
	.byte	0x3
	.4byte	.LC10
	.byte	0
	.uleb128 0xa
	.4byte	.LVL69
	.4byte	0x1b6
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x62
	.byte	0
	.byte	0
	.uleb128 0x12
	.4byte	.LASF21
	.byte	0xe
	.byte	0x7
	.4byte	0x2fa
	.4byte	.LFB18
	.4byte	.LFE18-.LFB18
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x2fa
	.uleb128 0xe
	.string	"d"
	.byte	0xe
	.byte	0x14
	.4byte	0x2fa
	.uleb128 0x1
	.byte	0x52
	.uleb128 0xe
	.string	"s"
	.byte	0xe
	.byte	0x22
	.4byte	0x1e8
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x2
	.string	"n"
	.byte	0xe
	.byte	0x2d
	.4byte	0x38
	.4byte	.LLST19
	.4byte	.LVUS19
	.uleb128 0x7
	.string	"p"
	.byte	0xe
	.byte	0x35
	.4byte	0x2fc
	.4byte	.LLST20
	.4byte	.LVUS20
	.uleb128 0x7
	.string	"q"
	.byte	0xe
	.byte	0x44
	.4byte	0x301
	.4byte	.LLST21
	.4byte	.LVUS21
	.byte	0
	.uleb128 0x23
	.byte	0x4
	.uleb128 0x6
	.4byte	0x46
	.uleb128 0x6
	.4byte	0x50
	.uleb128 0x12
	.4byte	.LASF22
	.byte	0xd
	.byte	0x7
	.4byte	0x2fa
	.4byte	.LFB17
	.4byte	.LFE17-.LFB17
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x358
	.uleb128 0xe
	.string	"d"
	.byte	0xd
	.byte	0x14
	.4byte	0x2fa
	.uleb128 0x1
	.byte	0x52
	.uleb128 0xe
	.string	"c"
	.byte	0xd
	.byte	0x1a
	.4byte	0x75
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x2
	.string	"n"
	.byte	0xd
	.byte	0x25
	.4byte	0x38
	.4byte	.LLST17
	.4byte	.LVUS17
	.uleb128 0x7
	.string	"p"
	.byte	0xd
	.byte	0x2d
	.4byte	0x2fc
	.4byte	.LLST18
	.4byte	.LVUS18
	.byte	0
	.uleb128 0x13
	.string	"kd"
	.byte	0xc
	.4byte	.LFB16
	.4byte	.LFE16-.LFB16
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x3da
	.uleb128 0x2
	.string	"k"
	.byte	0xc
	.byte	0x15
	.4byte	0x3da
	.4byte	.LLST15
	.4byte	.LVUS15
	.uleb128 0x2
	.string	"v"
	.byte	0xc
	.byte	0x1b
	.4byte	0x6a
	.4byte	.LLST16
	.4byte	.LVUS16
	.uleb128 0x3
	.4byte	.LVL47
	.4byte	0x608
	.4byte	0x3a2
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x3
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0
	.uleb128 0x3
	.4byte	.LVL48
	.4byte	0x637
	.4byte	0x3b6
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x3d
	.byte	0
	.uleb128 0x3
	.4byte	.LVL49
	.4byte	0x4d9
	.4byte	0x3ca
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0xa
	.4byte	.LVL50
	.4byte	0x637
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x3a
	.byte	0
	.byte	0
	.uleb128 0x6
	.4byte	0x179
	.uleb128 0xb
	.4byte	.LASF23
	.byte	0xb
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x457
	.uleb128 0x2
	.string	"k"
	.byte	0xb
	.byte	0x17
	.4byte	0x3da
	.4byte	.LLST13
	.4byte	.LVUS13
	.uleb128 0x2
	.string	"v"
	.byte	0xb
	.byte	0x1d
	.4byte	0x7c
	.4byte	.LLST14
	.4byte	.LVUS14
	.uleb128 0x3
	.4byte	.LVL42
	.4byte	0x608
	.4byte	0x42a
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x3
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0
	.uleb128 0x3
	.4byte	.LVL43
	.4byte	0x637
	.4byte	0x43e
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x3d
	.byte	0
	.uleb128 0x5
	.4byte	.LVL44
	.4byte	0x56c
	.uleb128 0xa
	.4byte	.LVL45
	.4byte	0x637
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x3a
	.byte	0
	.byte	0
	.uleb128 0x13
	.string	"kv"
	.byte	0xa
	.4byte	.LFB14
	.4byte	.LFE14-.LFB14
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x4d9
	.uleb128 0x2
	.string	"k"
	.byte	0xa
	.byte	0x15
	.4byte	0x3da
	.4byte	.LLST11
	.4byte	.LVUS11
	.uleb128 0x2
	.string	"v"
	.byte	0xa
	.byte	0x1b
	.4byte	0x2d
	.4byte	.LLST12
	.4byte	.LVUS12
	.uleb128 0x3
	.4byte	.LVL36
	.4byte	0x608
	.4byte	0x4a1
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x3
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0
	.uleb128 0x3
	.4byte	.LVL37
	.4byte	0x637
	.4byte	0x4b5
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x3d
	.byte	0
	.uleb128 0x3
	.4byte	.LVL38
	.4byte	0x5ab
	.4byte	0x4c9
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.uleb128 0xa
	.4byte	.LVL39
	.4byte	0x637
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x3a
	.byte	0
	.byte	0
	.uleb128 0xb
	.4byte	.LASF24
	.byte	0x9
	.4byte	.LFB13
	.4byte	.LFE13-.LFB13
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x55c
	.uleb128 0x2
	.string	"v"
	.byte	0x9
	.byte	0xf
	.4byte	0x6a
	.4byte	.LLST8
	.4byte	.LVUS8
	.uleb128 0x11
	.string	"t"
	.byte	0x9
	.byte	0x18
	.4byte	0x55c
	.uleb128 0x2
	.byte	0x91
	.sleb128 -64
	.uleb128 0x7
	.string	"n"
	.byte	0x9
	.byte	0x23
	.4byte	0x75
	.4byte	.LLST9
	.4byte	.LVUS9
	.uleb128 0x7
	.string	"u"
	.byte	0x9
	.byte	0x2c
	.4byte	0x2d
	.4byte	.LLST10
	.4byte	.LVUS10
	.uleb128 0x3
	.4byte	.LVL23
	.4byte	0x637
	.4byte	0x540
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x8
	.byte	0x2d
	.byte	0
	.uleb128 0x5
	.4byte	.LVL26
	.4byte	0x693
	.uleb128 0x5
	.4byte	.LVL27
	.4byte	0x69c
	.uleb128 0x5
	.4byte	.LVL32
	.4byte	0x637
	.byte	0
	.uleb128 0xf
	.4byte	0x172
	.4byte	0x56c
	.uleb128 0x10
	.4byte	0x38
	.byte	0xb
	.byte	0
	.uleb128 0xb
	.4byte	.LASF25
	.byte	0x8
	.4byte	.LFB12
	.4byte	.LFE12-.LFB12
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x5ab
	.uleb128 0x2
	.string	"v"
	.byte	0x8
	.byte	0x11
	.4byte	0x7c
	.4byte	.LLST7
	.4byte	.LVUS7
	.uleb128 0x5
	.4byte	.LVL19
	.4byte	0x5ab
	.uleb128 0xa
	.4byte	.LVL20
	.4byte	0x5ab
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x2
	.byte	0x7c
	.sleb128 0
	.byte	0
	.byte	0
	.uleb128 0xb
	.4byte	.LASF26
	.byte	0x7
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x608
	.uleb128 0x2
	.string	"v"
	.byte	0x7
	.byte	0xf
	.4byte	0x2d
	.4byte	.LLST2
	.4byte	.LVUS2
	.uleb128 0x18
	.4byte	.LLRL3
	.uleb128 0x7
	.string	"i"
	.byte	0x7
	.byte	0x1b
	.4byte	0x75
	.4byte	.LLST4
	.4byte	.LVUS4
	.uleb128 0x18
	.4byte	.LLRL5
	.uleb128 0x7
	.string	"d"
	.byte	0x7
	.byte	0x30
	.4byte	0x2d
	.4byte	.LLST6
	.4byte	.LVUS6
	.uleb128 0x5
	.4byte	.LVL14
	.4byte	0x637
	.byte	0
	.byte	0
	.byte	0
	.uleb128 0x13
	.string	"out"
	.byte	0x6
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x637
	.uleb128 0x2
	.string	"s"
	.byte	0x6
	.byte	0x16
	.4byte	0x3da
	.4byte	.LLST1
	.4byte	.LVUS1
	.uleb128 0x5
	.4byte	.LVL8
	.4byte	0x637
	.byte	0
	.uleb128 0xb
	.4byte	.LASF27
	.byte	0x5
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x666
	.uleb128 0x2
	.string	"c"
	.byte	0x5
	.byte	0x10
	.4byte	0x172
	.4byte	.LLST0
	.4byte	.LVUS0
	.uleb128 0x5
	.4byte	.LVL4
	.4byte	0x666
	.byte	0
	.uleb128 0xb
	.4byte	.LASF28
	.byte	0x4
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.4byte	0x693
	.uleb128 0xa
	.4byte	.LVL0
	.4byte	0x1c8
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x52
	.uleb128 0x1
	.byte	0x31
	.uleb128 0x1
	.uleb128 0x1
	.byte	0x53
	.uleb128 0x5
	.byte	0x3
	.4byte	ob
	.byte	0
	.byte	0
	.uleb128 0x19
	.4byte	.LASF29
	.4byte	.LASF29
	.uleb128 0x19
	.4byte	.LASF30
	.4byte	.LASF30
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
	.uleb128 0x3
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
	.uleb128 0x4
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
	.uleb128 0x5
	.uleb128 0x48
	.byte	0
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x6
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0x21
	.sleb128 4
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x7
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
	.uleb128 0x8
	.uleb128 0xd
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 16
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x38
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x9
	.uleb128 0x5
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xa
	.uleb128 0x48
	.byte	0x1
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x7f
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
	.uleb128 0x21
	.sleb128 6
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
	.uleb128 0xc
	.uleb128 0x16
	.byte	0
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0xd
	.uleb128 0xd
	.byte	0
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 16
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x38
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0xe
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
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0xf
	.uleb128 0x1
	.byte	0x1
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x10
	.uleb128 0x21
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x2f
	.uleb128 0xb
	.byte	0
	.byte	0
	.uleb128 0x11
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
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x12
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
	.uleb128 0x13
	.uleb128 0x2e
	.byte	0x1
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0x8
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0x21
	.sleb128 6
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
	.uleb128 0x14
	.uleb128 0x26
	.byte	0
	.uleb128 0x49
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x15
	.uleb128 0x34
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 18
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x16
	.uleb128 0x34
	.byte	0
	.uleb128 0x47
	.uleb128 0x13
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0x21
	.sleb128 15
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x2
	.uleb128 0x18
	.byte	0
	.byte	0
	.uleb128 0x17
	.uleb128 0x48
	.byte	0x1
	.uleb128 0x7d
	.uleb128 0x1
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x18
	.uleb128 0xb
	.byte	0x1
	.uleb128 0x55
	.uleb128 0x17
	.byte	0
	.byte	0
	.uleb128 0x19
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3c
	.uleb128 0x19
	.uleb128 0x6e
	.uleb128 0xe
	.uleb128 0x3
	.uleb128 0xe
	.byte	0
	.byte	0
	.uleb128 0x1a
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
	.uleb128 0x1b
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
	.uleb128 0x1c
	.uleb128 0x13
	.byte	0x1
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
	.uleb128 0x1d
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
	.uleb128 0x1e
	.uleb128 0x15
	.byte	0x1
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x1f
	.uleb128 0x15
	.byte	0x1
	.uleb128 0x27
	.uleb128 0x19
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x20
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
	.uleb128 0x21
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
	.uleb128 0x49
	.uleb128 0x13
	.uleb128 0x3c
	.uleb128 0x19
	.uleb128 0x1
	.uleb128 0x13
	.byte	0
	.byte	0
	.uleb128 0x22
	.uleb128 0x26
	.byte	0
	.byte	0
	.byte	0
	.uleb128 0x23
	.uleb128 0xf
	.byte	0
	.uleb128 0xb
	.uleb128 0xb
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
.LVUS22:
	.uleb128 0
	.uleb128 .LVU159
	.uleb128 .LVU159
	.uleb128 .LVU164
	.uleb128 .LVU164
	.uleb128 .LVU165
	.uleb128 .LVU165
	.uleb128 .LVU177
	.uleb128 .LVU177
	.uleb128 0
.LLST22:
	.byte	0x6
	.4byte	.LVL59
	.byte	0x4
	.uleb128 .LVL59-.LVL59
	.uleb128 .LVL60-.LVL59
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL60-.LVL59
	.uleb128 .LVL62-.LVL59
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL62-.LVL59
	.uleb128 .LVL63-.LVL59
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL63-.LVL59
	.uleb128 .LVL69-.LVL59
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL69-.LVL59
	.uleb128 .LFE19-.LVL59
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS19:
	.uleb128 0
	.uleb128 .LVU147
	.uleb128 .LVU147
	.uleb128 .LVU151
	.uleb128 .LVU151
	.uleb128 .LVU152
	.uleb128 .LVU152
	.uleb128 0
.LLST19:
	.byte	0x6
	.4byte	.LVL56
	.byte	0x4
	.uleb128 .LVL56-.LVL56
	.uleb128 .LVL57-.LVL56
	.uleb128 0x1
	.byte	0x54
	.byte	0x4
	.uleb128 .LVL57-.LVL56
	.uleb128 .LVL58-.LVL56
	.uleb128 0x7
	.byte	0x75
	.sleb128 0
	.byte	0x20
	.byte	0x74
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL58-.LVL56
	.uleb128 .LVL58-.LVL56
	.uleb128 0x6
	.byte	0x74
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x1c
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL58-.LVL56
	.uleb128 .LFE18-.LVL56
	.uleb128 0x7
	.byte	0x75
	.sleb128 0
	.byte	0x20
	.byte	0x74
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0
.LVUS20:
	.uleb128 .LVU144
	.uleb128 .LVU147
	.uleb128 .LVU147
	.uleb128 .LVU148
	.uleb128 .LVU148
	.uleb128 .LVU151
	.uleb128 .LVU151
	.uleb128 0
.LLST20:
	.byte	0x6
	.4byte	.LVL56
	.byte	0x4
	.uleb128 .LVL56-.LVL56
	.uleb128 .LVL57-.LVL56
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL57-.LVL56
	.uleb128 .LVL57-.LVL56
	.uleb128 0x6
	.byte	0x72
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL57-.LVL56
	.uleb128 .LVL58-.LVL56
	.uleb128 0x8
	.byte	0x72
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x23
	.uleb128 0x1
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL58-.LVL56
	.uleb128 .LFE18-.LVL56
	.uleb128 0x6
	.byte	0x72
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0
.LVUS21:
	.uleb128 .LVU145
	.uleb128 .LVU147
	.uleb128 .LVU147
	.uleb128 .LVU148
	.uleb128 .LVU148
	.uleb128 .LVU151
	.uleb128 .LVU151
	.uleb128 0
.LLST21:
	.byte	0x6
	.4byte	.LVL56
	.byte	0x4
	.uleb128 .LVL56-.LVL56
	.uleb128 .LVL57-.LVL56
	.uleb128 0x1
	.byte	0x53
	.byte	0x4
	.uleb128 .LVL57-.LVL56
	.uleb128 .LVL57-.LVL56
	.uleb128 0x6
	.byte	0x73
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL57-.LVL56
	.uleb128 .LVL58-.LVL56
	.uleb128 0x8
	.byte	0x73
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x23
	.uleb128 0x1
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL58-.LVL56
	.uleb128 .LFE18-.LVL56
	.uleb128 0x6
	.byte	0x73
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0
.LVUS17:
	.uleb128 0
	.uleb128 .LVU134
	.uleb128 .LVU134
	.uleb128 .LVU135
	.uleb128 .LVU135
	.uleb128 .LVU138
	.uleb128 .LVU138
	.uleb128 .LVU139
	.uleb128 .LVU139
	.uleb128 0
.LLST17:
	.byte	0x6
	.4byte	.LVL52
	.byte	0x4
	.uleb128 .LVL52-.LVL52
	.uleb128 .LVL53-.LVL52
	.uleb128 0x1
	.byte	0x54
	.byte	0x4
	.uleb128 .LVL53-.LVL52
	.uleb128 .LVL54-.LVL52
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x54
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL54-.LVL52
	.uleb128 .LVL55-.LVL52
	.uleb128 0xb
	.byte	0x75
	.sleb128 0
	.byte	0x20
	.byte	0xa3
	.uleb128 0x1
	.byte	0x54
	.byte	0x22
	.byte	0x72
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL55-.LVL52
	.uleb128 .LVL55-.LVL52
	.uleb128 0xa
	.byte	0x72
	.sleb128 0
	.byte	0x75
	.sleb128 0
	.byte	0x1c
	.byte	0xa3
	.uleb128 0x1
	.byte	0x54
	.byte	0x22
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL55-.LVL52
	.uleb128 .LFE17-.LVL52
	.uleb128 0xb
	.byte	0x75
	.sleb128 0
	.byte	0x20
	.byte	0xa3
	.uleb128 0x1
	.byte	0x54
	.byte	0x22
	.byte	0x72
	.sleb128 0
	.byte	0x22
	.byte	0x9f
	.byte	0
.LVUS18:
	.uleb128 .LVU133
	.uleb128 .LVU135
	.uleb128 .LVU135
	.uleb128 .LVU136
	.uleb128 .LVU136
	.uleb128 .LVU138
	.uleb128 .LVU138
	.uleb128 0
.LLST18:
	.byte	0x6
	.4byte	.LVL52
	.byte	0x4
	.uleb128 .LVL52-.LVL52
	.uleb128 .LVL54-.LVL52
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL54-.LVL52
	.uleb128 .LVL54-.LVL52
	.uleb128 0x1
	.byte	0x55
	.byte	0x4
	.uleb128 .LVL54-.LVL52
	.uleb128 .LVL55-.LVL52
	.uleb128 0x3
	.byte	0x75
	.sleb128 1
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL55-.LVL52
	.uleb128 .LFE17-.LVL52
	.uleb128 0x1
	.byte	0x55
	.byte	0
.LVUS15:
	.uleb128 0
	.uleb128 .LVU126
	.uleb128 .LVU126
	.uleb128 0
.LLST15:
	.byte	0x6
	.4byte	.LVL46
	.byte	0x4
	.uleb128 .LVL46-.LVL46
	.uleb128 .LVL47-1-.LVL46
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL47-1-.LVL46
	.uleb128 .LFE16-.LVL46
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS16:
	.uleb128 0
	.uleb128 .LVU126
	.uleb128 .LVU126
	.uleb128 .LVU130
	.uleb128 .LVU130
	.uleb128 0
.LLST16:
	.byte	0x6
	.4byte	.LVL46
	.byte	0x4
	.uleb128 .LVL46-.LVL46
	.uleb128 .LVL47-1-.LVL46
	.uleb128 0x1
	.byte	0x53
	.byte	0x4
	.uleb128 .LVL47-1-.LVL46
	.uleb128 .LVL51-.LVL46
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL51-.LVL46
	.uleb128 .LFE16-.LVL46
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x53
	.byte	0x9f
	.byte	0
.LVUS13:
	.uleb128 0
	.uleb128 .LVU117
	.uleb128 .LVU117
	.uleb128 0
.LLST13:
	.byte	0x6
	.4byte	.LVL41
	.byte	0x4
	.uleb128 .LVL41-.LVL41
	.uleb128 .LVL42-1-.LVL41
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL42-1-.LVL41
	.uleb128 .LFE15-.LVL41
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS14:
	.uleb128 0
	.uleb128 .LVU117
	.uleb128 .LVU117
	.uleb128 0
.LLST14:
	.byte	0x6
	.4byte	.LVL41
	.byte	0x4
	.uleb128 .LVL41-.LVL41
	.uleb128 .LVL42-1-.LVL41
	.uleb128 0x6
	.byte	0x54
	.byte	0x93
	.uleb128 0x4
	.byte	0x55
	.byte	0x93
	.uleb128 0x4
	.byte	0x4
	.uleb128 .LVL42-1-.LVL41
	.uleb128 .LFE15-.LVL41
	.uleb128 0x6
	.byte	0xa3
	.uleb128 0x3
	.byte	0xa5
	.uleb128 0x4
	.uleb128 0x26
	.byte	0x9f
	.byte	0
.LVUS11:
	.uleb128 0
	.uleb128 .LVU107
	.uleb128 .LVU107
	.uleb128 0
.LLST11:
	.byte	0x6
	.4byte	.LVL35
	.byte	0x4
	.uleb128 .LVL35-.LVL35
	.uleb128 .LVL36-1-.LVL35
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL36-1-.LVL35
	.uleb128 .LFE14-.LVL35
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS12:
	.uleb128 0
	.uleb128 .LVU107
	.uleb128 .LVU107
	.uleb128 .LVU111
	.uleb128 .LVU111
	.uleb128 0
.LLST12:
	.byte	0x6
	.4byte	.LVL35
	.byte	0x4
	.uleb128 .LVL35-.LVL35
	.uleb128 .LVL36-1-.LVL35
	.uleb128 0x1
	.byte	0x53
	.byte	0x4
	.uleb128 .LVL36-1-.LVL35
	.uleb128 .LVL40-.LVL35
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL40-.LVL35
	.uleb128 .LFE14-.LVL35
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x53
	.byte	0x9f
	.byte	0
.LVUS8:
	.uleb128 0
	.uleb128 .LVU77
	.uleb128 .LVU77
	.uleb128 .LVU80
	.uleb128 .LVU80
	.uleb128 0
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
	.uleb128 .LVL24-.LVL21
	.uleb128 0x1
	.byte	0x5d
	.byte	0x4
	.uleb128 .LVL24-.LVL21
	.uleb128 .LFE13-.LVL21
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS9:
	.uleb128 .LVU71
	.uleb128 .LVU84
	.uleb128 .LVU84
	.uleb128 .LVU100
.LLST9:
	.byte	0x6
	.4byte	.LVL21
	.byte	0x4
	.uleb128 .LVL21-.LVL21
	.uleb128 .LVL25-.LVL21
	.uleb128 0x2
	.byte	0x30
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL25-.LVL21
	.uleb128 .LVL33-.LVL21
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS10:
	.uleb128 .LVU72
	.uleb128 .LVU77
	.uleb128 .LVU77
	.uleb128 .LVU94
	.uleb128 .LVU94
	.uleb128 .LVU95
	.uleb128 .LVU95
	.uleb128 .LVU101
.LLST10:
	.byte	0x6
	.4byte	.LVL21
	.byte	0x4
	.uleb128 .LVL21-.LVL21
	.uleb128 .LVL22-.LVL21
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL22-.LVL21
	.uleb128 .LVL29-.LVL21
	.uleb128 0x1
	.byte	0x5d
	.byte	0x4
	.uleb128 .LVL29-.LVL21
	.uleb128 .LVL30-.LVL21
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL30-.LVL21
	.uleb128 .LVL34-.LVL21
	.uleb128 0x1
	.byte	0x5d
	.byte	0
.LVUS7:
	.uleb128 0
	.uleb128 .LVU64
	.uleb128 .LVU64
	.uleb128 0
.LLST7:
	.byte	0x6
	.4byte	.LVL17
	.byte	0x4
	.uleb128 .LVL17-.LVL17
	.uleb128 .LVL18-.LVL17
	.uleb128 0x6
	.byte	0x52
	.byte	0x93
	.uleb128 0x4
	.byte	0x53
	.byte	0x93
	.uleb128 0x4
	.byte	0x4
	.uleb128 .LVL18-.LVL17
	.uleb128 .LFE12-.LVL17
	.uleb128 0x6
	.byte	0xa3
	.uleb128 0x3
	.byte	0xa5
	.uleb128 0x2
	.uleb128 0x26
	.byte	0x9f
	.byte	0
.LVUS2:
	.uleb128 0
	.uleb128 .LVU47
	.uleb128 .LVU47
	.uleb128 .LVU59
	.uleb128 .LVU59
	.uleb128 0
.LLST2:
	.byte	0x6
	.4byte	.LVL10
	.byte	0x4
	.uleb128 .LVL10-.LVL10
	.uleb128 .LVL11-.LVL10
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL11-.LVL10
	.uleb128 .LVL16-.LVL10
	.uleb128 0x1
	.byte	0x5d
	.byte	0x4
	.uleb128 .LVL16-.LVL10
	.uleb128 .LFE11-.LVL10
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
	.byte	0x9f
	.byte	0
.LVUS4:
	.uleb128 .LVU41
	.uleb128 .LVU47
	.uleb128 .LVU47
	.uleb128 .LVU53
	.uleb128 .LVU53
	.uleb128 .LVU56
	.uleb128 .LVU56
	.uleb128 .LVU58
.LLST4:
	.byte	0x6
	.4byte	.LVL10
	.byte	0x4
	.uleb128 .LVL10-.LVL10
	.uleb128 .LVL11-.LVL10
	.uleb128 0x2
	.byte	0x4c
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL11-.LVL10
	.uleb128 .LVL13-.LVL10
	.uleb128 0x1
	.byte	0x5c
	.byte	0x4
	.uleb128 .LVL13-.LVL10
	.uleb128 .LVL14-.LVL10
	.uleb128 0x3
	.byte	0x7c
	.sleb128 4
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL14-.LVL10
	.uleb128 .LVL15-.LVL10
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS6:
	.uleb128 .LVU50
	.uleb128 .LVU54
	.uleb128 .LVU54
	.uleb128 .LVU58
.LLST6:
	.byte	0x6
	.4byte	.LVL12
	.byte	0x4
	.uleb128 .LVL12-.LVL12
	.uleb128 .LVL14-1-.LVL12
	.uleb128 0x1
	.byte	0x54
	.byte	0x4
	.uleb128 .LVL14-1-.LVL12
	.uleb128 .LVL15-.LVL12
	.uleb128 0x8
	.byte	0x7d
	.sleb128 0
	.byte	0x7c
	.sleb128 4
	.byte	0x25
	.byte	0x3f
	.byte	0x1a
	.byte	0x9f
	.byte	0
.LVUS1:
	.uleb128 0
	.uleb128 .LVU32
	.uleb128 .LVU32
	.uleb128 .LVU37
.LLST1:
	.byte	0x6
	.4byte	.LVL5
	.byte	0x4
	.uleb128 .LVL5-.LVL5
	.uleb128 .LVL6-.LVL5
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL6-.LVL5
	.uleb128 .LVL9-.LVL5
	.uleb128 0x1
	.byte	0x5c
	.byte	0
.LVUS0:
	.uleb128 0
	.uleb128 .LVU24
	.uleb128 .LVU24
	.uleb128 .LVU25
	.uleb128 .LVU25
	.uleb128 0
.LLST0:
	.byte	0x6
	.4byte	.LVL1
	.byte	0x4
	.uleb128 .LVL1-.LVL1
	.uleb128 .LVL2-.LVL1
	.uleb128 0x1
	.byte	0x52
	.byte	0x4
	.uleb128 .LVL2-.LVL1
	.uleb128 .LVL3-.LVL1
	.uleb128 0x3
	.byte	0x72
	.sleb128 10
	.byte	0x9f
	.byte	0x4
	.uleb128 .LVL3-.LVL1
	.uleb128 .LFE9-.LVL1
	.uleb128 0x4
	.byte	0xa3
	.uleb128 0x1
	.byte	0x52
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
	.4byte	.LFB15
	.4byte	.LFE15-.LFB15
	.4byte	.LFB16
	.4byte	.LFE16-.LFB16
	.4byte	.LFB17
	.4byte	.LFE17-.LFB17
	.4byte	.LFB18
	.4byte	.LFE18-.LFB18
	.4byte	.LFB19
	.4byte	.LFE19-.LFB19
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
.LLRL3:
	.byte	0x5
	.4byte	.LBB2
	.byte	0x4
	.uleb128 .LBB2-.LBB2
	.uleb128 .LBE2-.LBB2
	.byte	0x4
	.uleb128 .LBB6-.LBB2
	.uleb128 .LBE6-.LBB2
	.byte	0
.LLRL5:
	.byte	0x5
	.4byte	.LBB3
	.byte	0x4
	.uleb128 .LBB3-.LBB3
	.uleb128 .LBE3-.LBB3
	.byte	0x4
	.uleb128 .LBB4-.LBB3
	.uleb128 .LBE4-.LBB3
	.byte	0x4
	.uleb128 .LBB5-.LBB3
	.uleb128 .LBE5-.LBB3
	.byte	0
.LLRL23:
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
	.byte	0x7
	.4byte	.LFB15
	.uleb128 .LFE15-.LFB15
	.byte	0x7
	.4byte	.LFB16
	.uleb128 .LFE16-.LFB16
	.byte	0x7
	.4byte	.LFB17
	.uleb128 .LFE17-.LFB17
	.byte	0x7
	.4byte	.LFB18
	.uleb128 .LFE18-.LFB18
	.byte	0x7
	.4byte	.LFB19
	.uleb128 .LFE19-.LFB19
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF16:
	.string	"frame_t"
.LASF15:
	.string	"level"
.LASF20:
	.string	"trap"
.LASF11:
	.string	"lend"
.LASF9:
	.string	"float"
.LASF32:
	.string	"sys_exit"
.LASF5:
	.string	"unsigned char"
.LASF4:
	.string	"short unsigned int"
.LASF31:
	.string	"GNU C17 12.2.0 -mabi=call0 -g -Os -ffreestanding -ffunction-sections -fdata-sections"
.LASF28:
	.string	"outflush"
.LASF29:
	.string	"__umodsi3"
.LASF22:
	.string	"memset"
.LASF10:
	.string	"lbeg"
.LASF12:
	.string	"lcount"
.LASF18:
	.string	"trap_switch"
.LASF27:
	.string	"outc"
.LASF3:
	.string	"unsigned int"
.LASF2:
	.string	"long long unsigned int"
.LASF13:
	.string	"cause"
.LASF8:
	.string	"long long int"
.LASF26:
	.string	"outx"
.LASF19:
	.string	"char"
.LASF21:
	.string	"memcpy"
.LASF7:
	.string	"short int"
.LASF14:
	.string	"vaddr"
.LASF33:
	.string	"sys_write"
.LASF24:
	.string	"outd"
.LASF17:
	.string	"trap_hook"
.LASF6:
	.string	"signed char"
.LASF30:
	.string	"__udivsi3"
.LASF25:
	.string	"outx64"
.LASF23:
	.string	"kv64"
	.section	.debug_line_str,"MS",@progbits,1
.LASF1:
	.string	"/src"
.LASF0:
	.string	"rt.c"
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
