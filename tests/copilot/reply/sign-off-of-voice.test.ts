import { expect, test } from "vitest"
import { voiceRules } from "../../../src/protocol/answer.ts"
import { KEY, openWorld } from "../help/world.ts"
import { goodDraft } from "../help/relay-script.ts"

const BODY = "Hello Anna Bergmann,\n\nthank you for waiting. Your tank is on its way to you since this morning."
const QUOTE = "\n\nOn Thu, Anna wrote:\n> Where is it?\n> Cheers, Anna"
const VOICE = {
  name: "lumen",
  greetings: [],
  greets: "none",
  signOffs: ["Cheers,\n{agent}"],
  most: {},
  forbidden: [],
  preferred: [],
  products: []
} as const

/** What the tone card says of the sign-off, and the editor after the click. */
async function checked(reply: string) {
  const all = await openWorld()
  all.relay.relay.script = (id) => ({
    events: goodDraft(id).map((one) => (one.type === "draft-end" ? { ...one, voice } : one))
  })
  const voice = voiceRules.parse(VOICE)
  await all.panel.draft("ready")
  all.page.editor = reply
  await all.ask({ kind: "panel-tone", key: KEY })
  const { tone } = await all.panel.until((state) => state.tone !== undefined)
  const found = tone?.findings.find(({ kind }) => kind === "voice-sign-off")
  if (found) await all.ask({ kind: "panel-tone-fix", key: KEY, start: found.start, quote: found.quote })
  return { quote: found?.quote, editor: all.page.editor }
}

test.each(["Cheers,\nTom Baker", "Cheers,\nTom", "Cheers", "cheers, Tom"])(
  "the voice's sign-off is right: %s",
  async (end) => {
    for (const below of ["", QUOTE]) {
      const reply = `${BODY}\n\n${end}${below}`
      expect(await checked(reply)).toEqual({ quote: undefined, editor: reply })
    }
  }
)

test.each([
  ["Kind regards\nTom", "Kind regards", "Cheers,\nTom"],
  ["Happy brewing!\nTom", "Happy brewing!", "Cheers,\nTom"],
  ["Tom", "Tom", "Cheers,\nTom"]
])("one click puts it in the place of another, and nothing twice: %s", async (end, quote, right) => {
  for (const below of ["", QUOTE])
    expect(await checked(`${BODY}\n\n${end}${below}`)).toEqual({ quote, editor: `${BODY}\n\n${right}${below}` })
})

test("where there is none, it stands below the reply and above the quote", async () => {
  const { editor } = await checked(BODY + QUOTE)
  expect(editor).toMatch(/this morning\.\n\nCheers,?(?:\n.+)?\n\nOn Thu/)
})
