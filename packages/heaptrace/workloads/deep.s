	.text
	.align	4
	.type	fibonacci, @function
fibonacci:
	entry	sp, 32
	mov.n	a3, a2
	movi.n	a4, 0
	addi.n	a10, a2, 1
	bltui	a2, 2, .L3
.L2:
	addi.n	a10, a3, -1
	call8	fibonacci
	addi	a3, a3, -2
	add.n	a4, a4, a10
	bgeui	a3, 2, .L2
	addi	a3, a2, -2
	srli	a3, a3, 1
	addi.n	a10, a2, -1
	add.n	a3, a3, a3
	extui	a2, a2, 0, 1
	sub	a10, a10, a3
	add.n	a2, a2, a4
.L3:
	call8	malloc
	call8	free
	retw.n
	.size	fibonacci, .-fibonacci
	.global	__umodsi3
	.align	4
	.type	odd, @function
odd:
	entry	sp, 80
	movi.n	a11, 9
	mov.n	a10, a2
	call8	__umodsi3
	addx4	a3, a10, sp
	slli	a11, a2, 2
	movi.n	a10, 1
	memw
	s32i.n	a2, a3, 0
	call8	calloc
	mov.n	a4, a10
	addi.n	a10, a2, -1
	call8	even
	memw
	l32i.n	a2, a3, 0
	add.n	a2, a10, a2
	mov.n	a10, a4
	call8	free
	retw.n
	.size	odd, .-odd
	.align	4
	.type	even, @function
even:
	entry	sp, 32
	bnez.n	a2, .L11
	movi.n	a10, 0x4d
	call8	malloc
	movi.n	a2, 1
	j	.L10
.L11:
	addi	a10, a2, 16
	call8	malloc
	mov.n	a3, a10
	s8i	a2, a10, 0
	addi.n	a10, a2, -1
	call8	odd
	l8ui	a2, a3, 0
	add.n	a2, a2, a10
	mov.n	a10, a3
	call8	free
.L10:
	retw.n
	.size	even, .-even
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC2:
	.string	"sink %u\n"
	.text
	.literal_position
	.literal .LC0, records
	.literal .LC1, sink
	.literal .LC3, .LC2
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 32
	l32r	a10, .LC0
	movi	a11, 0x64
	call8	heap_trace_init_standalone
	movi.n	a10, 1
	call8	heap_trace_start
	movi.n	a10, 0x3c
	call8	even
	l32r	a2, .LC1
	memw
	l32i.n	a8, a2, 0
	add.n	a8, a8, a10
	movi.n	a10, 9
	memw
	s32i.n	a8, a2, 0
	call8	fibonacci
	memw
	l32i.n	a8, a2, 0
	add.n	a10, a8, a10
	memw
	s32i.n	a10, a2, 0
	call8	heap_trace_stop
	call8	heap_trace_dump
	memw
	l32i.n	a11, a2, 0
	l32r	a10, .LC3
	call8	printf
	retw.n
	.size	app_main, .-app_main
	.local	sink
	.comm	sink,4,4
	.local	records
	.comm	records,11600,4
