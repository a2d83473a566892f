/** The part of elfy 1.0.0 that is used; the package brings no types. */
declare module 'elfy' {
  interface Header {
    readonly type?: string;
    readonly entry: number;
    readonly shnum: number;
    readonly shstrndx: number;
  }
  interface Program {
    readonly type?: string;
    readonly offset: number;
    readonly vaddr: number;
    readonly paddr: number;
    readonly filesz: number;
    readonly memsz: number;
    readonly flags: Record<string, boolean>;
    readonly align: number;
    readonly data: Buffer;
  }
  interface Section {
    readonly name: string;
    readonly addr: number;
    readonly off: number;
    readonly size: number;
    readonly link: number;
    readonly info: number;
    readonly addralign: number;
    readonly entsize: number;
    readonly data: Buffer;
  }
  interface Parser {
    parseHeader(bytes: Buffer): Header;
    parsePrograms(bytes: Buffer, header: Header): Program[];
  }
  const elfy: {
    parse(bytes: Buffer): Header & { body: { programs: Program[]; sections: Section[] } };
    Parser: new () => Parser;
  };
  export default elfy;
}
