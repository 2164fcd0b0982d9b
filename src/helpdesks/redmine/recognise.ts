import type { Recogniser } from "../contract/adapter.ts"

/**
 * The head is the same in every page and theme. The address contains the number of an issue, below any path, and a
 * list's address has no number.
 */
export const recogniseRedmine: Recogniser = (page) =>
  /\/issues(?:\/\d|\/?$)/.test(page.url.pathname) &&
  page.document.querySelector("meta[name=keywords][content='issue,bug,tracker']") !== null &&
  (/\/issues\/\d/.test(page.url.pathname) || "list")
