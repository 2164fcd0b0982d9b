/** Counts the digits in a text. */
export const digitCount = (text: string): number => text.replace(/\D/g, "").length
