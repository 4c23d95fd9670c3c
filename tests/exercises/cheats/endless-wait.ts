// Fails: expected
export function safeStrlen(): unknown {
  return { then() {} };
}
