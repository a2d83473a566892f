	.text
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.global	__xtensa_libgcc_window_spill
	.literal_position
	.literal .LC0, .L2
	.literal .LC1, -1074266112
	.literal .LC2, 172031
	.literal .LC4, -1074593792
	.literal .LC5, 3342335
	.literal .LC7, -1073741824
	.literal .LC8, 458751
	.literal .LC10, 1073741824
	.literal .LC11, -1074528256
	.literal .LC12, 8191
	.literal .LC14, .L10
	.literal .LC15, .L16
	.literal .LC16, .L22
	.literal .LC17, .L28
	.literal .LC18, .L34
	.literal .LC19, .L40
	.literal .LC20, .L46
	.literal .LC21, .L52
	.literal .LC22, .L58
	.align	4
	.global	get_call_stack
	.type	get_call_stack, @function
get_call_stack:
.L2:
	entry	sp, 32
	mov.n	a7, sp
	addi	a5, a7, -12
	call8	__xtensa_libgcc_window_spill
	l32i.n	a4, a5, 0
	l32r	a3, .LC0
	addi	a4, a4, -16
	l32i.n	a8, a4, 0
	extui	a3, a3, 30, 2
	slli	a8, a8, 2
	slli	a3, a3, 30
	l32r	a4, .LC1
	srli	a8, a8, 2
	or	a8, a8, a3
	l32r	a3, .LC2
	mov.n	a6, a2
	s32i.n	a8, a2, 0
	add.n	a2, a8, a4
	bgeu	a3, a2, .L3
	l32r	a2, .LC4
	l32r	a3, .LC5
	add.n	a2, a8, a2
	bgeu	a3, a2, .L3
	l32r	a2, .LC7
	l32r	a3, .LC8
	add.n	a2, a8, a2
	bltu	a3, a2, .L6
.L3:
	l32r	a3, .LC10
	bne	a8, a3, .L83
	j	.L7
.L6:
	l32r	a2, .LC11
	l32r	a3, .LC12
	add.n	a2, a8, a2
	bgeu	a3, a2, .L3
.L7:
	movi.n	a2, 0
	s32i.n	a2, a6, 0
	j	.L1
.L83:
.L10:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a2, a5, 0
	l32r	a10, .LC14
	addi	a2, a2, -12
	l32i.n	a2, a2, 0
	extui	a10, a10, 30, 2
	addi	a2, a2, -16
	l32i.n	a8, a2, 0
	slli	a10, a10, 30
	slli	a8, a8, 2
	l32r	a9, .LC4
	srli	a8, a8, 2
	or	a8, a8, a10
	l32r	a2, .LC5
	s32i.n	a8, a6, 4
	add.n	a10, a8, a9
	bgeu	a2, a10, .L11
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L11
	l32r	a12, .LC8
	sub	a10, a8, a3
	bgeu	a12, a10, .L11
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L14
.L11:
	bne	a8, a3, .L15
.L14:
	movi.n	a2, 0
	s32i.n	a2, a6, 4
	j	.L1
.L15:
.L16:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC15
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 8
	add.n	a10, a8, a9
	bgeu	a2, a10, .L17
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L17
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L17
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L20
.L17:
	bne	a8, a3, .L21
.L20:
	movi.n	a2, 0
	s32i.n	a2, a6, 8
	j	.L1
.L21:
.L22:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC16
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 12
	add.n	a10, a8, a9
	bgeu	a2, a10, .L23
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L23
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L23
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L26
.L23:
	bne	a8, a3, .L27
.L26:
	movi.n	a2, 0
	s32i.n	a2, a6, 12
	j	.L1
.L27:
.L28:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC17
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 16
	add.n	a10, a8, a9
	bgeu	a2, a10, .L29
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L29
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L29
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L32
.L29:
	bne	a8, a3, .L33
.L32:
	movi.n	a2, 0
	s32i.n	a2, a6, 16
	j	.L1
.L33:
.L34:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC18
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 20
	add.n	a10, a8, a9
	bgeu	a2, a10, .L35
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L35
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L35
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L38
.L35:
	bne	a8, a3, .L39
.L38:
	movi.n	a2, 0
	s32i.n	a2, a6, 20
	j	.L1
.L39:
.L40:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC19
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 24
	add.n	a10, a8, a9
	bgeu	a2, a10, .L41
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L41
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L41
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L44
.L41:
	bne	a8, a3, .L45
.L44:
	movi.n	a2, 0
	s32i.n	a2, a6, 24
	j	.L1
.L45:
.L46:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC20
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 28
	add.n	a10, a8, a9
	bgeu	a2, a10, .L47
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L47
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L47
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L50
.L47:
	bne	a8, a3, .L51
.L50:
	movi.n	a2, 0
	s32i.n	a2, a6, 28
	j	.L1
.L51:
.L52:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a10, .LC21
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a10, a10, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a10, a10, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	l32r	a9, .LC4
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a10
	s32i.n	a8, a6, 32
	add.n	a10, a8, a9
	bgeu	a2, a10, .L53
	l32r	a9, .LC2
	add.n	a10, a8, a4
	bgeu	a9, a10, .L53
	l32r	a10, .LC7
	l32r	a12, .LC8
	add.n	a10, a8, a10
	bgeu	a12, a10, .L53
	l32r	a10, .LC11
	l32r	a12, .LC12
	add.n	a10, a8, a10
	bltu	a12, a10, .L56
.L53:
	bne	a8, a3, .L57
.L56:
	movi.n	a2, 0
	s32i.n	a2, a6, 32
	j	.L1
.L57:
.L58:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
	l32r	a9, .LC22
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	extui	a9, a9, 30, 2
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	slli	a9, a9, 30
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	slli	a8, a8, 2
	srli	a8, a8, 2
	or	a8, a8, a9
	l32r	a9, .LC4
	add.n	a5, a8, a9
	bgeu	a2, a5, .L59
	l32r	a2, .LC2
	add.n	a4, a8, a4
	bgeu	a2, a4, .L59
	l32r	a2, .LC7
	l32r	a4, .LC8
	add.n	a2, a8, a2
	bgeu	a4, a2, .L59
	l32r	a2, .LC11
	l32r	a4, .LC12
	add.n	a2, a8, a2
	bltu	a4, a2, .L62
.L59:
	beq	a8, a3, .L62
	s32i.n	a8, a6, 36
	j	.L1
.L62:
	movi.n	a2, 0
	s32i.n	a2, a6, 36
.L1:
	retw.n
	.size	get_call_stack, .-get_call_stack
