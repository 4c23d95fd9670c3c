import { address, dlopen, PointerView } from "../../../src/ffi/index.ts";
import { compare } from "../compare.ts";
import { load } from "../open-library.ts";
import { openEmscripten } from "./emscripten.ts";
import { loopOver } from "./loop.ts";
import { row, type CallRow } from "./row.ts";

const ITEMS = 1000;

const TABLE = {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["pointer", "usize"], result: "void" },
} as const;

/** C calls TypeScript once for each of 1,000 items. */
export async function measureCallbacks(): Promise<CallRow[]> {
  const emscripten = await openEmscripten("callbacks");
  const { register_callback, process_items, malloc } = emscripten.asm;
  if (!register_callback || !process_items || !malloc) throw new Error("callbacks exports too little");
  let theirs = 0;
  register_callback(
    emscripten.addFunction((value) => void (theirs += value), "vii"),
    0,
  );
  const items = malloc(ITEMS * 4);
  new Int32Array(emscripten.memory.buffer, items, ITEMS).fill(1);
  const reference = () => loopOver({ process: process_items, items }, `process(items, ${ITEMS});`);

  const rows: CallRow[] = [];
  for (const build of ["fast", "checked"] as const) {
    const opened = await load("callbacks", build);
    opened.begin();
    const library = dlopen("callbacks", TABLE);
    let ours = 0;
    const callback = library.callback({ parameters: ["i32", "pointer"], result: "void" }, (value) => {
      ours += value;
    });
    library.symbols.register_callback(callback.pointer, null);
    const { pointer } = library.alloc(ITEMS * 4);
    new PointerView(pointer).getArray("i32", ITEMS).fill(1);
    const subject = loopOver({ process: library.symbols.process_items, pointer }, `process(pointer, ${ITEMS});`);
    const what = `a callback of 1,000 items, ${build === "fast" ? "untraced" : "traced"}`;
    rows.push(row(what, "addFunction", compare(subject, reference())));
    if (ours === 0 || theirs === 0 || address(pointer) === 0) throw new Error("nobody was called back");
  }
  return rows;
}
