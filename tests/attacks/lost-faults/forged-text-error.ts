// Open: FFI005 at line 9, throws Utf8Error at line 13.
// Sealed: FFI005 at line 9, throws Utf8Error at line 13.
// An error of the module with a place that the program does not have: a trace that says so would be believed in nothing.
import { dlopen, PointerView, Utf8Error } from "ffi";
const lib = dlopen("strings", {});
const a = lib.alloc(8);
const text = new PointerView(a.pointer);
text.setUint8(0, 0xff);
text.setUint8(8, 0);
a[Symbol.dispose]();
const Forged: any = Utf8Error;
// FFI011 would be at a line that is not there.
throw Object.assign(new Forged("x".repeat(100_000), 4_000_000_000), { span: 4_000_000_000, address: {} });
