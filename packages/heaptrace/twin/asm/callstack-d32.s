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
	.literal .LC23, .L64
	.literal .LC24, .L70
	.literal .LC25, .L76
	.literal .LC26, .L82
	.literal .LC27, .L88
	.literal .LC28, .L94
	.literal .LC29, .L100
	.literal .LC30, .L106
	.literal .LC31, .L112
	.literal .LC32, .L118
	.literal .LC33, .L124
	.literal .LC34, .L130
	.literal .LC35, .L136
	.literal .LC36, .L142
	.literal .LC37, .L148
	.literal .LC38, .L154
	.literal .LC39, .L160
	.literal .LC40, .L166
	.literal .LC41, .L172
	.literal .LC42, .L178
	.literal .LC43, .L184
	.literal .LC44, .L190
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
	l32i.n	a6, a4, 0
	extui	a3, a3, 30, 2
	slli	a6, a6, 2
	slli	a3, a3, 30
	l32r	a4, .LC1
	srli	a6, a6, 2
	or	a6, a6, a3
	l32r	a8, .LC2
	s32i.n	a6, a2, 0
	add.n	a3, a6, a4
	bgeu	a8, a3, .L3
	l32r	a3, .LC4
	l32r	a9, .LC5
	add.n	a3, a6, a3
	bgeu	a9, a3, .L3
	l32r	a3, .LC7
	l32r	a9, .LC8
	add.n	a3, a6, a3
	bltu	a9, a3, .L6
.L3:
	l32r	a3, .LC10
	bne	a6, a3, .L259
	j	.L7
.L6:
	l32r	a3, .LC11
	l32r	a9, .LC12
	add.n	a3, a6, a3
	bgeu	a9, a3, .L3
.L7:
	movi.n	a3, 0
	s32i.n	a3, a2, 0
	j	.L1
.L259:
.L10:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a6, a5, 0
	l32r	a9, .LC14
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	extui	a9, a9, 30, 2
	addi	a6, a6, -16
	l32i.n	a6, a6, 0
	slli	a9, a9, 30
	slli	a6, a6, 2
	srli	a6, a6, 2
	or	a6, a6, a9
	l32r	a8, .LC2
	s32i.n	a6, a2, 4
	add.n	a9, a6, a4
	bgeu	a8, a9, .L11
	l32r	a9, .LC4
	l32r	a10, .LC5
	add.n	a9, a6, a9
	bgeu	a10, a9, .L11
	l32r	a10, .LC8
	sub	a9, a6, a3
	bgeu	a10, a9, .L11
	l32r	a9, .LC11
	l32r	a10, .LC12
	add.n	a9, a6, a9
	bltu	a10, a9, .L14
.L11:
	bne	a6, a3, .L15
.L14:
	movi.n	a3, 0
	s32i.n	a3, a2, 4
	j	.L1
.L15:
.L16:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a6, a5, 0
	l32r	a9, .LC15
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	extui	a9, a9, 30, 2
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	slli	a9, a9, 30
	addi	a6, a6, -16
	l32i.n	a6, a6, 0
	l32r	a8, .LC2
	slli	a6, a6, 2
	srli	a6, a6, 2
	or	a6, a6, a9
	s32i.n	a6, a2, 8
	add.n	a9, a6, a4
	bgeu	a8, a9, .L17
	l32r	a9, .LC4
	l32r	a10, .LC5
	add.n	a9, a6, a9
	bgeu	a10, a9, .L17
	l32r	a9, .LC7
	l32r	a10, .LC8
	add.n	a9, a6, a9
	bgeu	a10, a9, .L17
	l32r	a9, .LC11
	l32r	a10, .LC12
	add.n	a9, a6, a9
	bltu	a10, a9, .L20
.L17:
	bne	a6, a3, .L21
.L20:
	movi.n	a3, 0
	s32i.n	a3, a2, 8
	j	.L1
.L21:
.L22:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a6, a5, 0
	l32r	a9, .LC16
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	extui	a9, a9, 30, 2
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	slli	a9, a9, 30
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	l32r	a8, .LC2
	addi	a6, a6, -16
	l32i.n	a6, a6, 0
	slli	a6, a6, 2
	srli	a6, a6, 2
	or	a6, a6, a9
	s32i.n	a6, a2, 12
	add.n	a9, a6, a4
	bgeu	a8, a9, .L23
	l32r	a9, .LC4
	l32r	a10, .LC5
	add.n	a9, a6, a9
	bgeu	a10, a9, .L23
	l32r	a9, .LC7
	l32r	a10, .LC8
	add.n	a9, a6, a9
	bgeu	a10, a9, .L23
	l32r	a9, .LC11
	l32r	a10, .LC12
	add.n	a9, a6, a9
	bltu	a10, a9, .L26
.L23:
	bne	a6, a3, .L27
.L26:
	movi.n	a3, 0
	s32i.n	a3, a2, 12
	j	.L1
