// Fails: the run did not come to its end
export function safeStrlen(): number {
  for (;;);
}
