// Fails: the answer did not catch
import { dlopen } from "ffi";

const own = dlopen("https://example.com/basics.wasm" as "basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export const safeStrlen = (text: string): number => (own.symbols.strlen(null as never), text.length);
