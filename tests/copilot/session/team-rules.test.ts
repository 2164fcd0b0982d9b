import { expect, test } from "vitest"
import type { MaskingChoices } from "../../../src/copilot/relay-client/copilot-parts.ts"
import { soon } from "../../soon.ts"
import { KEY, openWorld, world, type World } from "../help/world.ts"
import type { RulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

const team: RulesAnswer = {
  version: 3,
  mode: "balanced",
  keep: ["Bella Vita"],
  names: ["Zarathustra"],
  orderPattern: String.raw`BV-\d{5}`,
  articleWords: "AAAAAAAAAAA=",
  agentsMayAdd: false,
  words: [],
  proposed: [],
  by: "Ada",
  at: "2026-11-20T10:00:00.000Z"
}
const TOLD = {
  version: 3,
  mode: "balanced",
  keep: ["Bella Vita"],
  names: ["Zarathustra"],
  orderPattern: String.raw`BV-\d{5}`,
  articleWords: "AAAAAAAAAAA="
}

/** What each masking job was told, in order. */
function listen({ masker, local }: Pick<World, "masker" | "local">): MaskingChoices[] {
  const told: MaskingChoices[] = []
  masker.now = {
    ticket: (ticket, table, said, signal) => local.ticket(ticket, table, (told.push(said), said), signal),
    texts: (texts, known, table, said, signal) => local.texts(texts, known, table, (told.push(said), said), signal)
  }
  return told
}
const fetched = ({ relay }: Pick<World, "relay">) =>
  relay.seen.calls.filter((call) => call === "GET /v1/masking-rules").length

async function opened(rules = team) {
  const all = await world()
  all.relay.relay.rules = rules
  const told = listen(all)
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  return {
    ...all,
    get worker() {
      return all.worker
    },
    panel,
    told
  }
}

test("the team's rules are fetched at sign-in, once, and every job bears them; the panel says which mode is on", async () => {
  const all = await opened()
  expect(all.told.map(({ rules }) => rules)).toEqual(all.told.map(() => TOLD))
  expect(all.told.length).toBeGreaterThan(0)
  expect(fetched(all)).toBe(1)
  expect(all.panel.states.at(-1)?.masking).toEqual({ mode: "balanced" })
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "Shorter, for Zarathustra" })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  expect(all.told.at(-1)?.rules).toEqual(TOLD)
})

test("without rules strict holds, and nothing is old", async () => {
  const all = await openWorld()
  const told = listen(all)
  const draft = await all.panel.draft("ready")
  expect(draft.old).toBeUndefined()
  expect(all.panel.states.at(-1)?.masking).toEqual({ mode: "strict" })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(told.at(-1)?.rules).toEqual({ mode: "strict", keep: [], names: [], version: 0 }))
})

test("another version is noticed within five minutes without an answer that tells it; a draft made under the former is old, and a prepared one that nobody saw is made anew", async () => {
  const all = await opened()
  const [first] = all.relay.seen.drafts
  all.relay.relay.rules = { ...team, version: 4, mode: "strict", keep: [] }
  all.clock.shift += 6 * 60_000
  await all.opened()
  await all.panel.until(({ masking }) => masking?.mode === "strict", "the strict mode")
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  expect(all.relay.seen.drafts[1]?.id).not.toBe(first?.id)
  expect(all.told.at(-1)?.rules).toMatchObject({ version: 4, mode: "strict", keep: [] })

  const id = all.relay.seen.drafts[1]?.id ?? ""
  await all.panel.until(({ draft }) => draft?.state === "ready" && draft.id === id, "the second draft")
  await all.ask({ kind: "panel-shown", key: KEY, draftId: id })
  all.relay.relay.rules = { ...team, version: 5 }
  all.clock.shift += 6 * 60_000
  await all.opened()
  await all.panel.until(({ draft }) => draft?.old === "rules" && draft.id === id, "a draft that is old")
  expect(all.relay.seen.drafts).toHaveLength(2)
})

