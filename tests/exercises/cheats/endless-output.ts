// Fails: the run did not come to its end
export function safeStrlen(): number {
  for (;;) console.log("x".repeat(9_000));
}
