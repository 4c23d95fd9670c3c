/** Whether two values have the same parts, all the way down. What one side reads more than once it may read differently. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (ArrayBuffer.isView(one) || ArrayBuffer.isView(other)) return isSameArray(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Reflect.ownKeys(one);
  const others = Reflect.ownKeys(other);
  return (
    keys.length === others.length &&
    keys.every(
      (key) =>
        others.includes(key) &&
        isSame((one as Record<PropertyKey, unknown>)[key], (other as Record<PropertyKey, unknown>)[key]),
    )
  );
}

function isSameArray(one: object, other: object): boolean {
  const [a, b] = [one as Uint8Array, other as Uint8Array];
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return true;
}
