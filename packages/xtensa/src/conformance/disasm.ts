import { disassemble } from '../isa/index.js';
import { runJsonLines, type Suite } from './suite.js';

/** Suite `disasm`: lines `{pc, hex, text}`; the text is GNU objdump's with single blanks. */
export const disasm: Suite = (inputs) =>
  runJsonLines(inputs, (line) => {
    const { pc, hex, text } = line;
    if (typeof pc !== 'string' || typeof hex !== 'string' || typeof text !== 'string') {
      return 'not a disasm case, expected strings pc, hex and text';
    }
    if (!/^(0x)?[0-9a-f]{1,8}$/i.test(pc)) return `pc "${pc}", expected a hexadecimal address`;
    if (!/^([0-9a-f]{2})+$/i.test(hex)) return `hex "${hex}", expected pairs of hexadecimal digits`;
    const bytes = Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16));
    const got = disassemble(bytes, parseInt(pc, 16)).text;
    return got === text ? undefined : `${hex} at ${pc}: expected "${text}", got "${got}"`;
  });
