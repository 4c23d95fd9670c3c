/**
 * What a program does that has only WebAssembly's exports and JavaScript: the peers of `cstring` and `getCString`. Each
 * allocates as much as the text can need at most, as one does who does not want to look at it twice.
 */
export interface CMemory {
  readonly malloc: (bytes: number) => number;
  readonly free: (address: number) => void;
  readonly heap: Uint8Array;
}

/** UTF-8, a character at a time. Returns the address. */
export function writeByHand({ malloc, heap }: CMemory, text: string): number {
  const address = malloc(3 * text.length + 1);
  let to = address;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      heap[to++] = unit;
    } else if (unit < 0x800) {
      heap[to++] = 0xc0 | (unit >> 6);
      heap[to++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      heap[to++] = 0xe0 | (unit >> 12);
      heap[to++] = 0x80 | ((unit >> 6) & 0x3f);
      heap[to++] = 0x80 | (unit & 0x3f);
    } else {
      const point = text.codePointAt(i) as number;
      i += 1;
      heap[to++] = 0xf0 | (point >> 18);
      heap[to++] = 0x80 | ((point >> 12) & 0x3f);
      heap[to++] = 0x80 | ((point >> 6) & 0x3f);
      heap[to++] = 0x80 | (point & 0x3f);
    }
  }
  heap[to] = 0;
  return address;
}

const encoder = new TextEncoder();

export function writeByEncodeInto({ malloc, heap }: CMemory, text: string): number {
  const most = 3 * text.length;
  const address = malloc(most + 1);
  const { written } = encoder.encodeInto(text, heap.subarray(address, address + most));
  heap[address + written] = 0;
  return address;
}

/** Reads up to the NUL, a byte at a time. For ASCII only. */
export function readByHand({ heap }: CMemory, address: number): string {
  let text = "";
  for (let at = address; heap[at] !== 0; at += 1) text += String.fromCharCode(heap[at] as number);
  return text;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function readByDecoder({ heap }: CMemory, address: number): string {
  return decoder.decode(heap.subarray(address, heap.indexOf(0, address)));
}
