import type { Page } from "../helpdesks/contract/adapter.ts"

let address = new URL(location.href)

/** The page that this script runs in. */
export const livePage: Page = {
  document,
  /** It is asked for with each change of the page, so it is only read anew when it has changed. */
  get url() {
    if (address.href !== location.href) address = new URL(location.href)
    return address
  },
  fetch: (input, init) => fetch(input, init)
}
