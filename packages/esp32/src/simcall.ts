import type { Core } from '@xtal/xtensa';
import { GuestFault } from './guest-fault.js';
import type { Machine } from './machine.js';
import type { GuestBytes } from './memory/guest-bytes.js';
import { ROM_CODE } from './rom-data.js';

/** Numbers in a2, as QEMU's Xtensa semihosting has them. */
const SYS_EXIT = 1;
const SYS_READ = 3;
const SYS_WRITE = 4;
const SYS_ARGC = 1000;
const SYS_ARGV_SIZE = 1001;

/** Error numbers of newlib, returned in a3. */
const EBADF = 9;
const EFAULT = 14;
const ENOSYS = 88;

/**
 * Serves SIMCALL: a2 is the number, a3 to a5 are arguments; a2 returns the result and a3 the error number. Exit, write
 * to standard output and error, and an empty standard input; nothing of the host can be reached.
 */
export function serveSimcall(machine: Machine, core: Core, memory: GuestBytes): void {
  if (!machine.hasRom && core.pc >= ROM_CODE.start && core.pc < ROM_CODE.end) {
    const name = machine.symbols.lookup(core.pc)?.name ?? 'a function';
    machine.die(
      core,
      `the program calls ${name} of the ROM, which xtal does not serve; load the ROM's ELF file`,
    );
    return;
  }
  const answer = (result: number, error = 0): void => {
    core.setA(2, result);
    core.setA(3, error);
  };
  const descriptor = core.getA(3);
  switch (core.getA(2)) {
    case SYS_EXIT:
      machine.exit(descriptor | 0);
      return;
    case SYS_READ:
      answer(descriptor === 0 ? 0 : -1, descriptor === 0 ? 0 : EBADF);
      return;
    case SYS_WRITE: {
      if (descriptor !== 1 && descriptor !== 2) return answer(-1, EBADF);
      const length = core.getA(5);
      try {
        for (const byte of memory.bytes(core.getA(4), length)) machine.console.write(byte);
        answer(length);
      } catch (error) {
        if (!(error instanceof GuestFault)) throw error;
        answer(-1, EFAULT);
      }
      return;
    }
    case SYS_ARGC:
    case SYS_ARGV_SIZE:
      answer(0);
      return;
    default:
      answer(-1, ENOSYS);
  }
}
