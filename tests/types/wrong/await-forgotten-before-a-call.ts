// says This promise is not awaited: the program goes on before it has settled, and an error in it comes out of nowhere. Write `await` before it, or `void` to say that this is meant.
import { dlopen } from "ffi";
using strings = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
async function rename(name: string): Promise<void> {
  await Promise.resolve();
  using text = strings.cstring(name);
  strings.symbols.set_name(text.pointer);
}
rename("Ada"); // here
console.log("renamed");
