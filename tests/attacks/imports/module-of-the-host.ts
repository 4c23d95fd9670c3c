// Open: refused "line 4: a program can import only \"ffi\"".
// Sealed: refused "line 4: a program can import only \"ffi\"".
// A module of the host is what the command line runs in.
import { readFileSync } from "node:fs";
console.log(readFileSync("/etc/hostname", "utf8"));
