	.text
	.literal_position
	.literal .LC0, recorded
	.literal .LC1, unused
	.literal .LC2, count
	.align	4
	.type	list_remove, @function
list_remove:
	entry	sp, 32
	l32i.n	a9, a2, 12
	l32i.n	a10, a2, 16
	beqz.n	a9, .L2
	s32i.n	a10, a9, 16
	j	.L3
.L2:
	l32r	a8, .LC0
	s32i.n	a10, a8, 4
.L3:
	l32r	a8, .LC1
	s32i.n	a9, a10, 0
	l32i.n	a9, a8, 0
	movi.n	a10, 0
	s32i.n	a10, a2, 4
	s32i.n	a10, a2, 8
	s32i.n	a9, a2, 12
	addi.n	a10, a2, 12
	beqz.n	a9, .L4
	s32i.n	a10, a9, 16
	j	.L5
.L4:
	s32i.n	a10, a8, 4
.L5:
	l32r	a10, .LC2
	s32i.n	a2, a8, 0
	l32i.n	a9, a10, 0
	s32i.n	a8, a2, 16
	addi.n	a9, a9, -1
	s32i.n	a9, a10, 0
	retw.n
	.size	list_remove, .-list_remove
	.literal_position
	.literal .LC3, count
	.literal .LC4, capacity
	.literal .LC5, has_overflowed
	.literal .LC6, unused
	.literal .LC7, recorded
	.literal .LC8, high_water_mark
	.align	4
	.type	list_add, @function
list_add:
	entry	sp, 32
	l32r	a10, .LC3
	l32r	a8, .LC4
	l32i.n	a9, a10, 0
	l32i.n	a8, a8, 0
	bltu	a9, a8, .L8
	l32r	a2, .LC5
	movi.n	a8, 1
	s8i	a8, a2, 0
	j	.L7
.L8:
	l32r	a12, .LC6
	l32i.n	a8, a12, 0
	l32i.n	a11, a8, 12
	l32i.n	a13, a8, 16
	beqz.n	a11, .L10
	s32i.n	a13, a11, 16
	j	.L11
.L10:
	s32i.n	a13, a12, 4
.L11:
	l32r	a12, .LC7
	s32i.n	a11, a13, 0
	l32i.n	a13, a2, 8
	l32i.n	a15, a2, 0
	l32i.n	a14, a2, 4
	l32i.n	a2, a12, 4
	s32i.n	a13, a8, 8
	l32r	a11, .LC8
	movi.n	a13, 0
	s32i.n	a15, a8, 0
	s32i.n	a2, a8, 16
	s32i.n	a14, a8, 4
	s32i.n	a13, a8, 12
	s32i.n	a8, a2, 0
	addi.n	a9, a9, 1
	addi.n	a8, a8, 12
	l32i.n	a2, a11, 0
	s32i.n	a8, a12, 4
	s32i.n	a9, a10, 0
	bgeu	a2, a9, .L7
	s32i.n	a9, a11, 0
.L7:
	retw.n
	.size	list_add, .-list_add
	.literal_position
	.literal .LC9, recorded
	.align	4
	.type	find, @function
find:
	entry	sp, 32
	l32r	a8, .LC9
	l32i.n	a8, a8, 0
	beqz.n	a8, .L12
.L14:
	l32i.n	a9, a8, 4
	beq	a9, a2, .L12
	l32i.n	a8, a8, 12
	bnez.n	a8, .L14
.L12:
	mov.n	a2, a8
	retw.n
	.size	find, .-find
	.literal_position
	.literal .LC10, tracing
	.literal .LC11, count
	.literal .LC12, capacity
	.literal .LC13, has_overflowed
	.literal .LC14, recorded
	.literal .LC15, total_allocations
	.align	4
	.global	record_allocation
	.type	record_allocation, @function
record_allocation:
	entry	sp, 32
	l32r	a8, .LC10
	l32i.n	a9, a8, 0
	beqz.n	a9, .L19
	l32i.n	a9, a2, 4
	beqz.n	a9, .L19
	l32i.n	a8, a8, 0
	beqz.n	a8, .L19
	l32r	a8, .LC11
	l32i.n	a9, a8, 0
	l32r	a8, .LC12
	l32i.n	a8, a8, 0
	bne	a9, a8, .L23
	l32r	a8, .LC14
	movi.n	a9, 1
	l32i.n	a10, a8, 0
	l32r	a8, .LC13
	s8i	a9, a8, 0
	call8	list_remove
.L23:
	mov.n	a10, a2
	call8	list_add
	l32r	a8, .LC15
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
.L19:
	retw.n
	.size	record_allocation, .-record_allocation
	.literal_position
	.literal .LC16, tracing
	.literal .LC17, count
	.literal .LC18, total_frees
	.literal .LC19, mode
	.align	4
	.global	record_free
	.type	record_free, @function
record_free:
	entry	sp, 32
	l32r	a11, .LC16
	movi.n	a9, 1
	l32i.n	a10, a11, 0
	movi.n	a8, 0
	moveqz	a8, a9, a10
	extui	a10, a8, 0, 8
	bnez.n	a8, .L30
	movnez	a9, a10, a2
	bnez.n	a9, .L30
	l32r	a8, .LC17
	l32i.n	a8, a8, 0
	beqz.n	a8, .L30
	l32i.n	a8, a11, 0
	beqz.n	a8, .L30
	l32r	a8, .LC18
	mov.n	a10, a2
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
	call8	find
	beqz.n	a10, .L30
	l32r	a2, .LC19
	l32i.n	a2, a2, 0
	beqz.n	a2, .L30
	call8	list_remove
.L30:
	retw.n
	.size	record_free, .-record_free
