// Each request has a handle of its own, from its begin to its end
import { dlopen, owned } from "ffi";

using handles = dlopen("handles", {
  create_handle: {
    parameters: ["buffer", "usize"],
    result: owned("pointer", "destroy_handle"),
  },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});

const { create_handle, use_handle } = handles.symbols;

const wait = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 1));

async function serve(request: string): Promise<string> {
  using own = create_handle(null, 0);
  if (own === null) throw new Error("no memory");
  const first = use_handle(own.pointer);
  await wait();
  const second = use_handle(own.pointer);
  return `${request}: uses ${first} and ${second}`;
}

const answers = await Promise.all([serve("left"), serve("right")]);
for (const answer of answers) console.log(answer);
