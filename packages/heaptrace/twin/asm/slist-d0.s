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
	l32i.n	a8, a8, 20
	bne	a2, a8, .L3
	addi	a9, a9, 20
.L4:
	l32i.n	a8, a2, 20
	l32i.n	a10, a2, 16
	s32i.n	a8, a9, 0
	l32i.n	a9, a2, 12
	beqz.n	a9, .L5
	s32i.n	a10, a9, 16
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
	s32i.n	a9, a2, 12
	addi.n	a10, a2, 12
	beqz.n	a9, .L7
	s32i.n	a10, a9, 16
	j	.L8
.L7:
	s32i.n	a10, a8, 4
.L8:
	l32r	a10, .LC4
	s32i.n	a2, a8, 0
	l32i.n	a9, a10, 0
	s32i.n	a8, a2, 16
	addi.n	a9, a9, -1
	s32i.n	a9, a10, 0
	retw.n
	.size	list_remove, .-list_remove
	.literal_position
	.literal .LC5, count
	.literal .LC6, capacity
	.literal .LC7, has_overflowed
	.literal .LC8, unused
	.literal .LC9, recorded
	.literal .LC10, high_water_mark
	.literal .LC11, 16777619
	.literal .LC12, map
	.align	4
	.type	list_add, @function
list_add:
	entry	sp, 32
	l32r	a10, .LC5
	l32r	a9, .LC6
	l32i.n	a8, a10, 0
	l32i.n	a9, a9, 0
	bltu	a8, a9, .L12
	l32r	a2, .LC7
	movi.n	a8, 1
	s8i	a8, a2, 0
	j	.L11
.L12:
	l32r	a12, .LC8
	l32i.n	a9, a12, 0
	l32i.n	a11, a9, 12
	l32i.n	a13, a9, 16
	beqz.n	a11, .L14
	s32i.n	a13, a11, 16
	j	.L15
.L14:
	s32i.n	a13, a12, 4
.L15:
	l32r	a12, .LC9
	s32i.n	a11, a13, 0
	l32i.n	a13, a2, 8
	l32i.n	a15, a2, 0
	l32i.n	a14, a2, 4
	l32i.n	a2, a12, 4
	s32i.n	a13, a9, 8
	l32r	a11, .LC10
	movi.n	a13, 0
	s32i.n	a15, a9, 0
	s32i.n	a14, a9, 4
	s32i.n	a13, a9, 12
	s32i.n	a2, a9, 16
	s32i.n	a9, a2, 0
	addi.n	a8, a8, 1
	addi.n	a2, a9, 12
	l32i.n	a13, a11, 0
	s32i.n	a2, a12, 4
	s32i.n	a8, a10, 0
	bgeu	a13, a8, .L16
	s32i.n	a8, a11, 0
.L16:
	l32i.n	a10, a9, 4
	srli	a2, a10, 5
	srli	a8, a10, 3
	add.n	a8, a8, a2
	srli	a10, a10, 7
	l32r	a2, .LC11
	add.n	a8, a8, a10
	mull	a8, a8, a2
	movi.n	a2, 0xa
#APP
# 25 "recorder.c" 1
	remu a8, a8, a2
# 0 "" 2
#NO_APP
	l32r	a2, .LC12
	addx4	a8, a8, a2
	l32i.n	a2, a8, 0
	s32i.n	a2, a9, 20
	s32i.n	a9, a8, 0
.L11:
	retw.n
	.size	list_add, .-list_add
	.literal_position
	.literal .LC13, 16777619
	.literal .LC14, map
	.literal .LC15, hits
	.literal .LC16, misses
	.literal .LC17, recorded
	.align	4
	.type	find, @function
find:
	entry	sp, 32
	srli	a9, a2, 5
	srli	a8, a2, 3
	add.n	a8, a8, a9
	srli	a9, a2, 7
	add.n	a8, a8, a9
	l32r	a9, .LC13
	mull	a8, a8, a9
	movi.n	a9, 0xa
#APP
# 25 "recorder.c" 1
	remu a8, a8, a9
# 0 "" 2
#NO_APP
	l32r	a9, .LC14
	addx4	a8, a8, a9
	l32i.n	a8, a8, 0
	beqz.n	a8, .L18
.L21:
	l32i.n	a9, a8, 4
	bne	a2, a9, .L19
	l32r	a9, .LC15
	l32i.n	a2, a9, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a9, 0
	j	.L17
.L19:
	l32i.n	a8, a8, 20
	bnez.n	a8, .L21
.L18:
	l32r	a10, .LC16
	l32r	a8, .LC17
	l32i.n	a9, a10, 0
	l32i.n	a8, a8, 0
	addi.n	a9, a9, 1
	s32i.n	a9, a10, 0
	beqz.n	a8, .L17
.L22:
	l32i.n	a9, a8, 4
	beq	a9, a2, .L17
	l32i.n	a8, a8, 12
	bnez.n	a8, .L22
.L17:
	mov.n	a2, a8
	retw.n
	.size	find, .-find
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
	l32r	a11, .LC24
	movi.n	a9, 1
	l32i.n	a10, a11, 0
	movi.n	a8, 0
	moveqz	a8, a9, a10
	extui	a10, a8, 0, 8
	bnez.n	a8, .L42
	movnez	a9, a10, a2
	bnez.n	a9, .L42
	l32r	a8, .LC25
	l32i.n	a8, a8, 0
	beqz.n	a8, .L42
	l32i.n	a8, a11, 0
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
	beqz.n	a2, .L42
	call8	list_remove
.L42:
	retw.n
	.size	record_free, .-record_free
