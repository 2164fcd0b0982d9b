import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { CommandAnswer, PanelState } from "../../../src/protocol/panel.ts"
import { taughtPage } from "../help/states-picking.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more:taught-page")

afterEach(cleanup)

const SITE = taughtPage().ticket?.site
const show = (places?: PanelState["places"], answer: CommandAnswer = { ok: true }) =>
  showPanel(taughtPage(places), { "panel-recipe-share": answer, "panel-recipe-forget": answer })
const card = (name: RegExp = /^Read by the places/) => within(screen.getByRole("region", { name }))
const press = (name: string) => fireEvent.click(card().getByRole("button", { name }))
const offers = () =>
  ["Share with the team", "Save the places as a file", "Forget the places"].filter((name) =>
    card().queryByRole("button", { name })
  )

test("places of this browser are shared after a press, and it is said that an admin is asked", async () => {
  const background = show({ of: "browser", kept: true }, { ok: true, proposed: "proposed" })
  expect(
    card(/^Read by the places you showed$/).getByText("These places are stored in this browser only.")
  ).toBeTruthy()
  press("Share with the team")
  expect(
    await card().findByText("An admin is asked. Until then it works in this browser only.", {
      selector: "[role=status]"
    })
  ).toBeTruthy()
  expect(background.of("panel-recipe-share")).toEqual([{ kind: "panel-recipe-share", site: SITE }])
})

test("that the places of a site are forgotten isn't said of another one", async () => {
  const background = show({ of: "browser", kept: true })
  press("Forget the places")
  await card().findByText(/^Forgotten\./)
  const { ticket, ...state } = taughtPage({ of: "browser", kept: true })
  if (!ticket) throw new Error("The state has no ticket.")
  const other = { ...ticket, key: "taught-page https://b.example 7", site: "https://b.example", ticketId: "7" }
  background.push({ ...state, ticket: other })
  openPlace("more:taught-page")
  expect(card().queryByText(/^Forgotten\./)).toBeNull()
})

test("what the relay says against it is said, and so is that the team has the places already", async () => {
  const message = "A team has places of 200 sites at most: an admin has to take one back or decline one first."
  for (const [answer, words] of [
    [{ ok: false, code: "too-many-recipes", message }, `Nothing was shared. ${message}`],
    [{ ok: false, code: "sites-hashed" }, /keeps the addresses of helpdesks hashed/],
    [{ ok: true, proposed: "shared" }, "Your team has these places already."]
  ] as const) {
    show({ of: "browser", kept: true }, answer)
    press("Share with the team")
    expect(await card().findByText(words)).toBeTruthy()
    cleanup()
  }
})

test.each<[string, PanelState["places"], string, string[]]>([
  [
    "kept here",
    { of: "browser", kept: true, shared: "other" },
    "These places are stored in this browser. Your team uses others; they are used here once you forget your own.",
    ["Share with the team", "Save the places as a file", "Forget the places"]
  ],
  [
    "the same as the team's",
    { of: "browser", kept: true, shared: "same" },
    "These places are stored in this browser, and your team uses the same ones.",
    ["Save the places as a file", "Forget the places"]
  ],
  [
    "the team's",
    { of: "team", shared: "other" },
    "These places are your team’s. An admin has shared them.",
    ["Forget the places"]
  ],
  ["used once", undefined, "These places are used for this page only. They aren’t stored.", []],
  ["forgotten", { of: "browser" }, "These places are used for this page only. They aren’t stored.", []]
])("the card says whose the places are and offers what can be done: %s", (_, places, words, buttons) => {
  show(places)
  expect(card().getByText(words)).toBeTruthy()
  expect(offers()).toEqual(buttons)
})

test("the team's places can't be forgotten here; Forget says who can take them back, and asks for nothing", async () => {
  const background = show({ of: "team", shared: "other" })
  expect(screen.getByRole("region", { name: "Read by the places your team showed" })).toBeTruthy()
  press("Forget the places")
  expect(await card().findByText(/An admin can take them back on the admin page/)).toBeTruthy()
  expect(background.of("panel-recipe-forget")).toEqual([])
})

test("own places are forgotten; where the team has some too it is said that they are used, and who takes them back", async () => {
  const background = show({ of: "browser", kept: true })
  press("Forget the places")
  expect(await card().findByText("Forgotten. This page is no longer read after it is reloaded.")).toBeTruthy()
  expect(background.of("panel-recipe-forget")).toHaveLength(1)
  cleanup()
  show({ of: "browser", kept: true, shared: "same" })
  press("Forget the places")
  expect(await card().findByText(/read by your team’s places; an admin can take them back/)).toBeTruthy()
})

test("without a ticket, on a site that isn't allowed, the panel says that the team has shown it, above the way to allow it", () => {
  showPanel(states["places-of-team"]())
  const words = screen.getByText(/^Your team has shown Replywright where this page has its tickets\./)
  const allow = screen.getByRole("button", { name: "Allow this site" })
  expect(words.compareDocumentPosition(allow) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  cleanup()
  const { site, ...state } = states["places-of-team"]()
  showPanel({ ...state, ...(site ? { site: { origin: site.origin, on: false, builtIn: false } } : {}) })
  expect(screen.queryByText(/^Your team has shown/)).toBeNull()
})
