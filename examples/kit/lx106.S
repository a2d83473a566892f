/*
 * Integer helpers that Debian's GCC for the LX106 calls because that core has no divider and no high multiplication.
 * The ESP32 has both. Needed only for programs that are linked to an ELF file: `xtal run` on objects and sources serves
 * these names itself.
 */
	.macro helper name, instruction
	.section .text.\name, "ax"
	.align 4
	.global \name
	.type \name, @function
\name:	entry sp, 16
	\instruction a2, a2, a3
	retw
	.size \name, . - \name
	.endm

	helper __divsi3, quos
	helper __udivsi3, quou
	helper __modsi3, rems
	helper __umodsi3, remu
	helper __mulsi3, mull

	.section .text.__umulsidi3, "ax"
	.align 4
	.global __umulsidi3
	.type __umulsidi3, @function
__umulsidi3:
	entry sp, 16
	mull a4, a2, a3
	muluh a3, a2, a3
	mov a2, a4
	retw
	.size __umulsidi3, . - __umulsidi3

	.section .text.__muldi3, "ax"
	.align 4
	.global __muldi3
	.type __muldi3, @function
__muldi3:					/* a3:a2 times a5:a4 */
	entry sp, 16
	mull a5, a5, a2
	mull a3, a3, a4
	muluh a6, a2, a4
	mull a2, a2, a4
	add a3, a3, a5
	add a3, a3, a6
	retw
	.size __muldi3, . - __muldi3

	.macro shift name
	.section .text.\name, "ax"
	.align 4
	.global \name
	.type \name, @function
\name:	entry sp, 16
	.endm

	shift __ashldi3				/* a3:a2 << a4 */
	ssl a4
	bgei a4, 32, 1f
	src a3, a3, a2
	sll a2, a2
	retw
1:	sll a3, a2
	movi a2, 0
	retw
	.size __ashldi3, . - __ashldi3

	shift __lshrdi3
	ssr a4
	bgei a4, 32, 1f
	src a2, a3, a2
	srl a3, a3
	retw
1:	srl a2, a3
	movi a3, 0
	retw
	.size __lshrdi3, . - __lshrdi3

	shift __ashrdi3
	ssr a4
	bgei a4, 32, 1f
	src a2, a3, a2
	sra a3, a3
	retw
1:	sra a2, a3
	srai a3, a3, 31
	retw
	.size __ashrdi3, . - __ashrdi3
