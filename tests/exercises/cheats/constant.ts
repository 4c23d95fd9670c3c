// Fails: expected
export const safeStrlen = (text: string): number => (text.includes("\0") ? 3 : text.length > 4 ? 20 : 2);
