import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import { storedRecipe, storedRecipes } from "./recipe-answers.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { StoredRecipe } from "../../../src/protocol/routes/helpdesk-pages.ts"

afterEach(cleanup)

const SITE = "https://harbourdesk.example"
const NAME = "Pages shown by the team"
const card = () => within(screen.getByRole("region", { name: NAME }))

/** The page over a relay that keeps these places, and takes a decision only on those that it has. */
async function open(first: StoredRecipe[]) {
  let recipes = first
  const asked: Asked[] = []
  const answer = (command: Asked): PageAnswer | undefined => {
    asked.push(command)
    if (command.route === "GET /v1/admin/page-recipes") return { ok: true, value: { recipes } }
    if (command.route === "POST /v1/admin/page-recipes/decide") {
      const proposal = recipes.find(({ site, state }) => site === command.body.site && state === "proposed")
      if (proposal?.hash !== command.body.hash)
        return { ok: false, code: "refused", message: "Other places were proposed for this site meanwhile." }
      recipes = recipes
        .filter(
          ({ site, state }) => site !== command.body.site || state === (command.body.share ? "declined" : "shared")
        )
        .concat(storedRecipe(command.body.share ? "shared" : "declined", { hash: command.body.hash }))
      return { ok: true, value: null }
    }
    if (command.route === "POST /v1/admin/page-recipes/take-back") {
      recipes = recipes.map((one) => (one.state === "shared" ? storedRecipe("declined") : one))
      return { ok: true, value: null }
    }
    return undefined
  }
  openAdminPage(answer)
  await screen.findByRole("region", { name: NAME })
  await card().findByRole("list", { name: "Pages by site" })
  const decisions = () => asked.filter(({ route }) => /decide|take-back/.test(route))
  const replace = (next: StoredRecipe[]) => {
    recipes = next
  }
  return { decisions, replace }
}
const press = async (name: string) => fireEvent.click(await card().findByRole("button", { name }))
const items = async () => {
  await card().findAllByRole("heading", { level: 3 })
  return card()
    .getAllByRole("listitem")
    .map((one) => one.textContent ?? "")
}

test("each site's places stand in words: by whom, when, what is read, and that Insert writes into the reply box", async () => {
  await open(storedRecipes())
  const [proposed = "", shared = "", declined = ""] = await items()
  expect(proposed).toMatch(/^https:\/\/harbourdesk\.example Proposed/)
  expect(proposed).toMatch(/Proposed by Tom, 20 Nov/)
  expect(proposed).toMatch(/Subjectread/)
  expect(proposed).toMatch(/Messagesread, the newest at the top/)
  expect(proposed).toMatch(/The customer’s are recognised bya name in the page’s code/)
  expect(proposed).toMatch(/Agents’ are recognised bytheir side of the thread: right/)
  expect(proposed).toMatch(/Reply boxyes: Insert writes there/)
  expect(proposed).toMatch(/Insert writes into it in every browser of the team/)
  expect(proposed).toMatch(/It replaces the places that the team uses for this site now/)
  expect(proposed).toContain('"selector": "form textarea[name=\\"answer\\"]"')
  expect(shared).toMatch(/Shared by Ada/)
  expect(declined).toMatch(/Proposed by somebody whom the relay no longer knows/)
  expect(
    card()
      .getAllByRole("button")
      .map((one) => one.getAttribute("aria-label"))
  ).toEqual([`Share ${SITE}`, `Decline ${SITE}`, `Take back ${SITE}`])
})

test("places without subject, agent and reply box say so, and warn of nothing", async () => {
  const { recipe } = storedRecipe("proposed")
  const { subject: _subject, reply: _reply, ...rest } = recipe
  const { agent: _agent, newestFirst: _newest, ...messages } = recipe.messages
  const customer = { kind: "word", word: "requester" } as const
  await open([storedRecipe("proposed", { recipe: { ...rest, messages: { ...messages, customer } } })])
  const [text = ""] = await items()
  expect(text).toMatch(/Subjectnot read/)
  expect(text).toMatch(/the word “requester” beside them/)
  expect(text).toMatch(/Agents’ are recognised bynothing, so they are left out/)
  expect(text).toMatch(/no: a draft can only be copied/)
  expect(text).not.toMatch(/every browser|It replaces/)
})

