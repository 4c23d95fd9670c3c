import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = lib.symbols;
const pause = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const handle = create_handle(Uint8Array.of(1), 1);
// prints [ 1, 2, 3, 4 ]
type Request = { readonly answer: (value: number) => void };
const requests: Request[] = [];
let wake = () => {};
let done = false;
async function actor(): Promise<void> {
  while (!done) {
    const request = requests.shift();
    if (request) request.answer(use_handle(handle));
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
const ask = () =>
  new Promise<number>((answer) => {
    requests.push({ answer });
    wake();
  });
const running = actor();
const seen: number[] = [];
async function client(): Promise<void> {
  seen.push(await ask());
  await pause();
  seen.push(await ask());
}
await Promise.all([client(), client()]);
done = true;
wake();
await running;
console.log(seen);
destroy_handle(handle);