.L27:
.L28:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a6, a5, 0
	l32r	a10, .LC17
	addi	a6, a6, -12
	l32i.n	a6, a6, 0
	extui	a10, a10, 30, 2
	addi	a6, a6, -12
	l32i.n	a9, a6, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a6, .LC4
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 16
	add.n	a10, a9, a6
	bgeu	a8, a10, .L29
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L29
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L29
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L32
.L29:
	bne	a9, a3, .L33
.L32:
	movi.n	a3, 0
	s32i.n	a3, a2, 16
	j	.L1
.L33:
.L34:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC18
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 20
	add.n	a10, a9, a6
	bgeu	a8, a10, .L35
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L35
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L35
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L38
.L35:
	bne	a9, a3, .L39
.L38:
	movi.n	a3, 0
	s32i.n	a3, a2, 20
	j	.L1
.L39:
.L40:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC19
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 24
	add.n	a10, a9, a6
	bgeu	a8, a10, .L41
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L41
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L41
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L44
.L41:
	bne	a9, a3, .L45
.L44:
	movi.n	a3, 0
	s32i.n	a3, a2, 24
	j	.L1
.L45:
.L46:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC20
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 28
	add.n	a10, a9, a6
	bgeu	a8, a10, .L47
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L47
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L47
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L50
.L47:
	bne	a9, a3, .L51
.L50:
	movi.n	a3, 0
	s32i.n	a3, a2, 28
	j	.L1
.L51:
.L52:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC21
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 32
	add.n	a10, a9, a6
	bgeu	a8, a10, .L53
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L53
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L53
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L56
.L53:
	bne	a9, a3, .L57
.L56:
	movi.n	a3, 0
	s32i.n	a3, a2, 32
	j	.L1
.L57:
.L58:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC22
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 36
	add.n	a10, a9, a6
	bgeu	a8, a10, .L59
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L59
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L59
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L62
.L59:
	bne	a9, a3, .L63
.L62:
	movi.n	a3, 0
	s32i.n	a3, a2, 36
	j	.L1
.L63:
.L64:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC23
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 40
	add.n	a10, a9, a6
	bgeu	a8, a10, .L65
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L65
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L65
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L68
.L65:
	bne	a9, a3, .L69
.L68:
	movi.n	a3, 0
	s32i.n	a3, a2, 40
	j	.L1
.L69:
.L70:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC24
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 44
	add.n	a10, a9, a6
	bgeu	a8, a10, .L71
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L71
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L71
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L74
.L71:
	bne	a9, a3, .L75
.L74:
	movi.n	a3, 0
	s32i.n	a3, a2, 44
	j	.L1
.L75:
.L76:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC25
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 48
	add.n	a10, a9, a6
	bgeu	a8, a10, .L77
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L77
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L77
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L80
.L77:
	bne	a9, a3, .L81
.L80:
	movi.n	a3, 0
	s32i.n	a3, a2, 48
	j	.L1
.L81:
.L82:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC26
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 52
	add.n	a10, a9, a6
	bgeu	a8, a10, .L83
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L83
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L83
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L86
.L83:
	bne	a9, a3, .L87
.L86:
	movi.n	a3, 0
	s32i.n	a3, a2, 52
	j	.L1
.L87:
.L88:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC27
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 56
	add.n	a10, a9, a6
	bgeu	a8, a10, .L89
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L89
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L89
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L92
.L89:
	bne	a9, a3, .L93
.L92:
	movi.n	a3, 0
	s32i.n	a3, a2, 56
	j	.L1
.L93:
.L94:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC28
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i.n	a9, a2, 60
	add.n	a10, a9, a6
	bgeu	a8, a10, .L95
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L95
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L95
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L98
.L95:
	bne	a9, a3, .L99
.L98:
	movi.n	a3, 0
	s32i.n	a3, a2, 60
	j	.L1
.L99:
.L100:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC29
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 64
	add.n	a10, a9, a6
	bgeu	a8, a10, .L101
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L101
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L101
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L104
.L101:
	bne	a9, a3, .L105
.L104:
	movi.n	a3, 0
	s32i	a3, a2, 64
	j	.L1
.L105:
.L106:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 68
	add.n	a10, a9, a6
	bgeu	a8, a10, .L107
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L107
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L107
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L110
.L107:
	bne	a9, a3, .L111
.L110:
	movi.n	a3, 0
	s32i	a3, a2, 68
	j	.L1
.L111:
.L112:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC31
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 72
	add.n	a10, a9, a6
	bgeu	a8, a10, .L113
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L113
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L113
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L116
.L113:
	bne	a9, a3, .L117
.L116:
	movi.n	a3, 0
	s32i	a3, a2, 72
	j	.L1
.L117:
.L118:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC32
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 76
	add.n	a10, a9, a6
	bgeu	a8, a10, .L119
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L119
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L119
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L122
.L119:
	bne	a9, a3, .L123
.L122:
	movi.n	a3, 0
	s32i	a3, a2, 76
	j	.L1
.L123:
.L124:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC33
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 80
	add.n	a10, a9, a6
	bgeu	a8, a10, .L125
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L125
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L125
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L128
.L125:
	bne	a9, a3, .L129
.L128:
	movi.n	a3, 0
	s32i	a3, a2, 80
	j	.L1
