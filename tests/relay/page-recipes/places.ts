import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

export const DESK = "https://desk.example"

/** The places of a site's pages. A change of `subject` makes other places of the same site. */
export const places = (site = DESK, subject = '[class~="subject"]', more: Partial<PageRecipe> = {}): PageRecipe => ({
  version: 1,
  site,
  address: "/inbox/*",
  subject: { through: [], selector: subject },
  messages: {
    through: [],
    selector: '[class~="said"]',
    customer: { kind: "self", selector: '[class~="theirs"]' },
    agent: { kind: "inside", selector: '[data-by="agent"]' },
    head: ['[class~="by"]'],
    time: { selector: "time", attribute: "datetime" }
  },
  reply: { through: [], selector: "form textarea" },
  ...more
})
