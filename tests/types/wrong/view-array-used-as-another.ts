// says Type 'Float64Array<ArrayBuffer>' is not assignable to type 'Float32Array<ArrayBufferLike>'.
// says The types of 'filter(...).findLast' are incompatible between these types.
// says Type '{ <S extends number>(predicate: (value: number, index: number, array: Float64Array<ArrayBuffer>) => value is S, thisArg?: any): S | undefined; (predicate: (value: number, index: number, array: Float64Array<...>) => unknown, thisArg?: any): number | undefined; }' is not assignable to type '{ <S extends number>(predicate: (value: number, index: number, array: Float32Array<ArrayBuffer>) => value is S, thisArg?: any): S | undefined; (predicate: (value: number, index: number, array: Float32Array<...>) => unknown, thisArg?: any): number | undefined; }'.
import { dlopen, PointerView } from "ffi";
using buffers = dlopen("buffers", {});
using memory = buffers.alloc(4);
const floats: Float32Array = new PointerView(memory.pointer).getArray("f64", 1); // here
console.log(floats);
