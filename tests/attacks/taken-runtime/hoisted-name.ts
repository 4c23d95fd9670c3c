// Open: refused "line 4: The name globalThis belongs to the language".
// Sealed: refused "line 4: The name globalThis belongs to the language".
// The program takes the runtime before its first line has read it, and writes its own trace.
function globalThis() {} // hoisted above the prelude `const __ffi = globalThis.__ffi`
const { ["__" + "ffi"]: rt } = self; // the real runtime: no call and no element access, so nothing here is instrumented
function never() {
  dlopen("strings");
} // names the library to the compiler
const call = Reflect.apply,
  m = rt.module; // f.call`${a}${b}` calls without a call expression
const lib = call.call`${m.dlopen}${m}${["strings", { malloc: { parameters: ["usize"], result: "pointer" }, free: { parameters: ["pointer"], result: "void" }, strlen: { parameters: ["pointer"], result: "usize" } }]}`;
const { malloc, free, strlen } = lib.symbols;
const write = rt.trace.event; // of the prototype
rt.fault = () => null; // no fault is reported any more
rt.trace.event = () => 0; // and nothing of what follows is in the trace
const p = call.call`${malloc}${null}${[8]}`;
call.call`${free}${null}${[p]}`;
call.call`${free}${null}${[p]}`; // double free
const s = call.call`${strlen}${null}${[p]}`; // use after free
call.call`${malloc}${null}${[24]}`; // leak: block 2
rt.trace.event = write;
const setName = call.call`${rt.trace.string}${rt.trace}${["set_name"]}`;
const v = rt.trace.valueOffset;
call.call`${rt.trace.count}${rt.trace}${[0]}`;
const ev = call.call`${write}${rt.trace}${[3, 0, 0, 1, setName, v, 0]}`; // "set_name was called"
const w = rt.trace.valueOffset;
call.call`${rt.trace.value}${rt.trace}${[3, 1]}`;
call.call`${write}${rt.trace}${[4, 0, 0, ev, 0, w]}`; // "and returned true"
call.call`${console.log}${console}${["strlen of freed memory", s]}`;
