# Directives and hand-written code that GNU as and xtal's assembler must turn into the same bytes.
	.text
	.literal_position
	.literal .Lc0, foo, 12345
	.literal .Lc1, message+4
	.align 4
	.global main
	.type main, @function
main:
	addi a1, a1, -16
	s32i a0, a1, 0
	l32r a2, .Lc0
	l32r a3, .Lc1
	movi a6, 5
	add a2, a3, a4
	addi a2, a3, 1
	addmi a2, a3, 256
	mov a2, a3
	beqz a2, 1f
	bne a2, a3, 1f
	bbci a2, 31, 1f
	bgeui a2, 0x10000, 1f
	call0 foo
	call0 local
	j 1f
	l32i a3, a2, 4
	nop
	movi.n a2, 3
1:	beqz a2, 1b
	ret
	.align 4
local:
	ret
	.size main, .-main
	.macro twice op, rest:vararg
	\op \rest
	\op \rest
	.endm
	twice add a2, a3, a4
	.rept 3
	srai a2, a3, 17
	.endr
	.irp r, a4, a5, a6
	neg a2, \r
	.endr
	.space 20
	.section .text.foo,"ax",@progbits
	.literal .Lc5, 0x12345678, . - 4
	l32r a2, .Lc5
	j main
	.section .iram1,"ax"
	.literal .Lc6, 7
	l32r a9, .Lc6
	.data
	.align 4
message: .word message, foo+3, local, 1f-message, main
	.byte 1, 2, 'a, -1
	.hword 0x1234
1:	.ascii "tab\t\101\n"
	.asciz "zero"
	.align 8
	.quad 0x123456789abcdef0, -1
	.float 1.5, -2.25
	.double 3.25
	.uleb128 1b-message, 300
	.sleb128 -5, 300, message-1b
	.fill 3, 2, 0x1234
	.skip 4, 0xff
	.p2align 4,,3
	.balign 8, 7
	.org message+200
	.set five, 5
	.if five > 4 && 1
	.byte five * 2 - 1
	.else
	.byte 0
	.endif
	.word ~five, !five, five << 4 | 3, -7 / 2, -7 % 3
	.section .rodata.str1.4,"aMS",@progbits,1
	.string "merged"
	.bss
	.align 16
	.space 10
	.comm shared, 10, 8
	.lcomm private, 5
	.weak maybe
	.ident "test"
