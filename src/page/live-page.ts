import type { Page } from "../helpdesks/contract/adapter.ts"

/** The page that this script runs in. */
export const livePage: Page = {
  document,
  get url() {
    return new URL(location.href)
  },
  fetch: (input, init) => fetch(input, init)
}
