// says Argument of type 'Promise<number>' is not assignable to parameter of type 'number'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });
async function sizeOf(name: string): Promise<number> {
  await Promise.resolve();
  return name.length;
}
strings.symbols.malloc(sizeOf("Ada")); // here
