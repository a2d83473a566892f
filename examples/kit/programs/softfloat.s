	.file	"softfloat.c"
	.text
.Ltext0:
	.file 0 "." "softfloat.c"
	.global	__mulsf3
	.global	__addsf3
	.section	.text.horner,"ax",@progbits
	.literal_position
	.literal .LC0, 0x00000000
	.align	4
	.type	horner, @function
horner:
.LFB5:
	.file 1 "softfloat.c"
	.loc 1 7 58
	entry	sp, 32
.LCFI0:
	.loc 1 7 66
	l32r	a10, .LC0
	addi	a3, a2, 20
.L2:
	.loc 1 7 95 discriminator 3
	mov.n	a11, a10
	mov.n	a10, a4
	call8	__mulsf3
	.loc 1 7 91 discriminator 3
	l32i.n	a11, a3, 0
	call8	__addsf3
	mov.n	a8, a3
	.loc 1 7 84 discriminator 3
	addi	a3, a3, -4
	bne	a2, a8, .L2
	.loc 1 7 117 discriminator 4
	mov.n	a2, a10
	retw.n
.LFE5:
	.size	horner, .-horner
	.global	__muldf3
	.global	__floatsidf
	.global	__divdf3
	.global	__adddf3
	.section	.text.series,"ax",@progbits
	.literal_position
	.literal .LC1, 0x00000000, 0x3ff00000
	.align	4
	.type	series, @function
series:
.LFB6:
	.loc 1 8 37
	entry	sp, 48
.LCFI1:
	.loc 1 8 56
	l32r	a4, .LC1
	l32r	a5, .LC1+4
	.loc 1 8 37
	s32i.n	a2, sp, 8
	s32i.n	a3, sp, 12
	.loc 1 8 56
	s32i.n	a4, sp, 0
	s32i.n	a5, sp, 4
.LBB22:
	.loc 1 8 74
	movi.n	a2, 1
	.loc 1 8 83
	movi.n	a3, 0x1e
.L6:
	.loc 1 8 113 discriminator 3
	l32i.n	a10, sp, 8
	l32i.n	a11, sp, 12
	mov.n	a12, a4
	mov.n	a13, a5
	call8	__muldf3
	mov.n	a4, a10
	.loc 1 8 117 discriminator 3
	mov.n	a10, a2
	.loc 1 8 113 discriminator 3
	mov.n	a5, a11
	.loc 1 8 117 discriminator 3
	call8	__floatsidf
	.loc 1 8 106 discriminator 3
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a4
	mov.n	a11, a5
	call8	__divdf3
	.loc 1 8 98 discriminator 3
	mov.n	a12, a10
	mov.n	a13, a11
	.loc 1 8 106 discriminator 3
	mov.n	a4, a10
	mov.n	a5, a11
	.loc 1 8 98 discriminator 3
	l32i.n	a10, sp, 0
	l32i.n	a11, sp, 4
	.loc 1 8 90 discriminator 3
	addi.n	a2, a2, 1
	.loc 1 8 98 discriminator 3
	call8	__adddf3
	s32i.n	a10, sp, 0
	s32i.n	a11, sp, 4
	.loc 1 8 83 discriminator 3
	bne	a2, a3, .L6
.LBE22:
	.loc 1 8 134 discriminator 4
	mov.n	a2, a10
	mov.n	a3, a11
	retw.n
.LFE6:
	.size	series, .-series
	.global	__gtdf2
	.section	.text.newton,"ax",@progbits
	.literal_position
	.literal .LC2, 0x00000000, 0x3ff00000
	.literal .LC3, 0x00000000, 0x3fe00000
	.align	4
	.type	newton, @function
newton:
.LFB7:
	.loc 1 9 37
	entry	sp, 32
