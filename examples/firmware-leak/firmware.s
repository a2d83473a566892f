	.file	"firmware.c"
	.text
.Ltext0:
	.file 0 "." "firmware.c"
	.literal_position
	.literal .LC0, noise
	.literal .LC1, 1103515245
	.literal .LC2, 12345
	.align	4
	.type	sensor_read, @function
sensor_read:
.LFB0:
	.file 1 "firmware.c"
	.loc 1 25 38
	entry	sp, 32
.LCFI0:
	.loc 1 26 17
	l32r	a8, .LC0
	l32r	a9, .LC1
	l32i.n	a2, a8, 0
	mull	a2, a2, a9
	.loc 1 26 31
	l32r	a9, .LC2
	add.n	a2, a2, a9
	.loc 1 26 9
	s32i.n	a2, a8, 0
	.loc 1 28 1
	extui	a2, a2, 20, 12
	retw.n
.LFE0:
	.size	sensor_read, .-sensor_read
	.align	4
	.type	text_copy, @function
text_copy:
.LFB1:
	.loc 1 29 58
	entry	sp, 32
.LCFI1:
	.loc 1 30 19
	mov.n	a10, a2
	.loc 1 29 58
	mov.n	a4, a2
	.loc 1 30 19
	call8	strlen
	.loc 1 31 16
	bltu	a10, a3, .L4
	.loc 1 31 16 is_stmt 0 discriminator 1
	addi.n	a3, a10, 1
.L4:
	.loc 1 31 16 discriminator 4
	mov.n	a10, a3
	call8	malloc
	mov.n	a2, a10
	.loc 1 32 6 is_stmt 1 discriminator 4
	beqz.n	a10, .L3
	.loc 1 32 13 discriminator 1
	mov.n	a11, a4
	call8	strcpy
.L3:
	.loc 1 34 1
	retw.n
.LFE1:
	.size	text_copy, .-text_copy
	.global	__umodsi3
	.global	__udivsi3
	.align	4
	.type	number_text, @function
number_text:
.LFB2:
	.loc 1 35 45
	entry	sp, 48
.LCFI2:
	.loc 1 38 14
	movi.n	a3, 0
	s8i	a3, sp, 11
	.loc 1 37 7
	movi.n	a5, 0xb
	mov.n	a3, sp
	.loc 1 40 39
	movi.n	a6, 0xa
	.loc 1 42 12
	movi.n	a7, 9
.L10:
	.loc 1 40 39 discriminator 1
	mov.n	a11, a6
	mov.n	a10, a2
	call8	__umodsi3
	.loc 1 40 20 discriminator 1
	addi	a8, a10, 48
	.loc 1 40 18 discriminator 1
	s8i	a8, a3, 10
	.loc 1 41 11 discriminator 1
	mov.n	a10, a2
	mov.n	a11, a6
	mov.n	a4, a2
	call8	__udivsi3
	.loc 1 40 18 discriminator 1
	addi.n	a5, a5, -1
	.loc 1 41 11 discriminator 1
	mov.n	a2, a10
	.loc 1 42 12 discriminator 1
	addi.n	a3, a3, -1
	bltu	a7, a4, .L10
	.loc 1 43 10
	movi.n	a11, 0x10
	add.n	a10, sp, a5
	call8	text_copy
	.loc 1 44 1
	mov.n	a2, a10
	retw.n
.LFE2:
	.size	number_text, .-number_text
	.literal_position
	.literal .LC3, 2052
	.literal .LC4, sequence
	.align	4
	.type	message_new, @function
message_new:
.LFB3:
	.loc 1 47 69
	entry	sp, 32
.LCFI3:
	.loc 1 48 18
	l32r	a11, .LC3
	movi.n	a10, 0x10
	call8	heap_caps_malloc
	.loc 1 49 25
	l32r	a8, .LC4
	.loc 1 48 18
	mov.n	a4, a10
	.loc 1 49 25
	l32i.n	a9, a8, 0
	.loc 1 50 14
	movi.n	a11, 0x18
	.loc 1 49 25
	addi.n	a12, a9, 1
	.loc 1 49 15
	s32i.n	a9, a4, 4
	.loc 1 47 69
	mov.n	a10, a2
	.loc 1 49 25
	s32i.n	a12, a8, 0
	.loc 1 50 14
	call8	text_copy
	.loc 1 50 12
	s32i.n	a10, a4, 8
	.loc 1 51 16
	mov.n	a10, a3
	call8	number_text
	.loc 1 51 14
	s32i.n	a10, a4, 12
	.loc 1 53 1
	mov.n	a2, a4
	retw.n
