	.text
	.literal_position
	.literal .LC0, 16777619
	.literal .LC1, map
	.literal .LC2, recorded
	.literal .LC3, unused
	.literal .LC4, count
	.align	4
	.type	list_remove, @function
list_remove:
	entry	sp, 32
	l32i.n	a8, a2, 4
	srli	a9, a8, 3
	srli	a10, a8, 5
	add.n	a9, a9, a10
	srli	a8, a8, 7
	add.n	a9, a9, a8
	l32r	a8, .LC0
	mull	a9, a9, a8
	movi.n	a8, 0xa
#APP
# 25 "recorder.c" 1
	remu a9, a9, a8
# 0 "" 2
#NO_APP
	l32r	a8, .LC1
	addx4	a9, a9, a8
	l32i.n	a8, a9, 0
	beq	a2, a8, .L4
.L3:
	mov.n	a9, a8
	l32i.n	a8, a8, 36
	bne	a2, a8, .L3
	addi	a9, a9, 36
.L4:
	l32i.n	a8, a2, 36
	l32i.n	a10, a2, 32
	s32i.n	a8, a9, 0
	l32i.n	a9, a2, 28
	beqz.n	a9, .L5
	s32i.n	a10, a9, 32
	j	.L6
.L5:
	l32r	a8, .LC2
	s32i.n	a10, a8, 4
.L6:
	l32r	a8, .LC3
	s32i.n	a9, a10, 0
	l32i.n	a9, a8, 0
	movi.n	a10, 0
	s32i.n	a10, a2, 4
	s32i.n	a10, a2, 8
	s32i.n	a9, a2, 28
	addi	a10, a2, 28
	beqz.n	a9, .L7
	s32i.n	a10, a9, 32
	j	.L8
.L7:
	s32i.n	a10, a8, 4
.L8:
	l32r	a10, .LC4
	s32i.n	a2, a8, 0
	l32i.n	a9, a10, 0
	s32i.n	a8, a2, 32
	addi.n	a9, a9, -1
	s32i.n	a9, a10, 0
	retw.n
	.size	list_remove, .-list_remove
	.literal_position
	.literal .LC5, 16777619
	.literal .LC6, map
	.literal .LC7, hits
	.literal .LC8, misses
	.literal .LC9, recorded
	.align	4
	.type	find, @function
find:
	entry	sp, 32
	srli	a9, a2, 5
	srli	a8, a2, 3
	add.n	a8, a8, a9
	srli	a9, a2, 7
	add.n	a8, a8, a9
	l32r	a9, .LC5
	mull	a8, a8, a9
	movi.n	a9, 0xa
#APP
# 25 "recorder.c" 1
	remu a8, a8, a9
# 0 "" 2
#NO_APP
	l32r	a9, .LC6
	addx4	a8, a8, a9
	l32i.n	a8, a8, 0
	beqz.n	a8, .L12
.L15:
	l32i.n	a9, a8, 4
	bne	a2, a9, .L13
	l32r	a9, .LC7
	l32i.n	a2, a9, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a9, 0
	j	.L11
.L13:
	l32i.n	a8, a8, 36
	bnez.n	a8, .L15
.L12:
	l32r	a10, .LC8
	l32r	a8, .LC9
	l32i.n	a9, a10, 0
	l32i.n	a8, a8, 0
	addi.n	a9, a9, 1
	s32i.n	a9, a10, 0
	beqz.n	a8, .L11
.L16:
	l32i.n	a9, a8, 4
	beq	a9, a2, .L11
	l32i.n	a8, a8, 28
	bnez.n	a8, .L16
.L11:
	mov.n	a2, a8
	retw.n
	.size	find, .-find
	.literal_position
	.literal .LC10, count
	.literal .LC11, capacity
	.literal .LC12, has_overflowed
	.literal .LC13, unused
	.literal .LC14, recorded
	.literal .LC15, high_water_mark
	.literal .LC16, 16777619
	.literal .LC17, map
	.align	4
	.type	list_add, @function
list_add:
	entry	sp, 32
	l32r	a5, .LC10
	l32r	a3, .LC11
	l32i.n	a4, a5, 0
	l32i.n	a3, a3, 0
	bltu	a4, a3, .L26
	l32r	a2, .LC12
	movi.n	a3, 1
	s8i	a3, a2, 0
	j	.L25