.L129:
.L130:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC34
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 84
	add.n	a10, a9, a6
	bgeu	a8, a10, .L131
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L131
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L131
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L134
.L131:
	bne	a9, a3, .L135
.L134:
	movi.n	a3, 0
	s32i	a3, a2, 84
	j	.L1
.L135:
.L136:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC35
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 88
	add.n	a10, a9, a6
	bgeu	a8, a10, .L137
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L137
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L137
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L140
.L137:
	bne	a9, a3, .L141
.L140:
	movi.n	a3, 0
	s32i	a3, a2, 88
	j	.L1
.L141:
.L142:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC36
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 92
	add.n	a10, a9, a6
	bgeu	a8, a10, .L143
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L143
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L143
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L146
.L143:
	bne	a9, a3, .L147
.L146:
	movi.n	a3, 0
	s32i	a3, a2, 92
	j	.L1
.L147:
.L148:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC37
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 96
	add.n	a10, a9, a6
	bgeu	a8, a10, .L149
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L149
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L149
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L152
.L149:
	bne	a9, a3, .L153
.L152:
	movi.n	a3, 0
	s32i	a3, a2, 96
	j	.L1
.L153:
.L154:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC38
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 100
	add.n	a10, a9, a6
	bgeu	a8, a10, .L155
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L155
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L155
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L158
.L155:
	bne	a9, a3, .L159
.L158:
	movi.n	a3, 0
	s32i	a3, a2, 100
	j	.L1
.L159:
.L160:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC39
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 104
	add.n	a10, a9, a6
	bgeu	a8, a10, .L161
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L161
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L161
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L164
.L161:
	bne	a9, a3, .L165
.L164:
	movi.n	a3, 0
	s32i	a3, a2, 104
	j	.L1
.L165:
.L166:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC40
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	l32r	a8, .LC5
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 108
	add.n	a10, a9, a6
	bgeu	a8, a10, .L167
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L167
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L167
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L170
.L167:
	bne	a9, a3, .L171
.L170:
	movi.n	a3, 0
	s32i	a3, a2, 108
	j	.L1
.L171:
.L172:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC41
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 112
	l32r	a8, .LC5
	add.n	a10, a9, a6
	bgeu	a8, a10, .L173
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L173
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L173
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L176
.L173:
	bne	a9, a3, .L177
.L176:
	movi.n	a3, 0
	s32i	a3, a2, 112
	j	.L1
.L177:
.L178:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	l32r	a10, .LC42
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	extui	a10, a10, 30, 2
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	slli	a10, a10, 30
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	slli	a9, a9, 2
	srli	a9, a9, 2
	or	a9, a9, a10
	s32i	a9, a2, 116
	l32r	a8, .LC5
	add.n	a10, a9, a6
	bgeu	a8, a10, .L179
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L179
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L179
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L182
.L179:
	bne	a9, a3, .L183
.L182:
	movi.n	a3, 0
	s32i	a3, a2, 116
	j	.L1
.L183:
.L184:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a9, a5, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -12
	l32i.n	a9, a9, 0
	addi	a9, a9, -16
	l32i.n	a9, a9, 0
	l32r	a10, .LC43
	slli	a9, a9, 2
	extui	a10, a10, 30, 2
	slli	a10, a10, 30
	srli	a9, a9, 2
	or	a9, a9, a10
	l32r	a8, .LC5
	s32i	a9, a2, 120
	add.n	a10, a9, a6
	bgeu	a8, a10, .L185
	l32r	a8, .LC2
	add.n	a10, a9, a4
	bgeu	a8, a10, .L185
	l32r	a10, .LC7
	l32r	a11, .LC8
	add.n	a10, a9, a10
	bgeu	a11, a10, .L185
	l32r	a10, .LC11
	l32r	a11, .LC12
	add.n	a10, a9, a10
	bltu	a11, a10, .L188
.L185:
	bne	a9, a3, .L189
.L188:
	movi.n	a3, 0
	s32i	a3, a2, 120
	j	.L1
.L189:
.L190:
	call8	__xtensa_libgcc_window_spill
	l32i.n	a8, a5, 0
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
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -12
	l32i.n	a8, a8, 0
	addi	a8, a8, -16
	l32i.n	a8, a8, 0
	l32r	a9, .LC44
	slli	a8, a8, 2
	extui	a9, a9, 30, 2
	slli	a9, a9, 30
	srli	a8, a8, 2
	or	a8, a8, a9
	l32r	a5, .LC5
	add.n	a6, a8, a6
	bgeu	a5, a6, .L191
	l32r	a5, .LC2
	add.n	a4, a8, a4
	bgeu	a5, a4, .L191
	l32r	a4, .LC7
	l32r	a5, .LC8
	add.n	a4, a8, a4
	bgeu	a5, a4, .L191
	l32r	a4, .LC11
	l32r	a5, .LC12
	add.n	a4, a8, a4
	bltu	a5, a4, .L194
.L191:
	beq	a8, a3, .L194
	s32i	a8, a2, 124
	j	.L1
.L194:
	movi.n	a3, 0
	s32i	a3, a2, 124
.L1:
	retw.n
	.size	get_call_stack, .-get_call_stack