.LFE3:
	.size	message_new, .-message_new
	.section	.rodata.str1.4,"aMS",@progbits,1
	.align	4
.LC5:
	.string	"room/temperature"
	.text
	.literal_position
	.literal .LC6, .LC5
	.literal .LC7, outbox
	.align	4
	.type	sensor_task, @function
sensor_task:
.LFB5:
	.loc 1 59 34
	entry	sp, 32
.LCFI4:
	.loc 1 60 18
	call8	sensor_read
	mov.n	a11, a10
	l32r	a10, .LC6
	call8	message_new
	.loc 1 61 11
	l32r	a8, .LC7
	l32i.n	a9, a8, 0
	.loc 1 62 10
	s32i.n	a10, a8, 0
	.loc 1 61 11
	s32i.n	a9, a10, 0
	.loc 1 63 1
	retw.n
.LFE5:
	.size	sensor_task, .-sensor_task
	.literal_position
	.literal .LC8, rejected
	.align	4
	.type	command_parse, @function
command_parse:
.LFB7:
	.loc 1 74 54
	entry	sp, 32
.LCFI5:
	.loc 1 75 18
	movi.n	a11, 8
	movi.n	a10, 1
	call8	calloc
	.loc 1 77 21
	l8ui	a3, a2, 0
	.loc 1 75 18
	mov.n	a5, a10
	.loc 1 77 21
	movi	a10, -0x21
	and	a3, a3, a10
	beqz.n	a3, .L19
	addi.n	a8, a2, 1
	.loc 1 76 10
	movi.n	a3, 0
.L16:
	.loc 1 77 21 discriminator 2
	l8ui	a9, a8, 0
	.loc 1 77 14 discriminator 2
	mov.n	a4, a8
	.loc 1 77 47 discriminator 2
	addi.n	a3, a3, 1
	.loc 1 77 21 discriminator 2
	addi.n	a8, a8, 1
	bany	a9, a10, .L16
	j	.L15
.L19:
	.loc 1 77 14
	mov.n	a4, a2
.L15:
	.loc 1 78 13
	movi.n	a11, 0x10
	mov.n	a10, a2
	call8	text_copy
	.loc 1 78 11
	s32i.n	a10, a5, 0
	.loc 1 79 6
	l8ui	a4, a4, 0
	bnez.n	a4, .L17
	.loc 1 80 13
	l32r	a3, .LC8
	.loc 1 81 5
	mov.n	a10, a5
	.loc 1 80 13
	l32i.n	a2, a3, 0
	.loc 1 82 12
	mov.n	a5, a4
	.loc 1 80 13
	addi.n	a2, a2, 1
	s32i.n	a2, a3, 0
	.loc 1 81 5
	call8	free
	.loc 1 82 12
	j	.L14
.L17:
	.loc 1 84 39
	addi.n	a10, a3, 1
	.loc 1 84 17
	add.n	a10, a2, a10
	movi.n	a11, 0x10
	call8	text_copy
	.loc 1 85 17
	l32i.n	a2, a5, 0
	.loc 1 84 15
	s32i.n	a10, a5, 4
	.loc 1 85 17
	add.n	a2, a2, a3
	movi.n	a3, 0
	s8i	a3, a2, 0
.L14:
	.loc 1 87 1
	mov.n	a2, a5
	retw.n
.LFE7:
	.size	command_parse, .-command_parse
	.align	4
	.type	command_free, @function
command_free:
.LFB8:
	.loc 1 88 43
	entry	sp, 32
.LCFI6:
	.loc 1 89 3
	l32i.n	a10, a2, 0
	call8	free
	.loc 1 90 3
	l32i.n	a10, a2, 4
	call8	free
	.loc 1 91 3
	mov.n	a10, a2
	call8	free
	.loc 1 92 1
	retw.n
.LFE8:
	.size	command_free, .-command_free
	.literal_position
	.literal .LC9, cache
	.align	4
	.type	cache_lookup, @function
cache_lookup:
.LFB9:
	.loc 1 95 51
	entry	sp, 32
.LCFI7:
.LBB2:
	.loc 1 96 18
	l32r	a4, .LC9
.LBE2:
	.loc 1 95 51
	mov.n	a3, a2
.LBB3:
	.loc 1 96 18
	l32i.n	a2, a4, 0
	.loc 1 96 29
	beqz.n	a2, .L23
