// Open: refused "line 4: a program can import only \"ffi\"".
// Sealed: refused "line 4: a program can import only \"ffi\"".
// The program runs its own text a second time, with a runtime that it has made itself.
const again = await import(import.meta.url + "#again");
console.log(Object.keys(again));
