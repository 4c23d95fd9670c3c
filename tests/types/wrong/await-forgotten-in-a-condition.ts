// says This condition will always return true since this 'Promise<boolean>' is always defined.
async function isOpen(): Promise<boolean> {
  await Promise.resolve();
  return false;
}
if (isOpen()) console.log("open"); // here