.L25:
	.loc 1 97 9
	addi.n	a10, a2, 4
	mov.n	a11, a3
	call8	strcmp
	.loc 1 97 8
	beqz.n	a10, .L22
	.loc 1 96 34 discriminator 2
	l32i.n	a2, a2, 0
	.loc 1 96 29 discriminator 2
	bnez.n	a2, .L25
.L23:
.LBE3:
	.loc 1 98 17
	movi.n	a11, 0x14
	movi.n	a10, 1
	call8	calloc
	mov.n	a2, a10
	.loc 1 99 3
	mov.n	a11, a3
	addi.n	a10, a10, 4
	call8	strcpy
	.loc 1 100 11
	l32i.n	a3, a4, 0
	.loc 1 101 9
	s32i.n	a2, a4, 0
	.loc 1 100 11
	s32i.n	a3, a2, 0
.L22:
	.loc 1 103 1
	retw.n
.LFE9:
	.size	cache_lookup, .-cache_lookup
	.literal_position
	.literal .LC10, lines$0
	.literal .LC11, answered
	.align	4
	.type	command_task, @function
command_task:
.LFB10:
	.loc 1 104 44
	entry	sp, 32
.LCFI8:
	.loc 1 106 43
	movi.n	a11, 7
	mov.n	a10, a2
	call8	__umodsi3
	.loc 1 106 37
	l32r	a8, .LC10
	addx4	a10, a10, a8
	.loc 1 106 18
	l32i.n	a10, a10, 0
	call8	command_parse
	mov.n	a2, a10
	.loc 1 107 6
	beqz.n	a10, .L33
	.loc 1 108 3
	l32i.n	a10, a10, 4
	call8	cache_lookup
	.loc 1 109 11
	l32r	a11, .LC11
	.loc 1 108 35
	l32i.n	a9, a10, 16
	.loc 1 109 11
	l32i.n	a8, a11, 0
	.loc 1 108 35
	addi.n	a9, a9, 1
	.loc 1 109 11
	addi.n	a8, a8, 1
	.loc 1 108 35
	s32i.n	a9, a10, 16
	.loc 1 110 3
	mov.n	a10, a2
	.loc 1 109 11
	s32i.n	a8, a11, 0
	.loc 1 110 3
	call8	command_free
.L33:
	.loc 1 111 1
	retw.n
.LFE10:
	.size	command_task, .-command_task
	.align	4
	.type	message_free, @function
message_free:
.LFB4:
	.loc 1 54 43
	entry	sp, 32
.LCFI9:
	.loc 1 55 3
	l32i.n	a10, a2, 8
	call8	free
	.loc 1 56 3
	l32i.n	a10, a2, 12
	call8	free
	.loc 1 57 3
	mov.n	a10, a2
	call8	heap_caps_free
	.loc 1 58 1
	retw.n
.LFE4:
	.size	message_free, .-message_free
	.literal_position
	.literal .LC12, outbox
	.literal .LC13, published
	.align	4
	.type	network_send, @function
network_send:
.LFB6:
	.loc 1 64 35
	entry	sp, 32
.LCFI10:
	.loc 1 65 10
	l32r	a2, .LC12
	l32i.n	a10, a2, 0
	beqz.n	a10, .L39
	l32r	a3, .LC13
.L41:
.LBB4:
	.loc 1 68 14
	l32i.n	a8, a3, 0
	.loc 1 67 12
	l32i.n	a9, a10, 0
	.loc 1 68 14
	addi.n	a8, a8, 1
	.loc 1 67 12
	s32i.n	a9, a2, 0
	.loc 1 68 14
	s32i.n	a8, a3, 0
	.loc 1 69 5
	call8	message_free
.LBE4:
	.loc 1 65 10
	l32i.n	a10, a2, 0
	bnez.n	a10, .L41
.L39:
	.loc 1 71 1
	retw.n
.LFE6:
	.size	network_send, .-network_send
	.section	.rodata.str1.4
	.align	4
.LC14:
	.string	"firmware: %u bytes free\n"
	.align	4
.LC23:
	.string	"firmware: %u published, %u answered, %u rejected, %u bytes free\n"
	.text
	.literal_position
	.literal .LC15, .LC14
	.literal .LC16, records
	.literal .LC17, -1431655765
	.literal .LC18, 1431655765
	.literal .LC20, published
	.literal .LC21, answered
	.literal .LC22, rejected
	.literal .LC24, .LC23
	.align	4
	.global	app_main
	.type	app_main, @function
