import { afterEach, describe, expect, test } from "vitest"
import { composers } from "../../src/composers/index.ts"
import { NoEditor, type HelpdeskAdapter } from "../../src/helpdesks/contract/adapter.ts"
import type { HelpdeskPage } from "../../src/page/helpdesk-page.ts"
import { insertDraft } from "../../src/page/insert-draft.ts"
import { livePage } from "../../src/page/live-page.ts"
import type { Opened } from "./editor.ts"
import { editors } from "./editors.ts"

const ASK = { kind: "draft-insert", ticketId: "1", version: "9", text: "Hello Maya,\n\nwe found it." } as const
const OWN = ["My own words."]
const life = new AbortController()

/** What the page shows as the reply's editor, from one moment to the next. */
let shown: Opened | undefined
/** What happens in the page while the helpdesk is asked for the newest message. */
let meanwhile: () => unknown = () => undefined

const adapter: HelpdeskAdapter = {
  id: "test",
  matches: () => true,
  openTicket: () => ({ ticketId: "1" }),
  readTicket: () => Promise.reject(new Error("not read here")),
  async newestPublic() {
    await meanwhile()
    return { version: "9" }
  },
  findReplyEditor() {
    if (!shown) throw new NoEditor()
    return shown.element
  },
  selfTest: () => []
}
const helpdeskPage: HelpdeskPage = { adapter, composers, page: livePage }

describe.each(editors)("$name", (kind) => {
  afterEach(() => {
    shown?.close()
    shown = undefined
    meanwhile = () => undefined
  })

  test("an editor that appears late is found by the next Insert", async () => {
    await expect(insertDraft(helpdeskPage, ASK, life.signal)).rejects.toThrow(NoEditor)
    shown = await kind.open({ own: OWN })
    expect(await insertDraft(helpdeskPage, ASK, life.signal)).toMatchObject({ ok: true })
    expect(shown.lines().trim()).toBe(`${OWN[0]}\n\n${ASK.text}`)
  })

  test("made anew by the page while the helpdesk is asked: the draft goes into the new one", async () => {
    const former = await kind.open({ own: OWN })
    shown = former
    meanwhile = async () => {
      former.close()
      shown = await kind.open({ own: OWN })
    }
    expect(await insertDraft(helpdeskPage, ASK, life.signal)).toMatchObject({ ok: true })
    expect(shown.lines().trim()).toBe(`${OWN[0]}\n\n${ASK.text}`)
  })

  test("made anew in the step between the last check and the write: nothing is written anywhere", async () => {
    const former = await kind.open({ own: OWN })
    const next = await kind.open({ own: OWN })
    const stood = next.model()
    shown = former
    former.element.addEventListener(
      "focus",
      () => {
        former.close()
        shown = next
      },
      { once: true }
    )
    await expect(insertDraft(helpdeskPage, ASK, life.signal)).rejects.toMatchObject({ problem: { code: "not-there" } })
    expect(next.model()).toBe(stood)
    expect(document.body.textContent).not.toContain("Hello Maya")
    expect([...document.querySelectorAll("textarea")].map(({ value }) => value).join()).not.toContain("Hello Maya")
  })
})
