// Fails: calls of C's strlen: expected 1, and it was 0
export function safeStrlen(text: string): number {
  if (text.includes("\0")) throw Object.assign(new Error("no"), { name: "NulError" });
  return new TextEncoder().encode(text).length;
}