.LCFI2:
	.loc 1 9 60
	l32r	a12, .LC2
	l32r	a13, .LC2+4
	mov.n	a10, a2
	mov.n	a11, a3
	.loc 1 9 37
	mov.n	a4, a2
	mov.n	a5, a3
	.loc 1 9 60
	call8	__gtdf2
	bgei	a10, 1, .L9
	l32r	a2, .LC2
	l32r	a3, .LC2+4
.L9:
	movi.n	a6, 0x3c
.L11:
.LBB23:
	.loc 1 9 105 discriminator 7
	mov.n	a12, a2
	mov.n	a13, a3
	mov.n	a10, a4
	mov.n	a11, a5
	call8	__divdf3
	.loc 1 9 101 discriminator 7
	mov.n	a12, a2
	mov.n	a13, a3
	call8	__adddf3
	.loc 1 9 96 discriminator 7
	l32r	a12, .LC3
	l32r	a13, .LC3+4
	.loc 1 9 83 discriminator 7
	addi.n	a6, a6, -1
	.loc 1 9 96 discriminator 7
	call8	__muldf3
	mov.n	a2, a10
	mov.n	a3, a11
	.loc 1 9 83 discriminator 7
	bnez.n	a6, .L11
.LBE23:
	.loc 1 9 125 discriminator 8
	retw.n
.LFE7:
	.size	newton, .-newton
	.global	__eqdf2
	.global	__ledf2
	.global	__ltdf2
	.global	__nedf2
	.global	__gedf2
	.section	.text.order,"ax",@progbits
	.align	4
	.type	order, @function
order:
.LFB8:
	.loc 1 10 43
	entry	sp, 48
.LCFI3:
	.loc 1 10 87
	mov.n	a11, a3
	.loc 1 10 43
	s32i.n	a2, sp, 0
	s32i.n	a3, sp, 4
	.loc 1 10 87
	mov.n	a12, a4
	mov.n	a13, a5
	mov.n	a10, a2
	movi.n	a2, 0
	call8	__eqdf2
	movi.n	a6, 1
	mov.n	a3, a2
	moveqz	a3, a6, a10
	.loc 1 10 71
	l32i.n	a11, sp, 4
	l32i.n	a10, sp, 0
	mov.n	a12, a4
	mov.n	a13, a5
	.loc 1 10 87
	slli	a3, a3, 2
	.loc 1 10 71
	call8	__ledf2
	blt	a10, a6, .L17
	mov.n	a6, a2
.L17:
	.loc 1 10 55
	l32i.n	a11, sp, 4
	l32i.n	a10, sp, 0
	mov.n	a12, a4
	mov.n	a13, a5
	call8	__ltdf2
	extui	a2, a10, 31, 1
	.loc 1 10 103
	l32i.n	a11, sp, 4
	.loc 1 10 71
	add.n	a6, a6, a6
	.loc 1 10 103
	l32i.n	a10, sp, 0
	.loc 1 10 76
	or	a3, a3, a6
	.loc 1 10 103
	mov.n	a12, a4
	mov.n	a13, a5
	movi.n	a7, 0
	call8	__nedf2
	.loc 1 10 76
	or	a3, a3, a2
	.loc 1 10 103
	movi.n	a6, 1
	mov.n	a2, a7
	.loc 1 10 119
	l32i.n	a11, sp, 4
	.loc 1 10 103
	movnez	a2, a6, a10
	.loc 1 10 119
	l32i.n	a10, sp, 0
	mov.n	a12, a4
	mov.n	a13, a5
	call8	__gedf2
	movi.n	a8, -1
	xor	a8, a8, a10
	.loc 1 10 103
	slli	a2, a2, 3
	.loc 1 10 119
	extui	a8, a8, 31, 1
	.loc 1 10 134
	l32i.n	a10, sp, 0
	l32i.n	a11, sp, 4
	.loc 1 10 92
	or	a2, a3, a2
	.loc 1 10 119
	slli	a8, a8, 4
	.loc 1 10 134
	mov.n	a12, a4
	mov.n	a13, a5
	.loc 1 10 108
	or	a2, a2, a8
	.loc 1 10 134
	call8	__gtdf2
	bge	a10, a6, .L21
	mov.n	a6, a7
