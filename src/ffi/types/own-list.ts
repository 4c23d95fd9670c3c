/** Elements of the longest list that is taken from a program: as many as an array in a struct may have. */
const MOST_ELEMENTS = 0x7fffffff;

/**
 * The elements of an array, as they are at this moment: its length and each of them is asked for once. Null for what is
 * no array, and for one that says of itself that it has no such length.
 *
 * @param wanted how many there have to be; for another length the list is empty, and `length` says what it was.
 */
export function ownList(
  value: unknown,
  wanted?: number,
): { readonly length: number; readonly items: unknown[] } | null {
  if (!Array.isArray(value)) return null;
  const { length } = value as { readonly length: unknown };
  if (typeof length !== "number" || !(length >= 0 && length <= MOST_ELEMENTS)) return null;
  const items: unknown[] = [];
  if (wanted === undefined || length === wanted) for (let i = 0; i < length; i += 1) items.push(value[i]);
  return { length, items };
}
