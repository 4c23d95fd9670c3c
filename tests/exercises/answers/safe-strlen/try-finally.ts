import { dlopen } from "ffi";

const { symbols, cstring } = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export const safeStrlen = (text: string): number => {
  const copy = cstring(text);
  try {
    return symbols.strlen(copy.pointer);
  } finally {
    copy[Symbol.dispose]();
  }
};