.L21:
	slli	a6, a6, 5
	.loc 1 10 140
	or	a2, a2, a6
	retw.n
.LFE8:
	.size	order, .-order
	.global	__eqsf2
	.global	__lesf2
	.global	__ltsf2
	.global	__nesf2
	.global	__gesf2
	.global	__gtsf2
	.section	.text.orderf,"ax",@progbits
	.align	4
	.type	orderf, @function
orderf:
.LFB9:
	.loc 1 11 42
	entry	sp, 32
.LCFI4:
	.loc 1 11 86
	mov.n	a11, a3
	mov.n	a10, a2
	movi.n	a6, 0
	call8	__eqsf2
	movi.n	a5, 1
	mov.n	a4, a6
	moveqz	a4, a5, a10
	.loc 1 11 70
	mov.n	a11, a3
	mov.n	a10, a2
	.loc 1 11 86
	slli	a4, a4, 2
	.loc 1 11 70
	call8	__lesf2
	blt	a10, a5, .L26
	mov.n	a5, a6
.L26:
	.loc 1 11 54
	mov.n	a11, a3
	mov.n	a10, a2
	call8	__ltsf2
	.loc 1 11 70
	add.n	a5, a5, a5
	.loc 1 11 75
	or	a4, a4, a5
	.loc 1 11 102
	mov.n	a11, a3
	.loc 1 11 54
	extui	a5, a10, 31, 1
	.loc 1 11 102
	mov.n	a10, a2
	call8	__nesf2
	movi.n	a6, 0
	.loc 1 11 75
	or	a4, a4, a5
	.loc 1 11 102
	mov.n	a8, a6
	movi.n	a5, 1
	movnez	a8, a5, a10
	slli	a8, a8, 3
	.loc 1 11 118
	mov.n	a11, a3
	mov.n	a10, a2
	.loc 1 11 91
	or	a4, a4, a8
	.loc 1 11 118
	call8	__gesf2
	movi.n	a8, -1
	xor	a8, a8, a10
	extui	a8, a8, 31, 1
	slli	a8, a8, 4
	.loc 1 11 133
	mov.n	a11, a3
	mov.n	a10, a2
	.loc 1 11 107
	or	a4, a4, a8
	.loc 1 11 133
	call8	__gtsf2
	bge	a10, a5, .L30
	mov.n	a5, a6
.L30:
	slli	a5, a5, 5
	.loc 1 11 139
	or	a2, a4, a5
	retw.n
.LFE9:
	.size	orderf, .-orderf
	.global	__floatsisf
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC9:
	.string	"%08x "
	.align	4
.LC11:
	.string	"\n%016llx %.15f\n"
	.align	4
.LC14:
	.string	"%016llx %.12f\n"
	.align	4
.LC19:
	.string	"%016llx %016llx\n"
	.align	4
.LC22:
	.string	"%d %d %d %d\n"
	.global	__truncdfsf2
	.align	4
.LC27:
	.string	"%d %d %d\n"
	.global	__fixsfsi
	.align	4
.LC32:
	.string	"%d %d %u %d\n"
	.align	4
.LC38:
	.string	"%lld %llu\n"
	.align	4
.LC42:
	.string	"%.1f %.1f %.1f %.1f\n"
	.align	4
.LC48:
	.string	"%08x %08x\n"
	.global	__extendsfdf2
	.align	4
.LC51:
	.string	"%08x %016llx\n"
	.align	4
