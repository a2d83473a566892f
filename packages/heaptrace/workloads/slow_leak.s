	.text
	.global	__umodsi3
	.align	4
	.type	payload_new, @function
payload_new:
	entry	sp, 32
	movi.n	a11, 7
	mov.n	a10, a2
	call8	__umodsi3
	addi.n	a10, a10, 3
	slli	a10, a10, 2
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	payload_new, .-payload_new
	.literal_position
	.literal .LC0, now
	.align	4
	.type	job_new, @function
job_new:
	entry	sp, 32
	movi.n	a11, 4
	movi.n	a10, 0xc
	call8	heap_caps_malloc
	l32r	a3, .LC0
	mov.n	a4, a10
	l32i.n	a3, a3, 0
	movi.n	a11, 5
	mov.n	a10, a2
	call8	__umodsi3
	addi.n	a3, a3, 1
	add.n	a10, a3, a10
	s32i.n	a10, a4, 4
	mov.n	a10, a2
	call8	payload_new
	s32i.n	a10, a4, 8
	mov.n	a2, a4
	retw.n
	.size	job_new, .-job_new
	.literal_position
	.literal .LC1, queue
	.align	4
	.type	submit, @function
submit:
	entry	sp, 32
	mov.n	a10, a2
	call8	job_new
	l32r	a8, .LC1
	l32i.n	a9, a8, 0
	s32i.n	a9, a10, 0
	s32i.n	a10, a8, 0
	retw.n
	.size	submit, .-submit
	.align	4
	.type	job_free, @function
job_free:
	entry	sp, 32
	bnez.n	a3, .L6
	l32i.n	a10, a2, 8
	call8	free
.L6:
	mov.n	a10, a2
	call8	heap_caps_free
	retw.n
	.size	job_free, .-job_free
	.literal_position
	.literal .LC2, queue
	.literal .LC3, now
	.literal .LC4, sink
	.align	4
	.type	run_due, @function
run_due:
	entry	sp, 32
	l32r	a6, .LC2
	l32r	a7, .LC3
	l32i.n	a2, a6, 0
	beqz.n	a2, .L7
	l32r	a5, .LC4
	movi.n	a4, 1
	movi.n	a3, 0
.L8:
	l32i.n	a8, a2, 4
	l32i.n	a9, a7, 0
	bltu	a9, a8, .L9
	memw
	l32i.n	a10, a5, 0
	l32i.n	a9, a2, 0
	add.n	a8, a8, a10
	memw
	s32i.n	a8, a5, 0
	memw
	l32i.n	a10, a5, 0
	movi	a11, 0x64
	s32i.n	a9, a6, 0
	call8	__umodsi3
	mov.n	a11, a3
	moveqz	a11, a4, a10
	mov.n	a10, a2
	call8	job_free
	j	.L10
.L9:
	mov.n	a6, a2
.L10:
	l32i.n	a2, a6, 0
	bnez.n	a2, .L8
.L7:
	retw.n
	.size	run_due, .-run_due
	.literal_position
	.literal .LC6, now
	.align	4
	.type	tick, @function
tick:
	entry	sp, 32
	mov.n	a10, a2
	call8	submit
	call8	run_due
	l32r	a9, .LC6
	l32i.n	a8, a9, 0
	addi.n	a8, a8, 1
	s32i.n	a8, a9, 0
	retw.n
	.size	tick, .-tick
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC10:
	.string	"sink %u\n"
	.text
	.literal_position
	.literal .LC7, records
	.literal .LC8, now
	.literal .LC9, sink
	.literal .LC11, .LC10
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
	movi.n	a2, 0
	movi	a3, 0x1f4
.L17:
	mov.n	a10, a2
	addi.n	a2, a2, 1
	call8	tick
	bne	a2, a3, .L17
	l32r	a3, .LC8
	l32i.n	a2, a3, 0
	addi.n	a2, a2, 10
	s32i.n	a2, a3, 0
	call8	run_due
	call8	heap_trace_stop
	call8	heap_trace_dump
	l32r	a2, .LC9
	l32r	a10, .LC11
	memw
	l32i.n	a11, a2, 0
	call8	printf
	retw.n
	.size	app_main, .-app_main
	.local	sink
	.comm	sink,4,4
	.local	now
	.comm	now,4,4
	.local	queue
	.comm	queue,4,4
	.local	records
	.comm	records,7424,4
