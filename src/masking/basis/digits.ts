/** How many of its characters are digits. */
export const digitCount = (text: string): number => text.replace(/\D/g, "").length
