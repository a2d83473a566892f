	.text
	.align	4
	.type	append, @function
append:
	entry	sp, 32
	l32i.n	a11, a3, 0
	mov.n	a10, a2
	addi.n	a11, a11, 12
	call8	realloc
	l32i.n	a8, a3, 0
	extui	a4, a4, 0, 8
	add.n	a8, a10, a8
	s8i	a4, a8, 0
	l32i.n	a8, a3, 0
	mov.n	a2, a10
	addi.n	a8, a8, 12
	s32i.n	a8, a3, 0
	retw.n
	.size	append, .-append
	.align	4
	.type	grow, @function
grow:
	entry	sp, 48
	movi.n	a3, 0
	s32i.n	a3, sp, 0
	beq	a2, a3, .L6
	mov.n	a10, a3
.L5:
	extui	a12, a3, 0, 8
	mov.n	a11, sp
	addi.n	a3, a3, 1
	call8	append
	bne	a2, a3, .L5
	j	.L3
.L6:
	mov.n	a10, a2
.L3:
	mov.n	a2, a10
	retw.n
	.size	grow, .-grow
	.align	4
	.type	fence, @function
fence:
	entry	sp, 32
	movi.n	a10, 0x14
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	fence, .-fence
	.align	4
	.type	grow_fenced, @function
grow_fenced:
	entry	sp, 48
	movi.n	a10, 0xc
	movi.n	a3, 0xc
	call8	malloc
	s32i.n	a3, sp, 0
	mov.n	a4, a10
	beqz.n	a2, .L9
	movi.n	a3, 0
.L11:
	call8	fence
	mov.n	a5, a10
	extui	a12, a3, 0, 8
	mov.n	a10, a4
	mov.n	a11, sp
	call8	append
	mov.n	a4, a10
	addi.n	a3, a3, 1
	mov.n	a10, a5
	call8	free
	bne	a2, a3, .L11
.L9:
	mov.n	a2, a4
	retw.n
	.size	grow_fenced, .-grow_fenced
	.literal_position
	.literal .LC0, 4096
	.align	4
	.type	cut, @function
cut:
	entry	sp, 32
	l32r	a12, .LC0
	mov.n	a11, a3
	mov.n	a10, a2
	call8	heap_caps_realloc
	mov.n	a2, a10
	retw.n
	.size	cut, .-cut
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC3:
	.string	"too large: NULL, block kept\n"
	.text
	.literal_position
	.literal .LC1, records
	.literal .LC2, 268435456
	.literal .LC4, .LC3
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 32
	l32r	a10, .LC1
	movi.n	a11, 0x28
	call8	heap_trace_init_standalone
	movi.n	a10, 0
	call8	heap_trace_start
	movi.n	a10, 8
	call8	grow
	mov.n	a2, a10
	movi.n	a10, 6
	call8	grow_fenced
	mov.n	a3, a10
	movi.n	a11, 0x10
	mov.n	a10, a2
	call8	cut
	mov.n	a2, a10
	movi.n	a11, 0
	mov.n	a10, a3
	call8	cut
	l32r	a11, .LC2
	mov.n	a10, a2
	call8	realloc
	bnez.n	a10, .L18
	l32r	a10, .LC4
	call8	printf
.L18:
	call8	heap_trace_stop
	call8	heap_trace_dump
	retw.n
	.size	app_main, .-app_main
	.local	records
	.comm	records,4640,4
