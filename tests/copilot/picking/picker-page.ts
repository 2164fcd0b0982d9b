import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"
import type { PickState } from "../../../src/protocol/picking/picking.ts"
import { TAUGHT_PAGE } from "../../../src/ticket/page-recipe.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { ORIGIN } from "../help/world.ts"

/** Places of the site, which tell nothing but where something stands. A change of `subject` makes other places. */
export const placesOf = (site = ORIGIN, subject = '[class~="subject"]'): PageRecipe => ({
  version: 1,
  site,
  address: "/tickets/*",
  subject: { through: [], selector: subject },
  messages: {
    through: [],
    selector: '[class~="said"]',
    customer: { kind: "self", selector: '[class~="theirs"]' },
    head: ['[class~="by"]']
  },
  reply: { through: [], selector: "form textarea" }
})

export const SAID = "Hello, where is my parcel? I am Anna Bergmann, anna.bergmann@mail.example."
export const NOTE = "She called twice about the zebra kettle."

export const pickState = (more: Partial<PickState> = {}): PickState => ({
  site: ORIGIN,
  step: "another",
  subject: "Parcel for Anna Bergmann",
  messages: [
    { id: "m1", role: "customer", author: "Anna Bergmann", text: SAID, shown: true },
    { id: "n1", role: "agent", author: "Tom Baker", text: NOTE, shown: false, out: "note" }
  ],
  reply: false,
  ...more
})

/** A page that no adapter knows, with the script by which somebody points at its parts, and the one that reads it. */
export function pickerPage() {
  const double = pageDouble(sampleTicket({ helpdesk: TAUGHT_PAGE }))
  const picker = {
    state: pickState(),
    /** The script is there and has started. A page that is loaded anew has none. */
    there: true,
    /** It answers no until it has started, which takes a moment. */
    startsLate: false,
    /** What is pointed at makes places. */
    complete: true,
    asked: [] as { kind: string; act?: unknown; words?: unknown }[],
    /** The places by which the page was read, with what was said of single messages. */
    used: [] as { recipe: PageRecipe; choices?: unknown }[],
    refuses: false
  }
  const answer = async (message: unknown): Promise<unknown> => {
    const asked = message as { kind: string; recipe?: PageRecipe; choices?: unknown }
    if (asked.kind === "recipe-use" && asked.recipe) {
      if (picker.refuses) return { ok: false, code: "bad-recipe", part: "messages.selector" }
      picker.used.push({ recipe: asked.recipe, ...(asked.choices === undefined ? {} : { choices: asked.choices }) })
      return { ok: true }
    }
    if (!asked.kind.startsWith("pick-")) return double.answer(message)
    picker.asked.push(asked)
    if (asked.kind === "pick-start" && picker.startsLate) {
      await new Promise((done) => setTimeout(done, 100))
      picker.there = true
    }
    if (!picker.there) return { ok: false }
    if (asked.kind === "pick-stop") picker.there = false
    if (asked.kind !== "pick-finish") return { ok: true, state: picker.state }
    return picker.complete
      ? { ok: true, recipe: placesOf(), choices: { out: ["m7"], roles: { n1: "agent" } } }
      : { ok: false }
  }
  return { double: { ...double, answer }, picker }
}