app_main:
.LFB11:
	.loc 1 113 21
	entry	sp, 32
.LCFI11:
	.loc 1 114 49
	call8	esp_get_free_heap_size
	.loc 1 114 3
	mov.n	a11, a10
	l32r	a10, .LC15
.LBB5:
	.loc 1 117 17
	movi.n	a2, 0
.LBE5:
	.loc 1 114 3
	call8	printf
	.loc 1 115 3
	l32r	a10, .LC16
	movi.n	a11, 0x50
	call8	heap_trace_init_standalone
	.loc 1 116 3
	movi.n	a10, 1
	call8	heap_trace_start
	l32r	a5, .LC17
	l32r	a4, .LC18
.LBB6:
	.loc 1 117 32
	movi.n	a3, 0x46
.L48:
	.loc 1 118 5
	call8	sensor_task
	mull	a8, a2, a5
	.loc 1 119 8
	bltu	a4, a8, .L47
	.loc 1 119 24 discriminator 1
	call8	network_send
.L47:
	.loc 1 120 5 discriminator 2
	mov.n	a10, a2
	call8	command_task
	.loc 1 121 5 discriminator 2
	movi.n	a10, 1
	.loc 1 117 42 discriminator 2
	add.n	a2, a2, a10
	.loc 1 121 5 discriminator 2
	call8	vTaskDelay
	.loc 1 117 32 discriminator 2
	bne	a2, a3, .L48
.LBE6:
	.loc 1 123 3
	call8	network_send
	.loc 1 124 3
	call8	heap_trace_stop
	.loc 1 125 3
	l32r	a2, .LC20
	l32r	a3, .LC21
	l32r	a4, .LC22
	l32i.n	a2, a2, 0
	l32i.n	a3, a3, 0
	l32i.n	a4, a4, 0
	.loc 1 126 40
	call8	esp_get_free_heap_size
	.loc 1 125 3
	mov.n	a14, a10
	l32r	a10, .LC24
	mov.n	a13, a4
	mov.n	a12, a3
	mov.n	a11, a2
	call8	printf
	.loc 1 127 3
	call8	heap_trace_dump
	.loc 1 128 1
	retw.n
.LFE11:
	.size	app_main, .-app_main
	.section	.rodata.str1.4
	.align	4
.LC25:
	.string	"set lamp"
	.align	4
.LC26:
	.string	"get lamp"
	.align	4
.LC27:
	.string	"set fan"
	.align	4
.LC28:
	.string	"get door"
	.align	4
.LC29:
	.string	"status"
	.align	4
.LC30:
	.string	"get fan"
	.align	4
.LC31:
	.string	"set heat"
	.section	.rodata
	.align	4
	.type	lines$0, @object
	.size	lines$0, 28
lines$0:
	.word	.LC25
	.word	.LC26
	.word	.LC27
	.word	.LC28
	.word	.LC29
	.word	.LC30
	.word	.LC31
	.data
	.align	4
	.type	noise, @object
	.size	noise, 4
noise:
	.word	12345
	.local	rejected
	.comm	rejected,4,4
	.local	answered
	.comm	answered,4,4
	.local	published
	.comm	published,4,4
	.local	sequence
	.comm	sequence,4,4
	.local	cache
	.comm	cache,4,4
	.local	outbox
	.comm	outbox,4,4
	.local	records
	.comm	records,23040,4
	.section	.debug_frame,"",@progbits
.Lframe0:
	.4byte	.LECIE0-.LSCIE0
.LSCIE0:
	.4byte	0xffffffff
	.byte	0x3
	.string	""
	.uleb128 0x1
	.sleb128 -4
	.uleb128 0
	.byte	0xc
	.uleb128 0x1
	.uleb128 0
	.align	4
.LECIE0:
.LSFDE0:
	.4byte	.LEFDE0-.LASFDE0
.LASFDE0:
	.4byte	.Lframe0
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.byte	0x4
	.4byte	.LCFI0-.LFB0
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE0:
.LSFDE2:
	.4byte	.LEFDE2-.LASFDE2
.LASFDE2:
	.4byte	.Lframe0
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.byte	0x4
	.4byte	.LCFI1-.LFB1
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE2:
.LSFDE4:
	.4byte	.LEFDE4-.LASFDE4
.LASFDE4:
	.4byte	.Lframe0
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
	.byte	0x4
	.4byte	.LCFI2-.LFB2
	.byte	0xe
	.uleb128 0x30
	.align	4
.LEFDE4:
.LSFDE6:
	.4byte	.LEFDE6-.LASFDE6
