// Fails: was never released
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

const kept: Disposable[] = [];

export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  kept.push(copy);
  return basics.symbols.strlen(copy.pointer);
}
