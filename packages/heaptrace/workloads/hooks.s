	.text
	.literal_position
	.literal .LC0, failed
	.literal .LC1, failed_size
	.literal .LC2, failed_name
	.align	4
	.type	on_failure, @function
on_failure:
	entry	sp, 32
	l32r	a9, .LC0
	l32i.n	a8, a9, 0
	addi.n	a8, a8, 1
	s32i.n	a8, a9, 0
	l32r	a8, .LC1
	s32i.n	a2, a8, 0
	l32r	a8, .LC2
	s32i.n	a4, a8, 0
	retw.n
	.size	on_failure, .-on_failure
	.align	4
	.type	note, @function
note:
	entry	sp, 32
	mov.n	a10, a2
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	note, .-note
	.align	4
	.type	outer, @function
outer:
	entry	sp, 32
	movi	a10, 0x64
	call8	malloc
	mov.n	a2, a10
	retw.n
	.size	outer, .-outer
	.literal_position
	.literal .LC3, allocated
	.align	4
	.global	esp_heap_trace_alloc_hook
	.type	esp_heap_trace_alloc_hook, @function
esp_heap_trace_alloc_hook:
	entry	sp, 32
	l32r	a9, .LC3
	movi	a10, 0x64
	l32i.n	a8, a9, 0
	addi.n	a8, a8, 1
	s32i.n	a8, a9, 0
	bne	a3, a10, .L5
	movi.n	a10, 0x14
	call8	note
.L5:
	retw.n
	.size	esp_heap_trace_alloc_hook, .-esp_heap_trace_alloc_hook
	.literal_position
	.literal .LC4, freed
	.align	4
	.global	esp_heap_trace_free_hook
	.type	esp_heap_trace_free_hook, @function
esp_heap_trace_free_hook:
	entry	sp, 32
	l32r	a9, .LC4
	l32i.n	a8, a9, 0
	addi.n	a8, a8, 1
	s32i.n	a8, a9, 0
	retw.n
	.size	esp_heap_trace_free_hook, .-esp_heap_trace_free_hook
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC5:
	.string	"sound"
	.align	4
.LC7:
	.string	"broken"
	.align	4
.LC17:
	.string	"%u allocated, %u freed, %u failed: %u bytes in %s\n"
	.align	4
.LC19:
	.string	"%u records of %u, first of %u bytes; %u blocks, heap %s\n"
	.text
	.literal_position
	.literal .LC6, .LC5
	.literal .LC8, .LC7
	.literal .LC9, records
	.literal .LC10, on_failure
	.literal .LC11, 300000
	.literal .LC12, failed_name
	.literal .LC13, failed_size
	.literal .LC14, failed
	.literal .LC15, freed
	.literal .LC16, allocated
	.literal .LC18, .LC17
	.literal .LC20, .LC19
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
	entry	sp, 208
	l32r	a10, .LC9
	movi.n	a11, 0xa
	call8	heap_trace_init_standalone
	movi.n	a10, 0
	call8	heap_trace_start
	l32r	a10, .LC10
	call8	heap_caps_register_failed_alloc_callback
	call8	outer
	mov.n	a2, a10
	l32r	a10, .LC11
	movi.n	a11, 4
	call8	heap_caps_malloc
	mov.n	a10, a2
	call8	free
	call8	heap_trace_stop
	movi	a10, 0x90
	movi.n	a11, 4
	add.n	a10, sp, a10
	call8	heap_caps_get_info
	addi	a10, sp, 116
	call8	heap_trace_summary
	mov.n	a11, sp
	movi.n	a10, 0
	call8	heap_trace_get
	l32r	a2, .LC12
	l32r	a10, .LC18
	l32i.n	a15, a2, 0
	l32r	a2, .LC13
	l32i.n	a14, a2, 0
	l32r	a2, .LC14
	l32i.n	a13, a2, 0
	l32r	a2, .LC15
	l32i.n	a12, a2, 0
	l32r	a2, .LC16
	l32i.n	a11, a2, 0
	call8	printf
	movi.n	a10, 1
	l32i	a2, sp, 128
	l32i	a3, sp, 132
	l32i.n	a4, sp, 8
	l32i	a5, sp, 160
	call8	heap_caps_check_integrity_all
	l32r	a8, .LC8
	l32r	a15, .LC6
	mov.n	a14, a5
	moveqz	a15, a8, a10
	l32r	a10, .LC20
	mov.n	a13, a4
	mov.n	a12, a3
	mov.n	a11, a2
	call8	printf
	retw.n
	.size	app_main, .-app_main
	.local	failed_name
	.comm	failed_name,4,4
	.local	failed_size
	.comm	failed_size,4,4
	.local	failed
	.comm	failed,4,4
	.local	freed
	.comm	freed,4,4
	.local	allocated
	.comm	allocated,4,4
	.local	records
	.comm	records,1160,4
