/** The messages of one surface in another language: each key of the English ones, and no other. */
export type Translation<English> = { readonly [Key in keyof English]: string }
