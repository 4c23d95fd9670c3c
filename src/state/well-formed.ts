/**
 * The same text, with U+FFFD in place of each half of a character that has lost its other half (a lone surrogate):
 * `encodeURIComponent` throws at one.
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
