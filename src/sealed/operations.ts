/**
 * What a sealed program can ask of the host, one number each: the first argument of the one host function there is. The
 * second is the source span at which the program stands. All others are numbers, booleans, bigints, texts and byte
 * arrays; the host takes a copy of each and checks the copy. An object of the host is known inside by its handle, a number.
 *
 * Where an argument can be anything a program has, it comes as it is when it is a plain number, boolean, bigint, null or
 * undefined that fits, else as the text of a `guest/effigy.ts`.
 */
export const Operation = {
  /** The error of the operation that has just thrown, as the JSON of a `HostError`. */
  TakeError: 0,
  /** (name, table) → JSON of an `OpenedLibrary` */
  Open: 1,
  /** (function, …arguments) → its result */
  Call: 2,
  /** (library, byteLength) → JSON of an `AllocatedMemory` */
  Allocate: 3,
  /** (library, text) → JSON of an `AllocatedMemory` */
  AllocateText: 4,
  /** (library, definition, number of the function) → JSON of a `MadeCallback` */
  MakeCallback: 5,
  /** (library) */
  Close: 6,
  /** (disposable, source span at which its scope ends or 0) */
  Dispose: 7,
  /** (disposable) → pointer */
  Move: 8,
  /** (text of the fields) → struct type; checks again what the program's side has laid out */
  MakeStruct: 9,
  /** (pointer, byteLength or -1): checks what a `PointerView` is made of */
  CheckView: 10,
  /** (pointer, byteLength or -1, method, offset) → value */
  Read: 11,
  /** (pointer, byteLength or -1, method, offset, value) */
  Write: 12,
  /** (pointer, byteLength or -1, struct type, offset) → JSON of an effigy */
  ReadStruct: 13,
  /** (pointer, byteLength or -1, struct type, offset, value) */
  WriteStruct: 14,
  /** (pointer, byteLength or -1, element type, length, offset) → array */
  MakeArray: 15,
  /** (pointer, byteLength or -1, bytes wanted, offset) → bytes */
  CopyOut: 16,
  /** (pointer, byteLength or -1, array, offset) */
  CopyIntoArray: 17,
  /** (pointer) → number */
  Address: 18,
  /** (pointer, bytes) → pointer */
  Offset: 19,
  /** (array) → length in elements; checked as an access is */
  ArrayLength: 20,
  /** (array, index) → element or undefined */
  ArrayGet: 21,
  /** (array, index, value) */
  ArraySet: 22,
  /** (array) → bytes of all of it */
  ArrayCopy: 23,
  /** (array, bytes, offset in elements): the bytes are elements of the array's own type */
  ArrayWrite: 24,
  /** (array, name of a method that takes numbers, …numbers) → array or nothing */
  ArrayMethod: 25,
  /** (array) → JSON of an `ArrayShape`; not an access */
  ArrayDescribe: 26,
  /** (element type, bytes) → a buffer argument; forgotten when the next call has returned */
  MakeBuffer: 27,
  /** (buffer argument) → its bytes as C left them */
  TakeBuffer: 28,
  /** (level, text) */
  Print: 29,
  /** A call of `dispose` or `[Symbol.dispose]` follows. */
  Disposes: 30,
  /** () → task */
  TaskBegin: 31,
  /** (task or 0) */
  TaskLeave: 32,
  TaskWait: 33,
  TaskResume: 34,
  TaskChange: 35,
  /** The end of a scope may run any code. */
  TaskOpaque: 36,
  /** (label, fatal, ignoreBOM) → decoder */
  MakeDecoder: 37,
  /** (decoder, bytes or undefined, stream) → text */
  Decode: 38,
  /** (text) → bytes */
  Encode: 39,
  /** Only tells where the program stands. */
  Stands: 40,
  /** (steps): work that the engine is about to do without looking at its limits */
  Charge: 42,
  /** (array, "read" or "write") → whether it may be done; reports what is wrong with it */
  ArrayLook: 43,
  /** () → milliseconds of the virtual clock */
  Now: 41,
  /** (request) → reply: asks the other realm of an exam, both as text */
  Exchange: 44,
  /** (text of the module's namespace): the answer's module has run to its end */
  Loaded: 45,
  /** (JSON of a `Verdict`); of the checks only */
  Judge: 46,
  /** (name of a fact, name of a function or "") → number; of the checks only */
  Fact: 47,
} as const;

/** What went wrong on the host's side, as the program sees it. */
export interface HostError {
  /** The class, one that the program has, too. */
  readonly class: string;
  readonly name: string;
  readonly message: string;
  /** Handle of the host's own error, so that it is the same one when it comes back. */
  readonly handle: number;
  /** It is what a function of the program threw: its number there. */
  readonly thrown?: number;
  readonly code?: string;
  readonly position?: number;
  readonly address?: number;
}

export interface OpenedLibrary {
  readonly library: number;
  /** In the table's order: the name, and the function's handle. */
  readonly functions: readonly (readonly [name: string, handle: number])[];
}

export interface AllocatedMemory {
  readonly disposable: number;
  readonly pointer: number;
  readonly byteLength: number;
}

export interface MadeCallback {
  readonly disposable: number;
  readonly pointer: number;
}

export interface ArrayShape {
  readonly type: string;
  readonly length: number;
  readonly byteOffset: number;
}
