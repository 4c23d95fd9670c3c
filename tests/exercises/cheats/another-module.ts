// Fails: refused:
import { readFileSync } from "node:fs";

export const safeStrlen = (): number => readFileSync("/dev/null").length;
