// The copy lives in a field, for as long as C has its address
import { dlopen, type CString } from "ffi";

using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
});

const { store_string, stored_length } = strings.symbols;

class Title implements Disposable {
  #kept: CString | null = null;

  set(text: string): void {
    const next = strings.cstring(text);
    store_string(next.pointer);
    this.#kept?.[Symbol.dispose]();
    this.#kept = next;
  }

  [Symbol.dispose](): void {
    store_string(null);
    this.#kept?.[Symbol.dispose]();
  }
}

using title = new Title();
title.set("a title");
console.log("stored length:", stored_length());
title.set("another title");
console.log("stored length:", stored_length());
