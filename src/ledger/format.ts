/** `0x01000010`: eight digits, because addresses are compared by looking at them one below the other. */
export const formatAddress = (address: number): string => `0x${address.toString(16).padStart(8, "0")}`;

/** `1 byte`, `1,024 bytes`. */
export const formatBytes = (bytes: number): string => `${formatCount(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;

// Made once: making one takes as long as drawing a row.
const COUNT = new Intl.NumberFormat("en-US");

export const formatCount = (count: number): string => COUNT.format(count);

/** `1 fault`, `2 faults`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