.LC54:
	.string	"%.15g %e %g\n"
	.section	.text.startup.main,"ax",@progbits
	.literal_position
	.literal .LC4, 0x00000000, 0x00000000
	.literal .LC5, 0x00000000, 0xbff00000
	.literal .LC6, 0x00000000, 0x3ff00000
	.literal .LC7, 0x3f333333
	.literal .LC8, coefficients$3
	.literal .LC10, .LC9
	.literal .LC12, .LC11
	.literal .LC13, 0x00000000, 0x40000000
	.literal .LC15, .LC14
	.literal .LC16, huge$2
	.literal .LC17, 0x00000000, 0x40240000
	.literal .LC18, zero$1
	.literal .LC20, .LC19
	.literal .LC21, 0x00000000, 0x80000000
	.literal .LC23, .LC22
	.literal .LC24, third$0
	.literal .LC25, 0x3f800000
	.literal .LC26, 0x00000000
	.literal .LC28, .LC27
	.literal .LC29, 0x43960000
	.literal .LC30, -294967296
	.literal .LC31, 1000000000
	.literal .LC33, .LC32
	.literal .LC34, -989331456
	.literal .LC35, -104015711
	.literal .LC36, 148258816
	.literal .LC37, -349246
	.literal .LC39, .LC38
	.literal .LC40, 0x00000000, 0x41edcd65
	.literal .LC41, 0x00000000, 0xc01c0000
	.literal .LC43, .LC42
	.literal .LC44, 0x1438a100, 0x43ef399b
	.literal .LC45, 0x1438a100, 0xc3df399b
	.literal .LC46, 0x4b800000
	.literal .LC47, 0x5f800000
	.literal .LC49, .LC48
	.literal .LC50, 0x3eaaaaab
	.literal .LC52, .LC51
	.literal .LC53, 0x9fbe76c9, 0x40fe240c
	.literal .LC55, .LC54
	.literal .LC56, 0x9abcaf48, 0x3e7ad7f2
	.align	4
	.global	main
	.type	main, @function
main:
.LFB10:
	.loc 1 14 1
	entry	sp, 80
.LCFI5:
	l32r	a5, .LC8
	l32r	a3, .LC10
.LBB24:
	.loc 1 18 59
	l32r	a2, .LC7
	.loc 1 18 12
	movi.n	a4, -3
.L34:
	.loc 1 18 91 discriminator 3
	mov.n	a10, a4
	call8	__floatsisf
	.loc 1 18 59 discriminator 3
	mov.n	a11, a2
	call8	__mulsf3
	mov.n	a12, a10
	movi.n	a11, 6
	mov.n	a10, a5
	call8	horner
	s32i.n	a10, sp, 24
.LBB25:
.LBB26:
	.loc 1 4 48 discriminator 3
	addi	a11, sp, 24
	movi.n	a12, 4
	addi	a10, sp, 16
	call8	memcpy
.LBE26:
.LBE25:
	.loc 1 18 33 discriminator 3
	l32i.n	a11, sp, 16
	.loc 1 18 29 discriminator 3
	addi.n	a4, a4, 1
	.loc 1 18 33 discriminator 3
	mov.n	a10, a3
	call8	printf
	.loc 1 18 22 discriminator 3
	bnei	a4, 4, .L34
.LBE24:
	.loc 1 19 51
	l32r	a10, .LC6
	l32r	a11, .LC6+4
	call8	series
	mov.n	a2, a10
	mov.n	a3, a11
.LBB27:
.LBB28:
	.loc 1 5 56
	movi.n	a12, 8
	addi	a11, sp, 24
	s32i.n	a2, sp, 24
	s32i.n	a3, sp, 28
	addi	a10, sp, 16
	call8	memcpy
.LBE28:
.LBE27:
	.loc 1 19 3
	l32i.n	a13, sp, 20
	l32i.n	a12, sp, 16
	l32r	a10, .LC12
	mov.n	a14, a2
	mov.n	a15, a3
	call8	printf
	.loc 1 20 49
	l32r	a10, .LC13
	l32r	a11, .LC13+4
	call8	newton
	mov.n	a2, a10
	mov.n	a3, a11
.LBB29:
.LBB30:
	.loc 1 5 56
	movi.n	a12, 8
	addi	a11, sp, 24
	s32i.n	a2, sp, 24
	s32i.n	a3, sp, 28
	addi	a10, sp, 16
	call8	memcpy
