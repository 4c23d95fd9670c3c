import { expect, it } from "vitest";
import { Inbox } from "./inbox.ts";

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const busy = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};
const never = (): never => expect.unreachable();

it("reads the first message at once, and all in order", async () => {
  const read: unknown[] = [];
  const inbox = new Inbox((message) => read.push(message), never);
  inbox.push(1);
  expect(read[0]).toBe(1);
  inbox.push(2);
  inbox.push(3);
  await expect.poll(() => read).toEqual([1, 2, 3]);
});

it("lets others have their turn between slices", async () => {
  const read: unknown[] = [];
  const inbox = new Inbox((message) => {
    read.push(message);
    busy(5);
  }, never);
  for (let i = 0; i < 10; i++) inbox.push(i);
  const early = read.length;
  await nextTurn();
  expect(read.length).toBeGreaterThan(early - 1);
  expect(read.length).toBeLessThan(10);
  await expect.poll(() => read.length).toBe(10);
});

it("reads no more than there is time for when it is drained", () => {
  let read = 0;
  const inbox = new Inbox(() => {
    read += 1;
    busy(10);
  }, never);
  for (let i = 0; i < 20; i++) inbox.push(i);
  const before = read;
  inbox.drain(15);
  expect(read - before).toBeGreaterThanOrEqual(1);
  expect(read - before).toBeLessThanOrEqual(2);
});

it("reads nothing once it is closed, even from within a message", async () => {
  const read: unknown[] = [];
  const inbox: Inbox = new Inbox((message) => {
    read.push(message);
    busy(10);
    if (message === 2) inbox.close();
  }, never);
  for (let i = 0; i < 5; i++) inbox.push(i);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(read).toEqual([0, 1, 2]);
});

it("says when more bytes wait than may, in columns or in texts", () => {
  const column = { batch: { kind: new Uint8Array(32 * 1024 * 1024).subarray(0, 1) } };
  const texts = { batch: { strings: Array.from({ length: 16 }, () => "x".repeat(1024 * 1024)) } };
  for (const message of [column, texts]) {
    let overflows = 0;
    let pushed = 0;
    const inbox = new Inbox(
      () => busy(10),
      () => {
        overflows += 1;
        inbox.close();
      },
    );
    while (overflows === 0 && pushed < 100) {
      inbox.push(message);
      pushed += 1;
    }
    expect([overflows, pushed <= 16]).toEqual([1, true]);
  }
});

it("says when more wait than may", () => {
  let overflows = 0;
  const inbox = new Inbox(
    () => busy(10),
    () => {
      overflows += 1;
      inbox.close();
    },
  );
  for (let i = 0; i < 3000 && overflows === 0; i++) inbox.push(i);
  expect(overflows).toBe(1);
});
