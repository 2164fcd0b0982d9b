import type { Recogniser } from "../contract/recogniser.ts"

/**
 * Its head is the same in every page and theme; the number of an issue stands in the address, below whatever path, and
 * a list's has none.
 */
export const recogniseRedmine: Recogniser = ({ document, url: { pathname } }) =>
  document.querySelector("meta[name=keywords][content='issue,bug,tracker']") !== null &&
  (/\/issues\/\d/.test(pathname) || (/\/issues\/?$/.test(pathname) && "list"))
