/** Made from the folders beside it by "npm run faults". */
import type { Words } from "./definition.ts";
import type { DetailOf, FaultCode } from "./detail.ts";
import { words as FFI001 } from "./FFI001-null-dereference/words.ts";
import { words as FFI002 } from "./FFI002-leak/words.ts";
import { words as FFI003 } from "./FFI003-double-free/words.ts";
import { words as FFI004 } from "./FFI004-use-after-free/words.ts";
import { words as FFI005 } from "./FFI005-out-of-bounds/words.ts";
import { words as FFI006 } from "./FFI006-invalid-free/words.ts";
import { words as FFI007 } from "./FFI007-wrong-deallocator/words.ts";
import { words as FFI008 } from "./FFI008-freed-borrowed/words.ts";
import { words as FFI009 } from "./FFI009-use-after-transfer/words.ts";
import { words as FFI010 } from "./FFI010-unterminated-string/words.ts";
import { words as FFI011 } from "./FFI011-invalid-utf8/words.ts";
import { words as FFI012 } from "./FFI012-stale-view/words.ts";
import { words as FFI013 } from "./FFI013-dangling-callback/words.ts";
import { words as FFI014 } from "./FFI014-signature-mismatch/words.ts";
import { words as FFI015 } from "./FFI015-exception-through-C/words.ts";
import { words as FFI016 } from "./FFI016-uninitialised-read/words.ts";
import { words as FFI017 } from "./FFI017-foreign-pointer/words.ts";
import { words as FFI018 } from "./FFI018-concurrent-use/words.ts";
import { words as FFI019 } from "./FFI019-integer-out-of-range/words.ts";
import { words as FFI020 } from "./FFI020-callback-leak/words.ts";

/** How each fault is put into words, by its code. */
export const WORDS: { readonly [C in FaultCode]: Words<DetailOf<C>> } = {
  FFI001,
  FFI002,
  FFI003,
  FFI004,
  FFI005,
  FFI006,
  FFI007,
  FFI008,
  FFI009,
  FFI010,
  FFI011,
  FFI012,
  FFI013,
  FFI014,
  FFI015,
  FFI016,
  FFI017,
  FFI018,
  FFI019,
  FFI020,
};
