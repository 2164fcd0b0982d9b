import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"

/** What an admin has typed into the form of a voice or a playbook isn't lost. */
afterEach(cleanup)

const OTHER = "voice: learnt-de\n"
/** The page over a relay whose answer to a voice that is stored a test holds in its hand. */
async function open(isSignedIn = () => true) {
  let answerSave: (answer: PageAnswer) => void = () => undefined
  openAdminPage((command: Asked): PageAnswer | Promise<PageAnswer> | undefined => {
    if (command.route === "GET /v1/admin/voices") return { ok: true, value: { voices: [] } }
    if (command.route === "GET /v1/admin/playbooks") return { ok: true, value: { playbooks: [] } }
    if (command.route === "GET /v1/admin/voices/proposals")
      return { ok: true, value: { needed: 30, proposals: [{ language: "de", replies: 120, source: OTHER }] } }
    if (command.route === "PUT /v1/admin/voices") return new Promise((resolve) => (answerSave = resolve))
    return undefined
  }, isSignedIn)
  await screen.findByLabelText("Text of a voice (YAML)")
  return (answer: PageAnswer) => answerSave(answer)
}
const voices = () => within(screen.getByRole("region", { name: "Voices" }))
const field = () => voices().getByLabelText<HTMLTextAreaElement>("Text of a voice (YAML)")
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const store = () => fireEvent.click(voices().getByRole("button", { name: "Store the voice" }))

test("what is typed while a text is stored stays in the field", async () => {
  const answer = await open()
  type("voice: pier\n")
  store()
  await voices().findByRole("button", { name: "Store the voice", description: /./ })
  type("voice: quay\n")
  answer({ ok: true, value: { name: "pier", version: 1 } })
  expect(await voices().findByText("pier is stored as version 1.")).toBeTruthy()
  expect(field().value).toBe("voice: quay\n")
})

test("a typed text is there again after a sign-in that ended", async () => {
  let isIn = true
  const answer = await open(() => isIn)
  type("voice: pier\n")
  store()
  await voices().findByRole("button", { name: "Store the voice", description: /./ })
  isIn = false
  answer({ ok: false, code: "signed-out" })
  await waitFor(() => expect(screen.queryByRole("region", { name: "Voices" })).toBeNull())
  isIn = true
  fireEvent(window, new Event("visibilitychange"))
  await screen.findByRole("region", { name: "Voices" })
  await waitFor(() => expect(field().value).toBe("voice: pier\n"))
})

test("a proposal or a file doesn't replace what was typed, but another file does", async () => {
  await open()
  type("voice: pier\n")
  fireEvent.click(voices().getByRole("button", { name: "Learn from replies" }))
  const take = await voices().findByRole("button", { name: /German$/ })
  fireEvent.click(take)
  expect(field().value).toBe("voice: pier\n")
  expect(voices().getByText(/^Store the text below first/)).toBeTruthy()
  type("")
  fireEvent.click(take)
  expect(field().value).toBe(OTHER)

  const playbooks = within(screen.getByRole("region", { name: "Playbooks" }))
  const text = playbooks.getByLabelText<HTMLTextAreaElement>("Text of a playbook (YAML)")
  const choose = (content: string) =>
    fireEvent.change(playbooks.getByLabelText(/file/i), { target: { files: [new File([content], "a.yaml")] } })
  choose("playbook: one\n")
  await waitFor(() => expect(text.value).toBe("playbook: one\n"))
  choose("playbook: two\n")
  await waitFor(() => expect(text.value).toBe("playbook: two\n"))
  fireEvent.change(text, { target: { value: "playbook: mine\n" } })
  choose("playbook: three\n")
  expect(await playbooks.findByText(/^Store the text below first/)).toBeTruthy()
  expect(text.value).toBe("playbook: mine\n")
})
