import type { Recogniser } from "../contract/recogniser.ts"

export const recogniseSample: Recogniser = ({ document, url }) =>
  /^\/tickets\/\d+$/.test(url.pathname) && document.documentElement.hasAttribute("data-sample-helpdesk")
