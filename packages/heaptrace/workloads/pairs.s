	.text
	.literal_position
	.literal .LC0, sink
	.align	4
	.type	work, @function
work:
	entry	sp, 32
	l32r	a10, .LC0
	movi.n	a9, 0x46
.L2:
	memw
	l32i.n	a8, a10, 0
	addi.n	a9, a9, -1
	addx4	a8, a8, a8
	add.n	a8, a8, a2
	memw
	s32i.n	a8, a10, 0
	bnez.n	a9, .L2
	retw.n
	.size	work, .-work
	.global	__umodsi3
	.align	4
	.type	make, @function
make:
	entry	sp, 32
	movi.n	a11, 0xd
	mov.n	a10, a2
	call8	__umodsi3
	addi.n	a10, a10, 4
	slli	a10, a10, 2
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	make, .-make
	.align	4
	.type	drop, @function
drop:
	entry	sp, 32
	mov.n	a10, a2
	call8	free
	retw.n
	.size	drop, .-drop
	.align	4
	.type	direct, @function
direct:
	entry	sp, 32
	beqz.n	a2, .L7
	movi.n	a3, 0
.L9:
	mov.n	a10, a3
	call8	make
	addi.n	a3, a3, 1
	call8	drop
	bne	a2, a3, .L9
.L7:
	retw.n
	.size	direct, .-direct
	.literal_position
	.literal .LC1, ring
	.align	4
	.type	queue, @function
queue:
	entry	sp, 32
	beqz.n	a2, .L14
	l32r	a5, .LC1
	movi.n	a4, 0
.L17:
	extui	a8, a4, 0, 6
	addx4	a3, a8, a5
	l32i.n	a9, a3, 0
	slli	a3, a8, 2
	mov.n	a10, a9
	beqz.n	a9, .L16
	call8	drop
.L16:
	mov.n	a10, a4
	call8	make
	add.n	a8, a5, a3
	s32i.n	a10, a8, 0
	addi.n	a4, a4, 1
	bne	a2, a4, .L17
.L14:
	retw.n
	.size	queue, .-queue
	.literal_position
	.literal .LC2, ring
	.align	4
	.type	busy, @function
busy:
	entry	sp, 32
	beqz.n	a2, .L25
	l32r	a5, .LC2
	movi.n	a4, 0
.L28:
	mov.n	a10, a4
	call8	work
	extui	a8, a4, 0, 6
	addx4	a3, a8, a5
	l32i.n	a9, a3, 0
	slli	a3, a8, 2
	mov.n	a10, a9
	beqz.n	a9, .L27
	call8	drop
.L27:
	mov.n	a10, a4
	call8	make
	add.n	a8, a5, a3
	s32i.n	a10, a8, 0
	addi.n	a4, a4, 1
	bne	a2, a4, .L28
.L25:
	retw.n
	.size	busy, .-busy
	.literal_position
	.literal .LC3, sink
	.align	4
	.type	level, @function
level:
	entry	sp, 32
	beqz.n	a2, .L37
	mov.n	a12, a4
	mov.n	a11, a3
	addi.n	a10, a2, -1
	call8	level
	j	.L38
.L37:
	mov.n	a10, a4
	bnez.n	a3, .L39
	call8	direct
	j	.L38
.L39:
	bnei	a3, 1, .L40
	call8	queue
	j	.L38
.L40:
	call8	busy
.L38:
	l32r	a9, .LC3
	memw
	l32i.n	a8, a9, 0
	addi.n	a8, a8, 1
	memw
	s32i.n	a8, a9, 0
	retw.n
	.size	level, .-level
	.align	4
	.global	run
	.type	run, @function
run:
	entry	sp, 32
	mov.n	a12, a3
	mov.n	a11, a2
	movi.n	a10, 4
	call8	level
	retw.n
	.size	run, .-run
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 32
	retw.n
	.size	app_main, .-app_main
	.local	sink
	.comm	sink,4,4
	.local	ring
	.comm	ring,256,4
