// prints -128 255 -32768 65535 -2147483648 4294967295
// prints -9223372036854775808n 18446744073709551615n 0.5 0.1 true
// prints [ 1, 2, 3 ] 6
// prints -1 [ 7, 8 ]
// prints 4 true null
import { address, dlopen, offset, PointerView } from "ffi";

using values = dlopen("values", {});
using memory = values.alloc(64);
const view = new PointerView(memory.pointer);
view.setInt8(0, -128);
view.setUint8(1, 255);
view.setInt16(2, -32768);
view.setUint16(4, 65535);
view.setInt32(8, -(2 ** 31));
view.setUint32(12, 2 ** 32 - 1);
view.setBigInt64(16, -(2n ** 63n));
view.setBigUint64(24, 2n ** 64n - 1n);
view.setFloat32(32, 0.5);
view.setFloat64(40, 0.1);
view.setUint8(48, 1);
console.log(
  view.getInt8(),
  view.getUint8(1),
  view.getInt16(2),
  view.getUint16(4),
  view.getInt32(8),
  view.getUint32(12),
);
console.log(view.getBigInt64(16), view.getBigUint64(24), view.getFloat32(32), view.getFloat64(40), view.getBool(48));
const bytes = view.getArray("u8", 3, 49);
bytes.set([1, 2, 3]);
console.log(
  [...view.getArray("u8", 3, 49)],
  bytes.reduce((sum, byte) => sum + byte, 0),
);
view.setInt16(52, -1);
view.setUint8(54, 7);
view.setUint8(55, 8);
const copy = new Uint8Array(2);
view.copyInto(copy, 54);
console.log(view.getInt16(52), [...copy]);
view.setPointer(56, offset(memory.pointer, 4));
view.setPointer(60, null);
const inner = view.getPointer(56);
console.log(address(inner) - address(memory.pointer), inner === offset(memory.pointer, 4), view.getPointer(60));
