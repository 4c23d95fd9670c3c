// says Argument of type 'Pointer' is not assignable to parameter of type 'Handle'.
// says Type 'Pointer' is missing the following properties from type 'Handle': #pointer, use
import { dlopen, type Pointer } from "ffi";
class Handle {
  readonly #pointer: Pointer;
  constructor(pointer: Pointer) {
    this.#pointer = pointer;
  }
  use(): number {
    return handles.symbols.use_handle(this.#pointer);
  }
}
using handles = dlopen("handles", { use_handle: { parameters: ["pointer"], result: "i32" } });
const use = (handle: Handle): number => handle.use();
using memory = handles.alloc(4);
console.log(use(memory.pointer)); // here
