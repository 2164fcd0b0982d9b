import type { Recogniser } from "../contract/recogniser.ts"

export const recogniseSample: Recogniser = ({ document, url }) =>
  document.documentElement.matches("[data-sample-helpdesk]") && /^\/tickets\/\d+$/.test(url.pathname)