.LBE30:
.LBE29:
	.loc 1 20 3
	l32i.n	a12, sp, 16
	l32i.n	a13, sp, 20
	l32r	a10, .LC15
	mov.n	a14, a2
	mov.n	a15, a3
	call8	printf
	.loc 1 21 51
	l32r	a2, .LC16
	l32r	a12, .LC17
	memw
	l32i.n	a10, a2, 0
	l32r	a13, .LC17+4
	memw
	l32i.n	a11, a2, 4
	call8	__muldf3
	s32i.n	a10, sp, 24
	s32i.n	a11, sp, 28
.LBB31:
.LBB32:
	.loc 1 5 56
	movi.n	a12, 8
	addi	a11, sp, 24
	addi	a10, sp, 16
	call8	memcpy
.LBE32:
.LBE31:
	.loc 1 21 121
	l32r	a5, .LC18
	l32r	a10, .LC6
	memw
	l32i.n	a12, a5, 0
	l32r	a11, .LC6+4
	memw
	l32i.n	a13, a5, 4
	call8	__divdf3
	.loc 1 21 98
	mov.n	a13, a11
	mov.n	a12, a10
	l32r	a11, .LC5+4
	l32r	a10, .LC5
	call8	__divdf3
	s32i.n	a10, sp, 24
	s32i.n	a11, sp, 28
.LBB34:
.LBB35:
	.loc 1 5 56
	movi.n	a12, 8
	addi	a11, sp, 24
	addi	a10, sp, 16
.LBE35:
.LBE34:
.LBB37:
.LBB33:
	.loc 1 5 82
	l32i.n	a2, sp, 16
	l32i.n	a3, sp, 20
.LBE33:
.LBE37:
.LBB38:
.LBB36:
	.loc 1 5 56
	call8	memcpy
.LBE36:
.LBE38:
	.loc 1 21 3
	l32i.n	a15, sp, 20
	l32i.n	a14, sp, 16
	l32r	a10, .LC20
	mov.n	a12, a2
	mov.n	a13, a3
	call8	printf
	.loc 1 22 30
	memw
	l32i.n	a10, a5, 0
	memw
	l32i.n	a11, a5, 4
	memw
	l32i.n	a12, a5, 0
	memw
	l32i.n	a13, a5, 4
	.loc 1 22 10
	call8	__divdf3
	mov.n	a2, a10
	mov.n	a3, a11
	.loc 1 23 3
	l32r	a12, .LC13
	l32r	a13, .LC13+4
	l32r	a11, .LC6+4
	l32r	a10, .LC6
	call8	order
	l32r	a12, .LC13
	l32r	a13, .LC13+4
	mov.n	a7, a10
	mov.n	a11, a13
	mov.n	a10, a12
	call8	order
	memw
	l32i.n	a12, a5, 0
	l32r	a11, .LC21+4
	memw
	l32i.n	a13, a5, 4
	mov.n	a6, a10
	l32r	a10, .LC21
	call8	order
	l32r	a12, .LC6
	l32r	a13, .LC6+4
	mov.n	a5, a10
	mov.n	a11, a3
	mov.n	a10, a2
	call8	order
	mov.n	a14, a10
	l32r	a10, .LC23
	mov.n	a13, a5
	mov.n	a12, a6
	mov.n	a11, a7
	call8	printf
	.loc 1 24 3
	l32r	a5, .LC24
.LBB39:
	.loc 1 31 12
	movi.n	a6, 1
.LBE39:
	.loc 1 24 3
	memw
	l32i.n	a10, a5, 0
	memw
	l32i.n	a11, a5, 0
.LBB40:
	.loc 1 31 21
	movi	a7, 0xc9
