import { dlopen, owned } from "ffi";
using lib = dlopen("strings", { get_error_message: { parameters: [], result: "u64" } }); // FFI014
