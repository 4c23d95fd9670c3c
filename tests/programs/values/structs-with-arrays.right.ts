// prints 48 [ 0, 2, 8, 24, 40 ]
// prints { value: 8 } { value: [ 1.5 ] }
// prints { tag: 11, samples: [ 9, 10, 11 ], pairs: [ { weight: 10.5, count: 11 }, { weight: 11.5, count: 12 } ], wide: [ 10n, 11n ], name: [ 65, 100, 97, 0, 0 ] }
// prints 107 true
import { array, dlopen, PointerView, struct } from "ffi";

const Only = struct({ value: "i32" });
const OnlyOfOne = struct({ value: array("f64", 1) });
const Pair = struct({ weight: "f32", count: "i16" });
const Frame = struct({
  tag: "u8",
  samples: array("i16", 3),
  pairs: array(Pair, 2),
  wide: array("u64", 2),
  name: array("i8", 5),
});
console.log(
  Frame.byteLength,
  Frame.fields.map((field) => field.offset),
);
using values = dlopen("values", {
  next_only: { parameters: [Only], result: Only },
  half_of: { parameters: [OnlyOfOne], result: OnlyOfOne },
  shifted: { parameters: [Frame, "i16"], result: Frame },
  shift_frame: { parameters: ["pointer", "i16"], result: "f64" },
});
const { next_only, half_of, shifted, shift_frame } = values.symbols;
console.log(next_only({ value: 7 }), half_of({ value: [3] }));
const frame = {
  tag: 1,
  samples: [-1, 0, 1],
  pairs: [
    { weight: 0.5, count: 1 },
    { weight: 1.5, count: 2 },
  ],
  wide: [0n, 1n],
  name: [65, 100, 97, 0, 0],
};
const moved = shifted(frame, 10);
console.log(moved);
using memory = values.alloc(Frame.byteLength);
const view = new PointerView(memory.pointer);
view.setStruct(Frame, 0, frame);
console.log(shift_frame(memory.pointer, 10), JSON.stringify(view.getStruct(Frame).samples) === "[9,10,11]");
