	.text
	.literal_position
	.literal .LC0, count
	.literal .LC1, buffer
	.literal .LC2, capacity
	.align	4
	.type	remove_record, @function
remove_record:
	entry	sp, 32
	l32r	a4, .LC0
	l32r	a8, .LC1
	l32i.n	a3, a4, 0
	l32i.n	a11, a8, 0
	subx8	a10, a2, a2
	addi.n	a3, a3, -1
	slli	a8, a10, 2
	addx4	a10, a10, a11
	bgeu	a2, a3, .L2
	l32r	a3, .LC2
	addi	a8, a8, 28
	l32i.n	a12, a3, 0
	add.n	a11, a11, a8
	sub	a12, a12, a2
	subx8	a12, a12, a12
	slli	a12, a12, 2
	addi	a12, a12, -28
	call8	memmove
	l32i.n	a3, a4, 0
	addi.n	a3, a3, -1
	j	.L3
.L2:
	movi.n	a12, 0x1c
	movi.n	a11, 0
	call8	memset
.L3:
	s32i.n	a3, a4, 0
	retw.n
	.size	remove_record, .-remove_record
	.literal_position
	.literal .LC3, tracing
	.literal .LC4, count
	.literal .LC5, capacity
	.literal .LC6, buffer
	.literal .LC7, has_overflowed
	.literal .LC8, total_allocations
	.align	4
	.global	record_allocation
	.type	record_allocation, @function
record_allocation:
	entry	sp, 32
	l32r	a8, .LC3
	l32i.n	a9, a8, 0
	beqz.n	a9, .L5
	l32i.n	a9, a2, 4
	beqz.n	a9, .L5
	l32i.n	a8, a8, 0
	beqz.n	a8, .L5
	l32r	a3, .LC4
	l32r	a4, .LC5
	l32i.n	a12, a3, 0
	l32i.n	a4, a4, 0
	l32r	a5, .LC6
	beq	a12, a4, .L9
	addi.n	a4, a12, 1
	j	.L10
.L9:
	l32i.n	a10, a5, 0
	subx8	a12, a12, a12
	l32r	a4, .LC7
	slli	a12, a12, 2
	addi	a12, a12, -28
	movi.n	a8, 1
	addi	a11, a10, 28
	s8i	a8, a4, 0
	call8	memmove
	l32i.n	a4, a3, 0
	addi.n	a12, a4, -1
.L10:
	l32i.n	a5, a5, 0
	subx8	a10, a12, a12
	mov.n	a11, a2
	movi.n	a12, 0x1c
	addx4	a10, a10, a5
	call8	memcpy
	l32r	a8, .LC8
	s32i.n	a4, a3, 0
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
.L5:
	retw.n
	.size	record_allocation, .-record_allocation
	.literal_position
	.literal .LC9, tracing
	.literal .LC10, count
	.literal .LC11, total_frees
	.literal .LC12, buffer
	.literal .LC13, mode
	.align	4
	.global	record_free
	.type	record_free, @function
record_free:
	entry	sp, 32
	l32r	a10, .LC9
	movi.n	a9, 1
	l32i.n	a11, a10, 0
	movi.n	a8, 0
	moveqz	a8, a9, a11
	extui	a12, a8, 0, 8
	bnez.n	a8, .L17
	movnez	a9, a12, a2
	bnez.n	a9, .L17
	l32i.n	a8, a10, 0
	beqz.n	a8, .L17
	l32r	a8, .LC10
	l32i.n	a8, a8, 0
	beqz.n	a8, .L17
	l32r	a11, .LC11
	addi.n	a10, a8, -1
	l32i.n	a9, a11, 0
	addi.n	a9, a9, 1
	s32i.n	a9, a11, 0
	bltz	a10, .L17
	l32r	a9, .LC12
	subx8	a8, a8, a8
	l32i.n	a11, a9, 0
	addx4	a8, a8, a11
	addi	a8, a8, -24
.L23:
	l32i.n	a9, a8, 0
	addi	a8, a8, -28
	beq	a9, a2, .L22
	addi.n	a10, a10, -1
	bnei	a10, -1, .L23
	j	.L17
.L22:
	l32r	a2, .LC13
	l32i.n	a2, a2, 0
	bnez.n	a2, .L24
	subx8	a10, a10, a10
	addx4	a10, a10, a11
	movi.n	a12, 8
	mov.n	a11, a3
	addi	a10, a10, 20
	call8	memcpy
	j	.L17
.L24:
	call8	remove_record
.L17:
	retw.n
	.size	record_free, .-record_free
