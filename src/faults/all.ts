/** Made from the folders beside it by "npm run faults". */
import { fault as FFI001, detail as FFI001_DETAIL } from "./FFI001-null-dereference/fault.ts";
import { fault as FFI002, detail as FFI002_DETAIL } from "./FFI002-leak/fault.ts";
import { fault as FFI003, detail as FFI003_DETAIL } from "./FFI003-double-free/fault.ts";
import { fault as FFI004, detail as FFI004_DETAIL } from "./FFI004-use-after-free/fault.ts";
import { fault as FFI005, detail as FFI005_DETAIL } from "./FFI005-out-of-bounds/fault.ts";
import { fault as FFI006, detail as FFI006_DETAIL } from "./FFI006-invalid-free/fault.ts";
import { fault as FFI007, detail as FFI007_DETAIL } from "./FFI007-wrong-deallocator/fault.ts";
import { fault as FFI008, detail as FFI008_DETAIL } from "./FFI008-freed-borrowed/fault.ts";
import { fault as FFI009, detail as FFI009_DETAIL } from "./FFI009-use-after-transfer/fault.ts";
import { fault as FFI010, detail as FFI010_DETAIL } from "./FFI010-unterminated-string/fault.ts";
import { fault as FFI011, detail as FFI011_DETAIL } from "./FFI011-invalid-utf8/fault.ts";
import { fault as FFI012, detail as FFI012_DETAIL } from "./FFI012-stale-view/fault.ts";
import { fault as FFI013, detail as FFI013_DETAIL } from "./FFI013-dangling-callback/fault.ts";
import { fault as FFI014, detail as FFI014_DETAIL } from "./FFI014-signature-mismatch/fault.ts";
import { fault as FFI015, detail as FFI015_DETAIL } from "./FFI015-exception-through-C/fault.ts";
import { fault as FFI016, detail as FFI016_DETAIL } from "./FFI016-uninitialised-read/fault.ts";
import { fault as FFI017, detail as FFI017_DETAIL } from "./FFI017-foreign-pointer/fault.ts";
import { fault as FFI018, detail as FFI018_DETAIL } from "./FFI018-concurrent-use/fault.ts";
import { fault as FFI019, detail as FFI019_DETAIL } from "./FFI019-integer-out-of-range/fault.ts";
import { fault as FFI020, detail as FFI020_DETAIL } from "./FFI020-callback-leak/fault.ts";

/** What is the same for every report of a fault, by its code. */
export const FAULTS = {
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
} as const;

/** What only a report of the fault itself says, by its code: schemas of the details. */
export const DETAILS = {
  FFI001: FFI001_DETAIL,
  FFI002: FFI002_DETAIL,
  FFI003: FFI003_DETAIL,
  FFI004: FFI004_DETAIL,
  FFI005: FFI005_DETAIL,
  FFI006: FFI006_DETAIL,
  FFI007: FFI007_DETAIL,
  FFI008: FFI008_DETAIL,
  FFI009: FFI009_DETAIL,
  FFI010: FFI010_DETAIL,
  FFI011: FFI011_DETAIL,
  FFI012: FFI012_DETAIL,
  FFI013: FFI013_DETAIL,
  FFI014: FFI014_DETAIL,
  FFI015: FFI015_DETAIL,
  FFI016: FFI016_DETAIL,
  FFI017: FFI017_DETAIL,
  FFI018: FFI018_DETAIL,
  FFI019: FFI019_DETAIL,
  FFI020: FFI020_DETAIL,
} as const;
