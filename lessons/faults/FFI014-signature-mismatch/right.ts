// Declared as in the header: bool set_name(const char *name).
import { dlopen } from "ffi";

const table = {
  set_name: { parameters: ["pointer"], result: "bool" },
} as const;

using strings = dlopen("strings", table);

const text = "Ada Lovelace";
using name = strings.cstring(text.slice(0, 3));
console.log("accepted:", strings.symbols.set_name(name.pointer));
