// Fails: the answer threw RangeError
export function safeStrlen(): never {
  throw new RangeError("there is no memory left");
}
