/**
 * Returns a file's name as its letters follow each other. The customer gave it, and marks that turn the direction can
 * have "Offer‹U+202E›fdp.exe" look like a PDF.
 */
export const fileName = (name: string): string => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
