import type { StoredRecipe } from "../../../src/protocol/routes/helpdesk-pages.ts"

/** Places of one site, as the relay lists them. */
export const storedRecipe = (state: StoredRecipe["state"], more: Partial<StoredRecipe> = {}): StoredRecipe => ({
  site: "https://harbourdesk.example",
  state,
  hash: "a".repeat(64),
  recipe: {
    version: 1,
    site: "https://harbourdesk.example",
    address: "/inbox/*",
    subject: { through: [], selector: '[class~="subject"]' },
    messages: {
      through: ["main > iframe"],
      selector: '[class~="said"]',
      customer: { kind: "self", selector: '[class~="theirs"]' },
      agent: { kind: "side", side: "right", ground: "rgb(240, 246, 255)" },
      head: ['[class~="by"]'],
      newestFirst: true
    },
    reply: { through: [], selector: 'form textarea[name="answer"]' }
  },
  proposedBy: "Tom",
  proposedAt: "2026-11-20T10:00:00Z",
  decidedBy: state === "proposed" ? null : "Ada",
  decidedAt: state === "proposed" ? null : "2026-11-21T10:00:00Z",
  ...more
})

/** One of each state; the proposal would replace what the team uses. */
export const storedRecipes = (): StoredRecipe[] => [
  storedRecipe("proposed", { hash: "b".repeat(64) }),
  storedRecipe("shared"),
  storedRecipe("declined", { site: "https://old.example", proposedBy: null })
]
