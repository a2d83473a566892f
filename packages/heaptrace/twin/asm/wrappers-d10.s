	.text
	.align	4
	.global	trace_malloc
	.type	trace_malloc, @function
trace_malloc:
	entry	sp, 144
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
	or	a3, a3, a2
	movi.n	a12, 0x58
	mov.n	a2, a10
	movi.n	a11, 0
	addi.n	a10, sp, 12
	call8	memset
	addi.n	a10, sp, 12
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
	entry	sp, 80
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
	entry	sp, 176
#APP
# 6 "wrappers.c" 1
	rsr.ccount a4
# 0 "" 2
# 7 "wrappers.c" 1
	rsr.prid a5
	extui a5, a5, 13, 1
# 0 "" 2
#NO_APP
	addi	a10, sp, 100
	call8	get_call_stack
	mov.n	a10, a2
	addi	a11, sp, 100
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
	movi.n	a12, 0x28
	addi	a11, sp, 100
	addi.n	a10, sp, 12
	s32i.n	a8, sp, 52
	s32i.n	a8, sp, 56
	s32i.n	a8, sp, 60
	s32i	a8, sp, 64
	s32i	a8, sp, 68
	s32i	a8, sp, 72
	s32i	a8, sp, 76
	s32i	a8, sp, 80
	s32i	a8, sp, 84
	s32i	a8, sp, 88
	s32i	a8, sp, 92
	s32i	a8, sp, 96
	s32i.n	a4, sp, 0
	s32i.n	a2, sp, 4
	s32i.n	a3, sp, 8
	call8	memcpy
	mov.n	a10, sp
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
