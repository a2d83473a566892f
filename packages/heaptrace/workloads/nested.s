	.text
	.align	4
	.type	copy_name, @function
copy_name:
	entry	sp, 32
	addi.n	a10, a2, 8
	call8	malloc
	addi	a8, a2, 97
	s8i	a8, a10, 0
	mov.n	a2, a10
	retw.n
	.size	copy_name, .-copy_name
	.literal_position
	.literal .LC0, 2052
	.align	4
	.type	new_node, @function
new_node:
	entry	sp, 32
	l32r	a11, .LC0
	movi.n	a10, 0xc
	call8	heap_caps_malloc
	mov.n	a3, a10
	movi.n	a8, 0
	mov.n	a10, a2
	s32i.n	a8, a3, 4
	s32i.n	a8, a3, 0
	call8	copy_name
	s32i.n	a10, a3, 8
	mov.n	a2, a3
	retw.n
	.size	new_node, .-new_node
	.align	4
	.type	build, @function
build:
	entry	sp, 32
	mov.n	a10, a2
	call8	new_node
	mov.n	a4, a10
	beqz.n	a2, .L4
	addi.n	a2, a2, -1
	mov.n	a10, a2
	call8	build
	s32i.n	a10, a4, 0
	mov.n	a10, a2
	call8	build
	s32i.n	a10, a4, 4
.L4:
	mov.n	a2, a4
	retw.n
	.size	build, .-build
	.align	4
	.type	make_table, @function
make_table:
	entry	sp, 32
	movi.n	a11, 4
	mov.n	a10, a2
	call8	calloc
	mov.n	a2, a10
	retw.n
	.size	make_table, .-make_table
	.literal_position
	.literal .LC1, 4096
	.align	4
	.type	make_scratch, @function
make_scratch:
	entry	sp, 32
	l32r	a12, .LC1
	mov.n	a11, a2
	movi.n	a10, 1
	call8	heap_caps_calloc
	mov.n	a2, a10
	retw.n
	.size	make_scratch, .-make_scratch
	.align	4
	.type	load, @function
load:
	entry	sp, 32
	movi.n	a10, 0xc
	call8	malloc
	mov.n	a2, a10
	movi.n	a10, 3
	call8	build
	s32i.n	a10, a2, 0
	movi.n	a10, 0x28
	call8	make_table
	s32i.n	a10, a2, 8
	movi	a10, 0x64
	call8	make_scratch
	s32i.n	a10, a2, 4
	retw.n
	.size	load, .-load
	.align	4
	.type	drop, @function
drop:
	entry	sp, 32
	beqz.n	a2, .L12
	l32i.n	a10, a2, 0
	call8	drop
	l32i.n	a10, a2, 4
	call8	drop
	l32i.n	a10, a2, 8
	call8	free
	mov.n	a10, a2
	call8	heap_caps_free
.L12:
	retw.n
	.size	drop, .-drop
	.align	4
	.type	tidy, @function
tidy:
	entry	sp, 32
	l32i.n	a10, a2, 0
	call8	drop
	l32i.n	a10, a2, 4
	call8	free
	l32i.n	a10, a2, 8
	movi.n	a11, 0x28
	call8	realloc
	s32i.n	a10, a2, 8
	retw.n
	.size	tidy, .-tidy
	.literal_position
	.literal .LC2, records
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 32
	l32r	a10, .LC2
	movi	a11, 0x78
	call8	heap_trace_init_standalone
	movi.n	a10, 1
	call8	heap_trace_start
	call8	load
	call8	tidy
	movi	a11, 0x64
	movi.n	a10, 0x40
	call8	memalign
	call8	free
	call8	heap_trace_stop
	call8	heap_trace_dump
	retw.n
	.size	app_main, .-app_main
	.local	records
	.comm	records,13920,4
