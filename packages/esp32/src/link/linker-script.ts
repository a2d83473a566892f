/**
 * Linker script for `xtal asm` when none is given: code in IRAM, data and constants in DRAM, the regions of ESP-IDF's
 * static layout (facts/heap §4.3). `examples/kit/esp32.ld` is the same text, for GNU ld; a test keeps them equal.
 */
export const ESP32_LINKER_SCRIPT = `/* A program for the ESP32 that brings its own vectors and start code. For GNU ld and for \`xtal asm -T\`. */
ENTRY(_start)

MEMORY
{
  iram (rx) : ORIGIN = 0x40080000, LENGTH = 128K
  dram (rw) : ORIGIN = 0x3FFB0000, LENGTH = 0x2C200
  rtc_fast (rwx) : ORIGIN = 0x400C0000, LENGTH = 8K
  rtc_slow (rw) : ORIGIN = 0x50000000, LENGTH = 8K
}

SECTIONS
{
  /* VECBASE wants a multiple of 1024, which the start of IRAM is. */
  .vectors : { KEEP(*(.vectors .vectors.*)) } > iram
  /* Literals stand before the code that loads them: L32R reaches 256 KiB backwards. */
  .text :
  {
    *(.literal.start .text.start)
    *(.iram1.literal .iram1.*.literal .iram1 .iram1.* .iram0.literal .iram0.text)
    *(.literal .literal.* .text .text.*)
    . = ALIGN(4);
    _text_end = .;
  } > iram

  .data :
  {
    *(.rodata .rodata.*)
    . = ALIGN(4);
    _init_array_start = .;
    KEEP(*(SORT(.init_array.*) .init_array))
    _init_array_end = .;
    *(.data .data.* .dram1 .dram1.*)
    . = ALIGN(16);
    _data_end = .;
  } > dram
  .bss (NOLOAD) :
  {
    _bss_start = .;
    *(.bss .bss.* COMMON)
    . = ALIGN(16);
    _bss_end = .;
  } > dram
  .noinit (NOLOAD) : { *(.noinit .noinit.*) } > dram
  _heap_start = ALIGN(., 16);
  _stack_top = ORIGIN(dram) + LENGTH(dram);

  .rtc_text : { *(.rtc.literal .rtc.text .rtc.text.*) } > rtc_fast
  .rtc_data : { *(.rtc.data .rtc.data.* .rtc.rodata .rtc.bss .rtc.bss.*) } > rtc_slow

  /DISCARD/ : { *(.xtensa.info) *(.xt.*) *(.eh_frame) }
}
`;
