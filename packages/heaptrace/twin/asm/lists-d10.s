	.text
	.literal_position
	.literal .LC0, recorded
	.literal .LC1, unused
	.literal .LC2, count
	.align	4
	.type	list_remove, @function
list_remove:
	entry	sp, 32
	l32i	a9, a2, 92
	l32i	a10, a2, 96
	beqz.n	a9, .L2
	s32i	a10, a9, 96
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
	s32i	a9, a2, 92
	addi	a10, a2, 92
	beqz.n	a9, .L4
	s32i	a10, a9, 96
	j	.L5
.L4:
	s32i.n	a10, a8, 4
.L5:
	l32r	a10, .LC2
	s32i.n	a2, a8, 0
	l32i.n	a9, a10, 0
	s32i	a8, a2, 96
	addi.n	a9, a9, -1
	s32i.n	a9, a10, 0
	retw.n
	.size	list_remove, .-list_remove
	.literal_position
	.literal .LC3, recorded
	.align	4
	.type	find, @function
find:
	entry	sp, 32
	l32r	a8, .LC3
	l32i.n	a8, a8, 0
	beqz.n	a8, .L7
.L9:
	l32i.n	a9, a8, 4
	beq	a9, a2, .L7
	l32i	a8, a8, 92
	bnez.n	a8, .L9
.L7:
	mov.n	a2, a8
	retw.n
	.size	find, .-find
	.literal_position
	.literal .LC4, count
	.literal .LC5, capacity
	.literal .LC6, has_overflowed
	.literal .LC7, unused
	.literal .LC8, recorded
	.literal .LC9, high_water_mark
	.align	4
	.type	list_add, @function
list_add:
	entry	sp, 32
	l32r	a5, .LC4
	l32r	a3, .LC5
	l32i.n	a4, a5, 0
	l32i.n	a3, a3, 0
	bltu	a4, a3, .L15
	l32r	a2, .LC6
	movi.n	a3, 1
	s8i	a3, a2, 0
	j	.L14
.L15:
	l32r	a10, .LC7
	l32i.n	a3, a10, 0
	l32i	a8, a3, 92
	l32i	a9, a3, 96
	beqz.n	a8, .L17
	s32i	a9, a8, 96
	j	.L18
.L17:
	s32i.n	a9, a10, 4
.L18:
	s32i.n	a8, a9, 0
	l32i.n	a9, a2, 4
	l32i.n	a8, a2, 8
	l32i.n	a10, a2, 0
	addi	a11, a2, 52
	s32i.n	a9, a3, 4
	s32i.n	a8, a3, 8
	s32i.n	a10, a3, 0
	movi.n	a12, 0x28
	addi	a10, a3, 52
	call8	memcpy
	addi.n	a11, a2, 12
	addi.n	a10, a3, 12
	movi.n	a12, 0x28
	call8	memcpy
	l32r	a2, .LC8
	l32r	a9, .LC9
	l32i.n	a8, a2, 4
	movi.n	a10, 0
	s32i	a8, a3, 96
	s32i	a10, a3, 92
	s32i.n	a3, a8, 0
	addi.n	a4, a4, 1
	addi	a3, a3, 92
	l32i.n	a8, a9, 0
	s32i.n	a3, a2, 4
	s32i.n	a4, a5, 0
	bgeu	a8, a4, .L14
	s32i.n	a4, a9, 0
.L14:
	retw.n
	.size	list_add, .-list_add
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
	l32r	a12, .LC16
	movi.n	a9, 1
	l32i.n	a10, a12, 0
	movi.n	a8, 0
	moveqz	a8, a9, a10
	extui	a10, a8, 0, 8
	bnez.n	a8, .L30
	movnez	a9, a10, a2
	bnez.n	a9, .L30
	l32r	a8, .LC17
	l32i.n	a8, a8, 0
	beqz.n	a8, .L30
	l32i.n	a8, a12, 0
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
	bnez.n	a2, .L35
	movi.n	a12, 0x28
	mov.n	a11, a3
	addi	a10, a10, 52
	call8	memcpy
	j	.L30
.L35:
	call8	list_remove
.L30:
	retw.n
	.size	record_free, .-record_free
