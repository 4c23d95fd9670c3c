/** The globals that are JavaScript itself: objects of these names compute, and reach nothing outside of the program. */
export const LANGUAGE: ReadonlySet<string> = new Set([
  ..."globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI".split(
    " ",
  ),
  ..."encodeURIComponent escape unescape Object Function Boolean Symbol Error AggregateError EvalError RangeError".split(
    " ",
  ),
  ..."ReferenceError SyntaxError TypeError URIError SuppressedError Number BigInt Math Date String RegExp Array".split(
    " ",
  ),
  ..."Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array".split(" "),
  ..."BigUint64Array Float16Array Float32Array Float64Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry".split(
    " ",
  ),
  ..."ArrayBuffer DataView Atomics JSON Promise Proxy Reflect Intl Iterator AsyncIterator Temporal".split(" "),
  ..."DisposableStack AsyncDisposableStack WebAssembly".split(" "),
]);
