// The library is closed before the scope ends that releases the text.
import { dlopen } from "ffi";
const lib = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
using name = lib.cstring("Ada");
lib.symbols.set_name(name.pointer);
lib.close();