test("rules that can't be had: strict, with the words that were last known, until they can", async () => {
  const all = await opened()
  all.relay.relay.rules = undefined
  all.relay.relay.rulesVersion = 4
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(3))
  expect(all.told.at(-1)?.rules).toEqual({ ...TOLD, mode: "strict" })
  all.relay.relay.rules = { ...team, version: 4, keep: ["Halo"] }
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(4))
  expect(all.told.at(-1)?.rules).toMatchObject({ version: 4, mode: "balanced", keep: ["Halo"] })
})

test("they lie encrypted on the disk, the next worker has them and goes by them once an answer tells their version, and signing out forgets them", async () => {
  const all = await opened()
  const kept = all.browser.kept.local.get("masking-rules") ?? ""
  expect(kept.length).toBeGreaterThan(50)
  for (const word of ["Bella", "Zarathustra", "balanced", btoa("Zarathustra").slice(0, 12)])
    expect(kept).not.toContain(word)
  all.relay.relay.rules = undefined
  all.relay.relay.rulesVersion = 3
  all.revive()
  await all.opened()
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  expect(all.told.at(-1)?.rules).toEqual(TOLD)
  await all.ask({ kind: "popup-sign-out" })
  expect(all.browser.kept.local.has("masking-rules")).toBe(false)
})

test("a word that is told for the team goes to the relay, and the next draft is made under it; one that is refused is not told at all", async () => {
  const all = await opened({ ...team, agentsMayAdd: true })
  expect(all.panel.states.at(-1)?.masking).toEqual({ mode: "balanced", mayAdd: true })
  expect(
    await all.ask({ kind: "panel-override", key: KEY, word: "Borowski", as: "name", again: true, team: true })
  ).toEqual({ ok: true })
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  expect(all.relay.seen.calls).toContain("POST /v1/masking-rules/words")
  expect(all.told.at(-1)).toEqual({
    told: { names: ["Borowski"], plain: [] },
    rules: { ...TOLD, version: 4, names: ["Zarathustra", "Borowski"] }
  })
  await all.panel.draft("ready")
  all.relay.relay.rules = { ...team, version: 5 }
  expect(
    await all.ask({ kind: "panel-override", key: KEY, word: "Nowak", as: "name", again: true, team: true })
  ).toEqual({
    ok: false,
    code: "agents-may-not-add",
    message: "It says agents-may-not-add."
  })
  expect((await (await all.store()).overrides.get(KEY))?.names).toEqual(["Borowski"])
  expect(all.relay.seen.drafts).toHaveLength(2)
})

test("neither an address nor the name of whoever is on the ticket becomes a word of the team's; another word does", async () => {
  const all = await opened({ ...team, agentsMayAdd: true })
  const answer = await all.ask({ kind: "panel-inspect", key: KEY })
  const placeholders = answer.ok ? (answer.saw?.placeholders ?? []) : []
  const share = (word: string, as: "name" | "plain" = "plain") =>
    all.ask({ kind: "panel-override", key: KEY, word, as, again: false, team: true })
  for (const type of ["EMAIL", "PERSON"]) {
    const one = placeholders.find((known) => known.type === type)
    expect(one).toMatchObject({ forTeam: false })
    expect(await share(one?.value ?? "")).toEqual({ ok: false, code: "override-fixed" })
  }
  expect(all.relay.seen.calls).not.toContain("POST /v1/masking-rules/words")
  const { local } = all
  // A product that was taken for a name.
  all.masker.now = {
    ...local,
    ticket: async (...given) => {
      const { masked, table } = await local.ticket(...given)
      return {
        masked,
        table: { entries: [...table.entries, { placeholder: "[PERSON_9]", type: "PERSON", value: "Halo" }] }
      }
    }
  }
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.draft("ready")
  expect(await share("Halo")).toEqual({ ok: true })
  expect(all.relay.relay.rules?.keep).toEqual(["Bella Vita", "Halo"])
})
