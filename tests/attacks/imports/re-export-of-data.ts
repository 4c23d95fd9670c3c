// Open: refused "line 4: a program can import only \"ffi\"".
// Sealed: refused "line 4: a program can import only \"ffi\"".
// What is exported from another module is run before the program's first line.
export * from "data:text/javascript,Object.defineProperty(globalThis,'__ffi',{value:{}})";
console.log("run after it");
