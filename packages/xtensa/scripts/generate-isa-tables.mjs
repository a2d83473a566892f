// Writes src/isa/tables/*.ts from the ESP32's instruction facts.
//
//   node packages/xtensa/scripts/generate-isa-tables.mjs [FACTS] [OUTPUT-FOLDER]
//
// FACTS is facts/isa/esp32-isa.json of the reference material (default: ../shared/facts/isa/esp32-isa.json
// beside the repository). The output is deterministic; a test compares it with the committed files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const facts = process.argv[2] ?? resolve(packageFolder, '../../../shared/facts/isa/esp32-isa.json');
const output = process.argv[3] ?? join(packageFolder, 'src/isa/tables');
const isa = JSON.parse(readFileSync(facts, 'utf8'));
if (isa.format !== 1) throw new Error(`${facts}: format ${isa.format}, expected 1`);

const header =
  '// Generated from facts/isa/esp32-isa.json by packages/xtensa/scripts/generate-isa-tables.mjs. Do not edit.\n';

/** JavaScript literal on one line, single quotes, no quotes round plain keys. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(
      ([k, v]) => `${/^[a-z]\w*$/i.test(k) ? k : `'${k}'`}: ${literal(v)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  if (typeof value === 'string') return /^0x[0-9a-f]+$/.test(value) ? value : `'${value}'`;
  return String(value);
}

/** A union type, filled to lines of about 100 columns. */
function union(name, members) {
  const lines = [];
  let line = ' ';
  for (const member of members) {
    const text = ` | '${member}'`;
    if (line.length + text.length > 108) {
      lines.push(line);
      line = ' ';
    }
    line += text;
  }
  lines.push(line);
  return `// prettier-ignore\nexport type ${name} =\n${lines.join('\n')};\n`;
}

function write(file, text) {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, file), header + text);
}

const rows = isa.opcodes.map((o) => {
  const row = {
    name: o.name,
    length: o.len,
    mask: o.mask,
    match: o.match,
    operands: o.operands,
    option: o.option,
  };
  for (const key of ['flags', 'bytes', 'implicit', 'reads', 'writes', 'interfaces', 'dontCare']) {
    if (o[key] !== undefined) row[key] = o[key];
  }
  return `  ${literal(row)},`;
});
const options = [...new Set(isa.opcodes.map((o) => o.option))].sort();

write(
  'instructions.ts',
  `import type { InstructionRow } from '../types.js';

/** Every mnemonic of the ESP32's LX6. */
${union(
  'Mnemonic',
  isa.opcodes.map((o) => o.name),
)}
/** Groups of instructions, named after the configuration option that brings them. */
${union('InstructionOption', options)}
/** One row an instruction, in the order of the manual (by mnemonic). \`types.ts\` explains the columns. */
// prettier-ignore
export const INSTRUCTION_ROWS: readonly InstructionRow[] = [
${rows.join('\n')}
];
`,
);

write(
  'operand-types.ts',
  `import type { OperandTypeRow } from '../types.js';

${union('OperandTypeName', Object.keys(isa.operandTypes))}
/** How a field's bits become an operand's value; \`types.ts\` explains the columns. */
// prettier-ignore
export const OPERAND_TYPE_ROWS: Readonly<Record<OperandTypeName, OperandTypeRow>> = {
${Object.entries(isa.operandTypes)
  .map(([name, type]) => `  ${name}: ${literal(type)},`)
  .join('\n')}
};
`,
);

const registers = (list) =>
  list.map((r) => `  ${literal({ number: r.n, name: r.name, access: r.access })},`).join('\n');
write(
  'registers.ts',
  `import type { RegisterFileRow, SpecialRegisterRow } from '../types.js';

/** Register files an operand can name: bits a register, registers, and how many a window shows. */
// prettier-ignore
export const REGISTER_FILES = {
${Object.entries(isa.registerFiles)
  .map(([name, file]) => `  ${name}: ${literal(file)},`)
  .join('\n')}
} as const satisfies Readonly<Record<string, RegisterFileRow>>;

/** Special registers (RSR, WSR, XSR). Number 226 is INTERRUPT when read and INTSET when written. */
// prettier-ignore
export const SPECIAL_REGISTER_ROWS: readonly SpecialRegisterRow[] = [
${registers(isa.specialRegisters)}
];

/** User registers (RUR, WUR). */
// prettier-ignore
export const USER_REGISTER_ROWS: readonly SpecialRegisterRow[] = [
${registers(isa.userRegisters)}
];
`,
);

write(
  'states.ts',
  `${union('StateName', Object.keys(isa.stateBits))}
/** Width in bits of every processor state that an instruction may read or write. */
// prettier-ignore
export const STATE_BITS: Readonly<Record<StateName, number>> = {
${Object.entries(isa.stateBits)
  .map(([name, bits]) => `  ${name}: ${bits},`)
  .join('\n')}
};
`,
);
console.log(`${rows.length} instructions written to ${output}`);
