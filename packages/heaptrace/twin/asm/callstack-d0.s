	.text
	.align	4
	.global	get_call_stack
	.type	get_call_stack, @function
get_call_stack:
	entry	sp, 32
	retw.n
	.size	get_call_stack, .-get_call_stack