.L26:
	l32r	a10, .LC13
	l32i.n	a3, a10, 0
	l32i.n	a8, a3, 28
	l32i.n	a9, a3, 32
	beqz.n	a8, .L28
	s32i.n	a9, a8, 32
	j	.L29
.L28:
	s32i.n	a9, a10, 4
.L29:
	s32i.n	a8, a9, 0
	l32i.n	a9, a2, 4
	l32i.n	a8, a2, 8
	l32i.n	a10, a2, 0
	addi	a11, a2, 20
	s32i.n	a9, a3, 4
	s32i.n	a8, a3, 8
	movi.n	a12, 8
	s32i.n	a10, a3, 0
	addi	a10, a3, 20
	call8	memcpy
	addi.n	a11, a2, 12
	movi.n	a12, 8
	addi.n	a10, a3, 12
	call8	memcpy
	l32r	a8, .LC14
	movi.n	a10, 0
	l32i.n	a2, a8, 4
	l32r	a9, .LC15
	s32i.n	a10, a3, 28
	s32i.n	a2, a3, 32
	s32i.n	a3, a2, 0
	addi.n	a4, a4, 1
	addi	a2, a3, 28
	l32i.n	a10, a9, 0
	s32i.n	a2, a8, 4
	s32i.n	a4, a5, 0
	bgeu	a10, a4, .L30
	s32i.n	a4, a9, 0
.L30:
	l32i.n	a2, a3, 4
	srli	a8, a2, 3
	srli	a4, a2, 5
	add.n	a8, a8, a4
	srli	a2, a2, 7
	add.n	a8, a8, a2
	l32r	a2, .LC16
	mull	a8, a8, a2
	movi.n	a2, 0xa
#APP
# 25 "recorder.c" 1
	remu a8, a8, a2
# 0 "" 2
#NO_APP
	l32r	a2, .LC17
	addx4	a8, a8, a2
	l32i.n	a2, a8, 0
	s32i.n	a2, a3, 36
	s32i.n	a3, a8, 0
.L25:
	retw.n
	.size	list_add, .-list_add
	.literal_position
	.literal .LC18, tracing
	.literal .LC19, count
	.literal .LC20, capacity
	.literal .LC21, has_overflowed
	.literal .LC22, recorded
	.literal .LC23, total_allocations
	.align	4
	.global	record_allocation
	.type	record_allocation, @function
record_allocation:
	entry	sp, 32
	l32r	a8, .LC18
	l32i.n	a9, a8, 0
	beqz.n	a9, .L31
	l32i.n	a9, a2, 4
	beqz.n	a9, .L31
	l32i.n	a8, a8, 0
	beqz.n	a8, .L31
	l32r	a8, .LC19
	l32i.n	a9, a8, 0
	l32r	a8, .LC20
	l32i.n	a8, a8, 0
	bne	a9, a8, .L35
	l32r	a8, .LC22
	movi.n	a9, 1
	l32i.n	a10, a8, 0
	l32r	a8, .LC21
	s8i	a9, a8, 0
	call8	list_remove
.L35:
	mov.n	a10, a2
	call8	list_add
	l32r	a8, .LC23
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
.L31:
	retw.n
	.size	record_allocation, .-record_allocation
	.literal_position
	.literal .LC24, tracing
	.literal .LC25, count
	.literal .LC26, total_frees
	.literal .LC27, mode
	.align	4
	.global	record_free
	.type	record_free, @function
record_free:
	entry	sp, 32
	l32r	a12, .LC24
	movi.n	a9, 1
	l32i.n	a10, a12, 0
	movi.n	a8, 0
	moveqz	a8, a9, a10
	extui	a10, a8, 0, 8
	bnez.n	a8, .L42
	movnez	a9, a10, a2
	bnez.n	a9, .L42
	l32r	a8, .LC25
	l32i.n	a8, a8, 0
	beqz.n	a8, .L42
	l32i.n	a8, a12, 0
	beqz.n	a8, .L42
	l32r	a8, .LC26
	mov.n	a10, a2
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
	call8	find
	beqz.n	a10, .L42
	l32r	a2, .LC27
	l32i.n	a2, a2, 0
	bnez.n	a2, .L47
	movi.n	a12, 8
	mov.n	a11, a3
	addi	a10, a10, 20
	call8	memcpy
	j	.L42
.L47:
	call8	list_remove
.L42:
	retw.n
	.size	record_free, .-record_free