.LBE40:
	.loc 1 24 3
	call8	orderf
	l32r	a11, .LC25
	s32i.n	a10, sp, 32
	memw
	l32i.n	a10, a5, 0
	call8	orderf
	mov.n	a12, a10
	mov.n	a11, a3
	s32i.n	a12, sp, 36
	mov.n	a10, a2
	call8	__truncdfsf2
	l32r	a11, .LC26
	call8	orderf
	mov.n	a13, a10
	l32i.n	a12, sp, 36
	l32i.n	a11, sp, 32
	l32r	a10, .LC28
	call8	printf
	.loc 1 25 76
	l32r	a11, .LC29
	memw
	l32i.n	a10, a5, 0
	call8	__mulsf3
	.loc 1 25 3
	call8	__fixsfsi
	mov.n	a14, a10
	l32r	a13, .LC30
	l32r	a12, .LC31
	l32r	a10, .LC33
	movi.n	a11, -3
	call8	printf
	.loc 1 26 3
	l32r	a14, .LC34
	l32r	a15, .LC35
	l32r	a12, .LC36
	l32r	a13, .LC37
	l32r	a10, .LC39
	call8	printf
	.loc 1 27 3
	l32r	a2, .LC44
	l32r	a3, .LC44+4
	s32i.n	a2, sp, 8
	s32i.n	a3, sp, 12
	l32r	a2, .LC45
	l32r	a3, .LC45+4
	l32r	a13, .LC41+4
	l32r	a14, .LC40
	l32r	a15, .LC40+4
	l32r	a12, .LC41
	l32r	a10, .LC43
	s32i.n	a2, sp, 0
	s32i.n	a3, sp, 4
	call8	printf
	l32r	a2, .LC46
.LBB41:
.LBB42:
	.loc 1 4 48
	mov.n	a12, a4
	addi	a11, sp, 24
	s32i.n	a2, sp, 24
	addi	a10, sp, 16
	call8	memcpy
	l32r	a3, .LC47
.LBE42:
.LBE41:
.LBB44:
.LBB45:
	mov.n	a12, a4
	addi	a11, sp, 24
	s32i.n	a3, sp, 24
	addi	a10, sp, 16
.LBE45:
.LBE44:
.LBB47:
.LBB43:
	.loc 1 4 74
	l32i.n	a2, sp, 16
.LBE43:
.LBE47:
.LBB48:
.LBB46:
	.loc 1 4 48
	call8	memcpy
.LBE46:
.LBE48:
	.loc 1 28 3
	l32i.n	a12, sp, 16
	l32r	a10, .LC49
	mov.n	a11, a2
	call8	printf
	l32r	a2, .LC50
.LBB49:
.LBB50:
	.loc 1 4 48
	mov.n	a12, a4
	addi	a11, sp, 24
	s32i.n	a2, sp, 24
	addi	a10, sp, 16
	call8	memcpy
.LBE50:
.LBE49:
	.loc 1 29 85
	memw
	l32i.n	a10, a5, 0
.LBB52:
.LBB51:
	.loc 1 4 74
	l32i.n	a2, sp, 16
.LBE51:
.LBE52:
	.loc 1 29 85
	call8	__extendsfdf2
	s32i.n	a10, sp, 24
	s32i.n	a11, sp, 28
.LBB53:
.LBB54:
	.loc 1 5 56
	movi.n	a12, 8
	addi	a11, sp, 24
	addi	a10, sp, 16
	call8	memcpy
.LBE54:
.LBE53:
	.loc 1 29 3
	l32r	a10, .LC52
	l32i.n	a12, sp, 16
	l32i.n	a13, sp, 20
	mov.n	a11, a2
	call8	printf
	.loc 1 30 10
	l32r	a2, .LC4
	l32r	a3, .LC4+4
.L36:
.LBB55:
	.loc 1 31 54
	l32r	a4, .LC5
	l32r	a5, .LC5+4
	.loc 1 31 62
	mov.n	a10, a6
	.loc 1 31 54
	bbci	a6, 0, .L35
	l32r	a4, .LC6
	l32r	a5, .LC6+4
