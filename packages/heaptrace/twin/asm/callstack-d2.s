	.text
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.literal_position
	.literal .LC0, .L2
	.literal .LC1, -1074593792
	.literal .LC2, 3342335
	.literal .LC4, -1074266112
	.literal .LC5, 172031
	.literal .LC7, -1073741824
	.literal .LC8, 458751
	.literal .LC10, 1073741824
	.literal .LC11, -1074528256
	.literal .LC12, 8191
	.literal .LC14, .L10
	.align	4
	.global	get_call_stack
	.type	get_call_stack, @function
get_call_stack:
.L2:
	entry	sp, 32
	mov.n	a7, sp
	addi	a6, a7, -12
	call8	__xtensa_libgcc_window_spill
	l32i.n	a3, a6, 0
	l32r	a9, .LC0
	addi	a3, a3, -16
	l32i.n	a8, a3, 0
	extui	a9, a9, 30, 2
	slli	a8, a8, 2
	l32r	a3, .LC1
	slli	a9, a9, 30
	srli	a8, a8, 2
	or	a8, a8, a9
	l32r	a4, .LC2
	s32i.n	a8, a2, 0
	add.n	a5, a8, a3
	bgeu	a4, a5, .L3
	l32r	a5, .LC4
	l32r	a9, .LC5
	add.n	a5, a8, a5
	bgeu	a9, a5, .L3
	l32r	a5, .LC7
	l32r	a9, .LC8
	add.n	a5, a8, a5
	bltu	a9, a5, .L6
.L3:
	l32r	a5, .LC10
	bne	a8, a5, .L19
	j	.L7
.L6:
	l32r	a5, .LC11
	l32r	a9, .LC12
	add.n	a5, a8, a5
	bgeu	a9, a5, .L3
.L7:
	movi.n	a3, 0
	s32i.n	a3, a2, 0
	j	.L1
.L19:
.L10:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a6, 0
	l32r	a9, .LC14
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a9, a9, 30, 2
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a9, a9, 30
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a9
	add.n	a3, a8, a3
	bgeu	a4, a3, .L11
	l32r	a3, .LC4
	l32r	a4, .LC5
	add.n	a3, a8, a3
	bgeu	a4, a3, .L11
	l32r	a4, .LC8
	sub	a3, a8, a5
	bgeu	a4, a3, .L11
	l32r	a3, .LC11
	l32r	a4, .LC12
	add.n	a3, a8, a3
	bltu	a4, a3, .L14
.L11:
	beq	a8, a5, .L14
	s32i.n	a8, a2, 4
	j	.L1
.L14:
	movi.n	a3, 0
	s32i.n	a3, a2, 4
.L1:
	retw.n
	.size	get_call_stack, .-get_call_stack
