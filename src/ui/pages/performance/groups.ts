/** One thing to compare on the performance page; `name` is what the measuring program calls it. */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** What one turn does. */
  readonly unit: string;
  /** What is measured, and what to make of it. */
  readonly text: string;
}

export const GROUPS: readonly Group[] = [
  {
    name: "call",
    title: "One call",
    unit: "a call",
    text: "A call of a C function with numbers is about as dear as a call that the engine could not take apart. The way back costs more: a callback has to find its closure, and the engine cannot see through C to what it will do.",
  },
  {
    name: "batch",
    title: "One by one, or at once",
    unit: "1,000 numbers",
    text: "The same thousand numbers, added up by a thousand calls and by one. What makes many small calls slow is not C, it is the boundary. Where a library offers a function for a whole array, take it.",
  },
  {
    name: "reuse",
    title: "A block for each call, or one for all",
    unit: "1,024 bytes",
    text: "The bytes are written into C's memory and hashed there, in both. What differs is whether a block is allocated and released around each call. A buffer that is reused has an owner that lives longer: more to think about, so do it where it is measured.",
  },
  {
    name: "text",
    title: "Text, to C and back",
    unit: "a text",
    text: "To C a text is encoded as UTF-8 into a new block, with its NUL; from C it is decoded into a new string. Short texts pay for the allocation, long ones for each character.",
  },
  {
    name: "copy",
    title: "A copy, or none",
    unit: "a sum",
    text: "C adds up numbers: once they are copied into its memory for the call and back out after it, once they are there already. The longer the array, the more the copy is all there is. What the other way costs is not time: a view can go stale.",
  },
];
