	.text
.macro keep register, offset
    s32i \register, a1, \offset
.endm
f:
	keep a3, 1022
