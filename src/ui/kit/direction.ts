/** Returns `lang` and `dir` for text in the ticket's language. */
export function direction(language: string | null): { lang?: string; dir: "rtl" | "ltr" | "auto" } {
  if (!language) return { dir: "auto" }
  return { lang: language, dir: /^(ar|he|fa|ur|yi|ps|sd|ug)\b/.test(language) ? "rtl" : "ltr" }
}