.LASFDE6:
	.4byte	.Lframe0
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.byte	0x4
	.4byte	.LCFI3-.LFB3
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE6:
.LSFDE8:
	.4byte	.LEFDE8-.LASFDE8
.LASFDE8:
	.4byte	.Lframe0
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.byte	0x4
	.4byte	.LCFI4-.LFB5
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE8:
.LSFDE10:
	.4byte	.LEFDE10-.LASFDE10
.LASFDE10:
	.4byte	.Lframe0
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.byte	0x4
	.4byte	.LCFI5-.LFB7
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE10:
.LSFDE12:
	.4byte	.LEFDE12-.LASFDE12
.LASFDE12:
	.4byte	.Lframe0
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.byte	0x4
	.4byte	.LCFI6-.LFB8
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE12:
.LSFDE14:
	.4byte	.LEFDE14-.LASFDE14
.LASFDE14:
	.4byte	.Lframe0
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.byte	0x4
	.4byte	.LCFI7-.LFB9
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE14:
.LSFDE16:
	.4byte	.LEFDE16-.LASFDE16
.LASFDE16:
	.4byte	.Lframe0
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.byte	0x4
	.4byte	.LCFI8-.LFB10
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE16:
.LSFDE18:
	.4byte	.LEFDE18-.LASFDE18
.LASFDE18:
	.4byte	.Lframe0
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.byte	0x4
	.4byte	.LCFI9-.LFB4
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE18:
.LSFDE20:
	.4byte	.LEFDE20-.LASFDE20
.LASFDE20:
	.4byte	.Lframe0
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.byte	0x4
	.4byte	.LCFI10-.LFB6
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE20:
.LSFDE22:
	.4byte	.LEFDE22-.LASFDE22
.LASFDE22:
	.4byte	.Lframe0
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.byte	0x4
	.4byte	.LCFI11-.LFB11
	.byte	0xe
	.uleb128 0x20
	.align	4
.LEFDE22:
	.text
.Letext0:
	.file 2 "../include/esp_idf.h"
	.section	.debug_info,"",@progbits
.Ldebug_info0:
	.4byte	0x15a
	.2byte	0x5
	.byte	0x1
	.byte	0x4
	.4byte	.Ldebug_abbrev0
	.uleb128 0x3
	.4byte	.LASF28
	.byte	0x1d
	.4byte	.LASF0
	.4byte	.LASF1
	.4byte	.Ltext0
	.4byte	.Letext0-.Ltext0
	.4byte	.Ldebug_line0
	.uleb128 0x1
	.4byte	.LASF2
	.byte	0x33
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF3
	.byte	0xa0
	.byte	0x5
	.uleb128 0x1
	.4byte	.LASF4
	.byte	0x14
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF5
	.byte	0x12
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF6
	.byte	0x9f
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF7
	.byte	0x11
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF8
	.byte	0x9e
	.byte	0x8
	.uleb128 0x1
	.4byte	.LASF9
	.byte	0x30
	.byte	0x7
	.uleb128 0x1
	.4byte	.LASF10
	.byte	0x81
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF11
	.byte	0x7b
	.byte	0xb
	.uleb128 0x1
	.4byte	.LASF12
	.byte	0x89
	.byte	0x6
	.uleb128 0x1
	.4byte	.LASF13
	.byte	0x7a
	.byte	0xb
	.uleb128 0x1
	.4byte	.LASF14
	.byte	0x79
	.byte	0xb
	.uleb128 0x1
	.4byte	.LASF15
	.byte	0x91
	.byte	0x5
	.uleb128 0x1
	.4byte	.LASF16
	.byte	0x5a
	.byte	0xa
	.uleb128 0x4
	.4byte	.LASF29
	.byte	0x1
	.byte	0x71
	.byte	0x6
	.4byte	.LFB11
	.4byte	.LFE11-.LFB11
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF17
	.byte	0x68
	.byte	0x10
	.4byte	.LFB10
	.4byte	.LFE10-.LFB10
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF18
	.byte	0x5f
	.byte	0x15
	.4byte	.LFB9
	.4byte	.LFE9-.LFB9
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF19
	.byte	0x58
	.byte	0x10
	.4byte	.LFB8
	.4byte	.LFE8-.LFB8
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF20
	.byte	0x4a
	.byte	0x16
	.4byte	.LFB7
	.4byte	.LFE7-.LFB7
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF21
	.byte	0x40
	.byte	0x10
	.4byte	.LFB6
	.4byte	.LFE6-.LFB6
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF22
	.byte	0x3b
	.byte	0x10
	.4byte	.LFB5
	.4byte	.LFE5-.LFB5
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF23
	.byte	0x36
	.byte	0x10
	.4byte	.LFB4
	.4byte	.LFE4-.LFB4
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF24
	.byte	0x2f
	.byte	0x16
	.4byte	.LFB3
	.4byte	.LFE3-.LFB3
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF25
	.byte	0x23
	.byte	0x11
	.4byte	.LFB2
	.4byte	.LFE2-.LFB2
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x2
	.4byte	.LASF26
	.byte	0x1d
	.byte	0x11
	.4byte	.LFB1
	.4byte	.LFE1-.LFB1
	.uleb128 0x1
	.byte	0x9c
	.uleb128 0x5
	.4byte	.LASF27
	.byte	0x1
	.byte	0x19
	.byte	0x14
	.4byte	.LFB0
	.4byte	.LFE0-.LFB0
	.uleb128 0x1
	.byte	0x9c
	.byte	0
	.section	.debug_abbrev,"",@progbits
