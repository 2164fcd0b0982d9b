import type { Recogniser } from "../contract/adapter.ts"

export const recogniseSample: Recogniser = (page) =>
  /^\/tickets\/\d+$/.test(page.url.pathname) && page.document.documentElement.hasAttribute("data-sample-helpdesk")
