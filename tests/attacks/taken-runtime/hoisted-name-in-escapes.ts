// Open: refused "line 5: The name globalThis belongs to the language".
// Sealed: refused "line 5: The name globalThis belongs to the language".
// The same name, written with an escape, and hoisted out of blocks as a variable.
if (true) {
  var { __proto__: globalThis } = {
    __proto__: {
      get ["__" + "ffi"]() {
        return { module: {} };
      },
    },
  };
}
console.log("taken");