test("words for notes that count as public on a site are named, with a warning beside Share", async () => {
  const { recipe } = storedRecipe("proposed")
  const plain = (plainWords: string[]) => ({ recipe: { ...recipe, messages: { ...recipe.messages, plainWords } } })
  await open([
    storedRecipe("proposed", plain(["private", "note", "colour"])),
    storedRecipe("declined", { site: "https://old.example", ...plain(["private"]) })
  ])
  const [proposed = "", declined = ""] = await items()
  expect(proposed).toMatch(/Internal notes are recognised by[^.]*except “private”, “note” or the yellow/)
  expect(proposed).toMatch(/Messages with “private”, “note” or the yellow are read as public here/)
  expect(declined).toMatch(/except “private”/)
  expect(declined).not.toMatch(/read as public here/)
  cleanup()
  await open([storedRecipe("proposed")])
  const [usual = ""] = await items()
  expect(usual).toMatch(/Internal notes are recognised bythe usual words, such as “internal”/)
  expect(usual).not.toMatch(/except|read as public here/)
})

test("Share and Decline decide on what is shown, and say so; the focus goes to the card", async () => {
  const page = await open(storedRecipes())
  await press(`Share ${SITE}`)
  expect(
    await card().findByText(`The places of ${SITE} are shared. Browsers use them for the next page they load.`)
  ).toBeTruthy()
  expect(page.decisions()).toEqual([
    { route: "POST /v1/admin/page-recipes/decide", body: { site: SITE, hash: "b".repeat(64), share: true } }
  ])
  expect(document.activeElement).toBe(card().getByRole("heading", { name: NAME }))
  cleanup()
  const other = await open([storedRecipe("proposed")])
  await press(`Decline ${SITE}`)
  expect(await card().findByText(`The places of ${SITE} are declined.`)).toBeTruthy()
  expect(other.decisions()).toMatchObject([{ body: { share: false } }])
  expect(card().queryByRole("button", { name: `Share ${SITE}` })).toBeNull()
})

test("a proposal that was replaced meanwhile isn't shared: the new one is shown with the reason", async () => {
  const page = await open([storedRecipe("proposed")])
  await card().findByRole("button", { name: `Share ${SITE}` })
  page.replace([storedRecipe("proposed", { hash: "c".repeat(64), proposedBy: "Ana" })])
  await press(`Share ${SITE}`)
  expect(await card().findByText(/Other places were proposed for this site meanwhile/)).toBeTruthy()
  expect(await card().findByText(/Proposed by Ana/)).toBeTruthy()
  await press(`Share ${SITE}`)
  expect(await card().findByText(/are shared\./)).toBeTruthy()
  expect(page.decisions()).toMatchObject([{ body: { hash: "a".repeat(64) } }, { body: { hash: "c".repeat(64) } }])
})

test("shared places are taken back only after a question, and the keyboard stays where it was if not", async () => {
  const page = await open([storedRecipe("shared")])
  await press(`Take back ${SITE}`)
  expect(page.decisions()).toEqual([])
  await press("Keep sharing them")
  expect(document.activeElement).toBe(card().getByRole("button", { name: `Take back ${SITE}` }))
  await press(`Take back ${SITE}`)
  await press("Take them back")
  expect(await card().findByText(/^The places of .* are taken back\./)).toBeTruthy()
  expect(page.decisions()).toEqual([{ route: "POST /v1/admin/page-recipes/take-back", body: { site: SITE } }])
})

test("where nobody has proposed anything that is said", async () => {
  await open([])
  expect(await card().findByText("Nobody has proposed a page.")).toBeTruthy()
})