.Ldebug_abbrev0:
	.uleb128 0x1
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 2
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x3c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x2
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0x21
	.sleb128 1
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x3
	.uleb128 0x11
	.byte	0x1
	.uleb128 0x25
	.uleb128 0xe
	.uleb128 0x13
	.uleb128 0xb
	.uleb128 0x3
	.uleb128 0x1f
	.uleb128 0x1b
	.uleb128 0x1f
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x10
	.uleb128 0x17
	.byte	0
	.byte	0
	.uleb128 0x4
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3f
	.uleb128 0x19
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7c
	.uleb128 0x19
	.byte	0
	.byte	0
	.uleb128 0x5
	.uleb128 0x2e
	.byte	0
	.uleb128 0x3
	.uleb128 0xe
	.uleb128 0x3a
	.uleb128 0xb
	.uleb128 0x3b
	.uleb128 0xb
	.uleb128 0x39
	.uleb128 0xb
	.uleb128 0x11
	.uleb128 0x1
	.uleb128 0x12
	.uleb128 0x6
	.uleb128 0x40
	.uleb128 0x18
	.uleb128 0x7a
	.uleb128 0x19
	.byte	0
	.byte	0
	.byte	0
	.section	.debug_aranges,"",@progbits
	.4byte	0x1c
	.2byte	0x2
	.4byte	.Ldebug_info0
	.byte	0x4
	.byte	0
	.2byte	0
	.2byte	0
	.4byte	.Ltext0
	.4byte	.Letext0-.Ltext0
	.4byte	0
	.4byte	0
	.section	.debug_line,"",@progbits
.Ldebug_line0:
	.section	.debug_str,"MS",@progbits,1
.LASF5:
	.string	"calloc"
.LASF8:
	.string	"strlen"
.LASF16:
	.string	"esp_get_free_heap_size"
.LASF15:
	.string	"printf"
.LASF4:
	.string	"free"
.LASF26:
	.string	"text_copy"
.LASF29:
	.string	"app_main"
.LASF11:
	.string	"heap_trace_stop"
.LASF13:
	.string	"heap_trace_start"
.LASF19:
	.string	"command_free"
.LASF17:
	.string	"command_task"
.LASF24:
	.string	"message_new"
.LASF21:
	.string	"network_send"
.LASF12:
	.string	"vTaskDelay"
.LASF20:
	.string	"command_parse"
.LASF6:
	.string	"strcpy"
.LASF3:
	.string	"strcmp"
.LASF22:
	.string	"sensor_task"
.LASF10:
	.string	"heap_trace_dump"
.LASF28:
	.string	"GNU C11 12.2.0 -mabi=windowed -g1 -O2 -std=gnu11 -ffreestanding -fno-asynchronous-unwind-tables"
.LASF14:
	.string	"heap_trace_init_standalone"
.LASF9:
	.string	"heap_caps_malloc"
.LASF27:
	.string	"sensor_read"
.LASF25:
	.string	"number_text"
.LASF23:
	.string	"message_free"
.LASF18:
	.string	"cache_lookup"
.LASF2:
	.string	"heap_caps_free"
.LASF7:
	.string	"malloc"
	.section	.debug_line_str,"MS",@progbits,1
.LASF1:
	.string	"."
.LASF0:
	.string	"firmware.c"
	.ident	"GCC: (12.2.0-14+deb12u1+13+b2) 12.2.0"
