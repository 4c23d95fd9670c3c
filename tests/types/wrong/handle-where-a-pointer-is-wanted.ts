// says Argument of type 'Handle' is not assignable to parameter of type 'Pointer'.
// says Property '[opaquePointer]' is missing in type 'Handle' but required in type 'Pointer'.
import { dlopen, type Pointer } from "ffi";
class Handle {
  readonly pointer: Pointer;
  constructor(pointer: Pointer) {
    this.pointer = pointer;
  }
}
using handles = dlopen("handles", { use_handle: { parameters: ["pointer"], result: "i32" } });
using memory = handles.alloc(4);
console.log(handles.symbols.use_handle(new Handle(memory.pointer))); // here
