// Two requests share one handle, and each waits in the middle
import { dlopen } from "ffi";

using handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});

const { create_handle, use_handle, destroy_handle } = handles.symbols;

const wait = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 1));

const shared = create_handle(null, 0);

async function serve(request: string): Promise<string> {
  const first = use_handle(shared); // FFI018
  await wait();
  const second = use_handle(shared);
  return `${request}: uses ${first} and ${second}`;
}

const answers = await Promise.all([serve("left"), serve("right")]);
for (const answer of answers) console.log(answer);
destroy_handle(shared);
