	.text
	.global	__umodsi3
	.align	4
	.type	isr_message, @function
isr_message:
	entry	sp, 32
	movi.n	a11, 3
	mov.n	a10, a2
	call8	__umodsi3
	addi.n	a10, a10, 3
	slli	a10, a10, 3
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	isr_message, .-isr_message
	.align	4
	.type	work, @function
work:
	entry	sp, 32
	movi.n	a3, 1
	beqz.n	a2, .L3
	addi.n	a10, a2, 8
	call8	malloc
	mov.n	a4, a10
	addi.n	a10, a2, -1
	call8	work
	mov.n	a3, a10
	mov.n	a10, a4
	call8	free
	add.n	a3, a2, a3
.L3:
	mov.n	a2, a3
	retw.n
	.size	work, .-work
	.literal_position
	.literal .LC0, interrupts
	.literal .LC1, mailbox
	.literal .LC2, 3000
	.align	4
	.global	timer_handler
	.type	timer_handler, @function
timer_handler:
	entry	sp, 32
	l32r	a8, .LC0
	l32r	a3, .LC1
	memw
	l32i.n	a2, a8, 0
	addi.n	a2, a2, 1
	memw
	s32i.n	a2, a8, 0
	memw
	l32i.n	a8, a3, 0
	beqz.n	a8, .L8
	memw
	l32i.n	a10, a3, 0
	call8	free
.L8:
	movi.n	a11, 0xa
	mov.n	a10, a2
	call8	__umodsi3
	movi.n	a8, 9
	beq	a10, a8, .L9
	mov.n	a10, a2
	call8	isr_message
	memw
	s32i.n	a10, a3, 0
	j	.L10
.L9:
	movi.n	a8, 0
	mov.n	a10, a2
	memw
	s32i.n	a8, a3, 0
	call8	isr_message
.L10:
	movi.n	a11, 7
	mov.n	a10, a2
	call8	__umodsi3
	addx4	a8, a10, a10
	slli	a2, a8, 5
	sub	a2, a2, a8
	addx2	a2, a2, a10
	l32r	a10, .LC2
	add.n	a10, a2, a10
	call8	timer_again
	retw.n
	.size	timer_handler, .-timer_handler
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC3:
	.string	"came"
	.align	4
.LC5:
	.string	"did not come"
	.align	4
.LC11:
	.string	"interrupts %s\n"
	.text
	.literal_position
	.literal .LC4, .LC3
	.literal .LC6, .LC5
	.literal .LC7, records
	.literal .LC8, 5000
	.literal .LC9, interrupts
	.literal .LC10, sink
	.literal .LC12, .LC11
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 32
	l32r	a10, .LC7
	movi.n	a11, 0x40
	call8	heap_trace_init_standalone
	movi.n	a10, 1
	call8	heap_trace_start
	l32r	a10, .LC8
	movi.n	a4, 0x27
	call8	timer_start
	l32r	a2, .LC9
	memw
	l32i.n	a3, a2, 0
	bltu	a4, a3, .L15
	l32r	a3, .LC10
.L16:
	memw
	l32i.n	a10, a2, 0
	movi.n	a11, 0x18
	call8	__umodsi3
	call8	work
	memw
	l32i.n	a8, a3, 0
	add.n	a10, a8, a10
	memw
	s32i.n	a10, a3, 0
	memw
	l32i.n	a8, a2, 0
	bgeu	a4, a8, .L16
.L15:
	call8	timer_stop
	call8	heap_trace_stop
	call8	heap_trace_dump
	memw
	l32i.n	a2, a2, 0
	movi.n	a3, 0x27
	l32r	a11, .LC6
	bgeu	a3, a2, .L17
	l32r	a11, .LC4
.L17:
	l32r	a10, .LC12
	call8	printf
	retw.n
	.size	app_main, .-app_main
	.local	sink
	.comm	sink,4,4
	.local	interrupts
	.comm	interrupts,4,4
	.local	mailbox
	.comm	mailbox,4,4
	.local	records
	.comm	records,7424,4
