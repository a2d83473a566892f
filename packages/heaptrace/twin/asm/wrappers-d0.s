	.text
	.align	4
	.global	trace_malloc
	.type	trace_malloc, @function
trace_malloc:
	entry	sp, 64
	mov.n	a4, a2
#APP
# 6 "wrappers.c" 1
	rsr.ccount a3
# 0 "" 2
# 7 "wrappers.c" 1
	rsr.prid a2
	extui a2, a2, 13, 1
# 0 "" 2
#NO_APP
	movi.n	a8, -4
	mov.n	a10, a4
	and	a3, a3, a8
	call8	real_malloc
	movi.n	a8, 0
	or	a3, a3, a2
	mov.n	a2, a10
	addi.n	a10, sp, 12
	s32i.n	a8, sp, 12
	s32i.n	a8, sp, 16
	s32i.n	a3, sp, 0
	s32i.n	a2, sp, 4
	s32i.n	a4, sp, 8
	call8	get_call_stack
	mov.n	a10, sp
	call8	record_allocation
	retw.n
	.size	trace_malloc, .-trace_malloc
	.align	4
	.global	trace_free
	.type	trace_free, @function
trace_free:
	entry	sp, 48
	mov.n	a10, sp
	call8	get_call_stack
	mov.n	a10, a2
	mov.n	a11, sp
	call8	record_free
	mov.n	a10, a2
	call8	real_free
	retw.n
	.size	trace_free, .-trace_free
	.align	4
	.global	trace_realloc
	.type	trace_realloc, @function
trace_realloc:
	entry	sp, 64
#APP
# 6 "wrappers.c" 1
	rsr.ccount a4
# 0 "" 2
# 7 "wrappers.c" 1
	rsr.prid a5
	extui a5, a5, 13, 1
# 0 "" 2
#NO_APP
	addi	a10, sp, 20
	call8	get_call_stack
	mov.n	a10, a2
	addi	a11, sp, 20
	call8	record_free
	mov.n	a10, a2
	mov.n	a11, a3
	call8	real_realloc
	mov.n	a2, a10
	beqz.n	a3, .L4
	movi.n	a8, -4
	and	a4, a4, a8
	or	a4, a4, a5
	movi.n	a8, 0
	mov.n	a10, sp
	s32i.n	a8, sp, 12
	s32i.n	a8, sp, 16
	s32i.n	a4, sp, 0
	s32i.n	a2, sp, 4
	s32i.n	a3, sp, 8
	call8	record_allocation
.L4:
	retw.n
	.size	trace_realloc, .-trace_realloc
	.align	4
	.global	wrap_malloc
	.type	wrap_malloc, @function
wrap_malloc:
	entry	sp, 32
	mov.n	a10, a2
	call8	trace_malloc
	mov.n	a2, a10
	retw.n
	.size	wrap_malloc, .-wrap_malloc
	.align	4
	.global	wrap_free
	.type	wrap_free, @function
wrap_free:
	entry	sp, 32
	mov.n	a10, a2
	call8	trace_free
	retw.n
	.size	wrap_free, .-wrap_free
	.align	4
	.global	wrap_realloc
	.type	wrap_realloc, @function
wrap_realloc:
	entry	sp, 32
	mov.n	a11, a3
	mov.n	a10, a2
	call8	trace_realloc
	mov.n	a2, a10
	retw.n
	.size	wrap_realloc, .-wrap_realloc
