/** A text without its accents: "déjà" as "deja". Of a mark that stands by itself nothing is left. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")
