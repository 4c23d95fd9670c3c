import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

/** The bytes of a text, as C counts them. */
export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  return basics.symbols.strlen(copy.pointer);
}
