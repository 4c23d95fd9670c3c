// Fails: the run did not come to its end
const text = "x".repeat(1_000_000);
const all: string[] = [];

export function safeStrlen(): number {
  for (;;) all.push(text + all.length);
}
