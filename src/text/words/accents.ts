/** Removes accents from a text: "déjà" becomes "deja". A mark that stands alone is removed completely. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")
