import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export const capitals = (text: string): string => {
  const copy = texts.cstring(text);
  try {
    for (let room = 8; ;) {
      const out = texts.alloc(room);
      try {
        const { to_capitals } = texts.symbols;
        const needed = to_capitals(copy.pointer, out.pointer, room);
        if (needed <= room) return new PointerView(out.pointer).getCString();
        room = needed;
      } finally {
        out[Symbol.dispose]();
      }
    }
  } finally {
    copy[Symbol.dispose]();
  }
};
