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
	l32i	a8, a2, 100
	l32i	a10, a2, 104
	beqz.n	a8, .L2
	s32i	a10, a8, 104
	j	.L3
.L2:
	l32i.n	a11, a2, 4
	srli	a9, a11, 3
	srli	a12, a11, 5
	add.n	a9, a9, a12
	srli	a11, a11, 7
	add.n	a9, a9, a11
	l32r	a11, .LC0
	mull	a9, a9, a11
	movi.n	a11, 0xa
#APP
# 25 "recorder.c" 1
	remu a9, a9, a11
# 0 "" 2
#NO_APP
	l32r	a11, .LC1
	addx8	a9, a9, a11
	s32i.n	a10, a9, 4
.L3:
	s32i.n	a8, a10, 0
	l32i	a9, a2, 92
	l32i	a10, a2, 96
	beqz.n	a9, .L4
	s32i	a10, a9, 96
	j	.L5
.L4:
	l32r	a8, .LC2
	s32i.n	a10, a8, 4
.L5:
	l32r	a8, .LC3
	s32i.n	a9, a10, 0
	l32i.n	a9, a8, 0
	movi.n	a10, 0
	s32i.n	a10, a2, 4
	s32i.n	a10, a2, 8
	s32i	a9, a2, 92
	addi	a10, a2, 92
	beqz.n	a9, .L6
	s32i	a10, a9, 96
	j	.L7
.L6:
	s32i.n	a10, a8, 4
.L7:
	l32r	a10, .LC4
	s32i.n	a2, a8, 0
	l32i.n	a9, a10, 0
	s32i	a8, a2, 96
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
	addx8	a8, a8, a9
	l32i.n	a8, a8, 0
	beqz.n	a8, .L10
.L13:
	l32i.n	a9, a8, 4
	bne	a2, a9, .L11
	l32r	a9, .LC7
	l32i.n	a2, a9, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a9, 0
	j	.L9
.L11:
	l32i	a8, a8, 100
	bnez.n	a8, .L13
.L10:
	l32r	a10, .LC8
	l32r	a8, .LC9
	l32i.n	a9, a10, 0
	l32i.n	a8, a8, 0
	addi.n	a9, a9, 1
	s32i.n	a9, a10, 0
	beqz.n	a8, .L9
.L14:
	l32i.n	a9, a8, 4
	beq	a9, a2, .L9
	l32i	a8, a8, 92
	bnez.n	a8, .L14
.L9:
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
	bltu	a4, a3, .L24
	l32r	a2, .LC12
	movi.n	a3, 1
	s8i	a3, a2, 0
	j	.L23
.L24:
	l32r	a10, .LC13
	l32i.n	a3, a10, 0
	l32i	a8, a3, 92
	l32i	a9, a3, 96
	beqz.n	a8, .L26
	s32i	a9, a8, 96
	j	.L27
.L26:
	s32i.n	a9, a10, 4
.L27:
	s32i.n	a8, a9, 0
	l32i.n	a9, a2, 4
	l32i.n	a8, a2, 8
	l32i.n	a10, a2, 0
	addi	a11, a2, 52
	s32i.n	a9, a3, 4
	s32i.n	a8, a3, 8
	movi.n	a12, 0x28
	s32i.n	a10, a3, 0
	addi	a10, a3, 52
	call8	memcpy
	addi.n	a11, a2, 12
	movi.n	a12, 0x28
	addi.n	a10, a3, 12
	call8	memcpy
	l32r	a8, .LC14
	movi.n	a10, 0
	l32i.n	a2, a8, 4
	l32r	a9, .LC15
	s32i	a10, a3, 92
	s32i	a2, a3, 96
	s32i.n	a3, a2, 0
	addi.n	a4, a4, 1
	addi	a2, a3, 92
	l32i.n	a10, a9, 0
	s32i.n	a2, a8, 4
	s32i.n	a4, a5, 0
	bgeu	a10, a4, .L28
	s32i.n	a4, a9, 0
.L28:
	l32i.n	a4, a3, 4
	l32r	a9, .LC16
	srli	a5, a4, 5
	srli	a8, a4, 3
	l32r	a2, .LC17
	add.n	a8, a8, a5
	srli	a4, a4, 7
	add.n	a8, a8, a4
	movi.n	a10, 0xa
	mull	a8, a8, a9
#APP
# 25 "recorder.c" 1
	remu a8, a8, a10
# 0 "" 2
#NO_APP
	addx8	a8, a8, a2
	l32i.n	a5, a8, 4
	movi.n	a8, 0
	s32i	a8, a3, 100
	s32i	a5, a3, 104
	s32i.n	a3, a5, 0
	l32i.n	a4, a3, 4
	addi	a3, a3, 100
	srli	a8, a4, 3
	srli	a5, a4, 5
	add.n	a8, a8, a5
	srli	a4, a4, 7
	add.n	a8, a8, a4
	mull	a8, a8, a9
#APP
# 25 "recorder.c" 1
	remu a8, a8, a10
# 0 "" 2
#NO_APP
	addx8	a8, a8, a2
	s32i.n	a3, a8, 4
.L23:
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
	beqz.n	a9, .L29
	l32i.n	a9, a2, 4
	beqz.n	a9, .L29
	l32i.n	a8, a8, 0
	beqz.n	a8, .L29
	l32r	a8, .LC19
	l32i.n	a9, a8, 0
	l32r	a8, .LC20
	l32i.n	a8, a8, 0
	bne	a9, a8, .L33
	l32r	a8, .LC22
	movi.n	a9, 1
	l32i.n	a10, a8, 0
	l32r	a8, .LC21
	s8i	a9, a8, 0
	call8	list_remove
.L33:
	mov.n	a10, a2
	call8	list_add
	l32r	a8, .LC23
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
.L29:
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
	bnez.n	a8, .L40
	movnez	a9, a10, a2
	bnez.n	a9, .L40
	l32r	a8, .LC25
	l32i.n	a8, a8, 0
	beqz.n	a8, .L40
	l32i.n	a8, a12, 0
	beqz.n	a8, .L40
	l32r	a8, .LC26
	mov.n	a10, a2
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	s32i.n	a2, a8, 0
	call8	find
	beqz.n	a10, .L40
	l32r	a2, .LC27
	l32i.n	a2, a2, 0
	bnez.n	a2, .L45
	movi.n	a12, 0x28
	mov.n	a11, a3
	addi	a10, a10, 52
	call8	memcpy
	j	.L40
.L45:
	call8	list_remove
.L40:
	retw.n
	.size	record_free, .-record_free
