import { afterEach, expect, test } from "vitest"
import type { Composer } from "../../src/composers/common/composer.ts"
import { textarea } from "../../src/composers/textarea/composer.ts"
import { editor, json, newest, openSamplePage, selectNote } from "./sample-page.ts"

const ROUNDS = process.env["REPLYWRIGHT_SOAK"] ? 1000 : 100
const random = mulberry(20261120)
let open: ReturnType<typeof openSamplePage>
afterEach(() => open.life.abort())

/**
 * An agent who jumps about while the helpdesk and the editor take their time: a draft may get lost, but never astray.
 */
test(
  `${ROUNDS} random ticket switches: no draft in another ticket's editor, none in a note`,
  async () => {
    const turn = () => new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 4)))
    const slow: Composer = {
      ...textarea,
      insert: async (element, ...rest) => turn().then(() => textarea.insert(element, ...rest))
    }
    open = openSamplePage({ composers: [slow] })
    open.net.answer = (id) => turn().then(() => json(open.tickets.get(id)))
    const landed: string[] = []
    const astray: string[] = []
    // Heard in the very step in which text goes in.
    const hear = ({ target }: Event) => {
      if (target !== document.querySelector("textarea")) return
      const front = document.querySelector<HTMLElement>("main")?.dataset["ticketId"]
      const note = document.querySelector<HTMLInputElement>("input[value=internal]")?.checked
      const list = editor().value === `Draft for ${front}` && !note ? landed : astray
      list.push(`${front}${note ? " note" : ""}: ${editor().value}`)
    }
    document.addEventListener("input", hear, { signal: open.life.signal })

    for (let round = 0; round < ROUNDS; round++) {
      const id = random() < 0.5 ? "1001" : "1002"
      open.show(id)
      const inserting = open.ask({
        kind: "draft-insert",
        ticketId: id,
        version: newest(open.tickets.get(id)),
        text: `Draft for ${id}`
      })
      const what = random()
      if (what < 0.7) await turn()
      if (what < 0.3) open.show(random() < 0.5 ? "1001" : "1002")
      else if (what < 0.4) open.show(undefined)
      else if (what < 0.5) selectNote()
      await inserting
    }
    expect(astray).toEqual([])
    expect(landed.length).toBeGreaterThan(ROUNDS / 4)
  },
  ROUNDS * 300
)

function mulberry(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
