// says Property 'free' does not exist on type '{}'.
import { dlopen } from "ffi";
using strings = dlopen("strings", {});
strings.symbols.free(strings.alloc(8).pointer); // here