.L35:
	.loc 1 31 62
	call8	__floatsidf
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a4
	mov.n	a11, a5
	call8	__divdf3
	.loc 1 31 38
	mov.n	a12, a10
	mov.n	a13, a11
	mov.n	a10, a2
	mov.n	a11, a3
	call8	__adddf3
	.loc 1 31 30
	addi.n	a6, a6, 1
	.loc 1 31 38
	mov.n	a2, a10
	mov.n	a3, a11
	.loc 1 31 21
	bne	a6, a7, .L36
.LBE55:
	.loc 1 32 3
	l32r	a4, .LC56
	l32r	a5, .LC56+4
	l32r	a14, .LC53
	l32r	a15, .LC53+4
	l32r	a10, .LC55
	mov.n	a12, a2
	s32i.n	a4, sp, 0
	s32i.n	a5, sp, 4
	mov.n	a13, a11
	call8	printf
	.loc 1 34 1
	movi.n	a2, 0
	retw.n
.LFE10:
	.size	main, .-main
	.data
	.align	4
	.type	third$0, @object
	.size	third$0, 4
third$0:
	.word	1051372203
	.local	zero$1
	.comm	zero$1,8,8
	.align	8
	.type	huge$2, @object
	.size	huge$2, 8
huge$2:
	.word	-2048145248
	.word	2145504499
	.section	.rodata
	.align	4
	.type	coefficients$3, @object
	.size	coefficients$3, 24
coefficients$3:
	.word	1065353216
	.word	-1090519040
	.word	1048576000
	.word	1077936128
	.word	-1165815185
	.word	1227548160
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
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.byte	0x4
	.4byte	.LCFI1-.LFB6
	.byte	0xe
	.uleb128 0x30
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.byte	0x4
	.4byte	.LCFI2-.LFB7
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE4:
.LSFDE6:
	.4byte	.LEFDE6-.LASFDE6
.LASFDE6:
	.4byte	.Lframe0
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI3-.LFB8
	.byte	0xe
	.uleb128 0x30
	.align	4
.LEFDE6:
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI4-.LFB9
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI5-.LFB10
	.byte	0xe
	.uleb128 0x50
	.align	4
.LEFDE10:
	.text
.Letext0:
	.file 2 "../../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x130
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x6
	.4byte	.LASF11
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.LLRL5
	.4byte	0
	.4byte	.Ldebug_line0
	.uleb128 0x4
	.4byte	.LASF2
	.byte	0x8f
	.byte	0x7
	.uleb128 0x4
	.4byte	.LASF3
	.byte	0x84
	.byte	0x5
	.uleb128 0x7
	.4byte	.LASF12
	.byte	0x1
	.byte	0xd
	.byte	0x5
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.4byte	0xd2
	.uleb128 0x3
	.4byte	0x12d
	.4byte	.LBB25
	.4byte	.LBE25-.LBB25
	.byte	0x12
	.byte	0x3b
	.uleb128 0x3
	.4byte	0x127
	.4byte	.LBB27
	.4byte	.LBE27-.LBB27
	.byte	0x13
	.byte	0x33
	.uleb128 0x3
	.4byte	0x127
	.4byte	.LBB29
	.4byte	.LBE29-.LBB29
	.byte	0x14
	.byte	0x31
	.uleb128 0x1
	.4byte	0x127
	.4byte	.LBB31
	.4byte	.LLRL0
	.byte	0x15
	.byte	0x33
	.uleb128 0x1
	.4byte	0x127
	.4byte	.LBB34
	.4byte	.LLRL1
	.byte	0x15
	.byte	0x62
	.uleb128 0x1
	.4byte	0x12d
	.4byte	.LBB41
	.4byte	.LLRL2
	.byte	0x1c
	.byte	0x23
	.uleb128 0x1
	.4byte	0x12d
	.4byte	.LBB44
	.4byte	.LLRL3
	.byte	0x1c
	.byte	0x47
	.uleb128 0x1
	.4byte	0x12d
	.4byte	.LBB49
	.4byte	.LLRL4
	.byte	0x1d
	.byte	0x26
	.uleb128 0x3
	.4byte	0x127
	.4byte	.LBB53
	.4byte	.LBE53-.LBB53
	.byte	0x1d
	.byte	0x55
	.byte	0
	.uleb128 0x2
	.4byte	.LASF4
	.byte	0xb
	.byte	0x11
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF5
	.byte	0xa
	.byte	0x11
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF6
	.byte	0x9
	.byte	0x14
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF7
	.byte	0x8
	.byte	0x14
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF8
	.byte	0x7
	.byte	0x13
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.4byte	.LASF9
	.byte	0x5
	.uleb128 0x5
	.4byte	.LASF10
	.byte	0x4
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
	.uleb128 0x1d
	.byte	0
	.uleb128 0x31
	.uleb128 0x13
	.uleb128 0x52
	.uleb128 0x1
	.uleb128 0x55
	.uleb128 0x17
	.uleb128 0x58
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x59
	.uleb128 0xb
	.uleb128 0x57
	.uleb128 0xb
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
	.uleb128 0x1d
	.byte	0
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
	.uleb128 0xb
	.uleb128 0x57
	.uleb128 0xb
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
	.uleb128 0x21
	.sleb128 2
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
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0x21
	.sleb128 17
	.uleb128 0x20
	.uleb128 0x21
	.sleb128 1
	.byte	0
	.byte	0
	.uleb128 0x6
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
	.uleb128 0x7
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
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x44
	.2byte	0x2
	.4byte	.Ldebug_info0
	.byte	0x4
	.byte	0
	.2byte	0
	.2byte	0
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
	.4byte	.LBB31
	.byte	0x4
	.uleb128 .LBB31-.LBB31
	.uleb128 .LBE31-.LBB31
	.byte	0x4
	.uleb128 .LBB37-.LBB31
	.uleb128 .LBE37-.LBB31
	.byte	0
.LLRL1:
	.byte	0x5
	.4byte	.LBB34
	.byte	0x4
	.uleb128 .LBB34-.LBB34
	.uleb128 .LBE34-.LBB34
	.byte	0x4
	.uleb128 .LBB38-.LBB34
	.uleb128 .LBE38-.LBB34
	.byte	0
.LLRL2:
	.byte	0x5
	.4byte	.LBB41
	.byte	0x4
	.uleb128 .LBB41-.LBB41
	.uleb128 .LBE41-.LBB41
	.byte	0x4
	.uleb128 .LBB47-.LBB41
	.uleb128 .LBE47-.LBB41
	.byte	0
.LLRL3:
	.byte	0x5
	.4byte	.LBB44
	.byte	0x4
	.uleb128 .LBB44-.LBB44
	.uleb128 .LBE44-.LBB44
	.byte	0x4
	.uleb128 .LBB48-.LBB44
	.uleb128 .LBE48-.LBB44
	.byte	0
.LLRL4:
	.byte	0x5
	.4byte	.LBB49
	.byte	0x4
	.uleb128 .LBB49-.LBB49
	.uleb128 .LBE49-.LBB49
	.byte	0x4
	.uleb128 .LBB52-.LBB49
	.uleb128 .LBE52-.LBB49
	.byte	0
.LLRL5:
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
	.byte	0
.Ldebug_ranges3:
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF8:
	.string	"horner"
.LASF4:
	.string	"orderf"
.LASF5:
	.string	"order"
.LASF11:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -ffunction-sections -fwrapv -fno-asynchronous-unwind-tables"
.LASF7:
	.string	"series"
.LASF10:
	.string	"bits_of"
.LASF12:
	.string	"main"
.LASF2:
	.string	"memcpy"
.LASF9:
	.string	"bits_of_double"
.LASF3:
	.string	"printf"
.LASF6:
	.string	"newton"
	.section	.debug_line_str,"MS",@progbits,1
.LASF0:
	.string	"softfloat.c"
.LASF1:
	.string	"."
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
