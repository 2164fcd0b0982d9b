import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { AdminAnswer, AdminCommand } from "../../../src/protocol/admin.ts"
import type { ListedVoice } from "../../../src/protocol/operating/voices.ts"
import { openAdminPage } from "./admin-page.tsx"

afterEach(cleanup)

const voice = (name: string): ListedVoice => ({
  name,
  of: "brand harbor",
  persona: "We make lamps.",
  version: 1,
  at: "2026-11-20T10:00:00Z",
  source: `voice: ${name}\npersona: We make lamps.\n`
})

/** The page over a relay that keeps voices and refuses a text without a persona. */
async function open(names: string[]) {
  let voices = names.map(voice)
  const asked: AdminCommand[] = []
  const answer = (command: AdminCommand): AdminAnswer | undefined => {
    asked.push(command)
    if (command.kind === "admin-voices") return { ok: true, value: { voices } }
    if (command.kind === "admin-voice-save") {
      if (!command.source.includes("persona"))
        return {
          ok: false,
          code: "voice-wrong",
          message:
            'Line 1: persona is missing: it must say in two sentences who writes.\nLine 2: The file knows no "emojis".'
        }
      voices = [...voices, voice("pier")]
      return { ok: true, value: { name: "pier", version: 1 } }
    }
    if (command.kind === "admin-voice-proposals") {
      const source = 'voice: learnt-de\npersona: ""\n'
      return {
        ok: true,
        value: {
          needed: 30,
          proposals: [
            { language: "de", replies: 120, source },
            { language: "en", replies: 3 }
          ]
        }
      }
    }
    if (command.kind === "admin-voice-remove") {
      voices = voices.filter(({ name }) => name !== command.name)
      return { ok: true, value: null }
    }
    return undefined
  }
  openAdminPage(answer)
  await screen.findByRole("region", { name: "Voices" })
  return asked
}
const card = () => within(screen.getByRole("region", { name: "Voices" }))
const paste = (source: string) => {
  fireEvent.change(card().getByLabelText("Text of a voice (YAML)"), { target: { value: source } })
  fireEvent.click(card().getByRole("button", { name: "Store the voice" }))
}

test("a pasted voice is stored, and one with mistakes is refused with the line of each", async () => {
  await open([])
  expect(await card().findByText("There is no voice. Drafts are written as without one.")).toBeTruthy()
  paste("voice: pier\nemojis: 1\n")
  expect(await card().findByText(/^Line 1: persona is missing/)).toBeTruthy()
  expect(card().getByText(/^Line 2: The file knows no "emojis"/)).toBeTruthy()
  paste(voice("pier").source)
  expect(await card().findByText("pier is stored as version 1.")).toBeTruthy()
  expect(await card().findByRole("heading", { name: "pier" })).toBeTruthy()
  expect(card().queryByText(/^Line 1/)).toBeNull()
})

test("a voice is taken out only after a question", async () => {
  const asked = await open(["harbor"])
  fireEvent.click(await card().findByRole("button", { name: "Show the text harbor" }))
  expect(card().getByText(/voice: harbor/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Take out harbor" }))
  expect(asked.some(({ kind }) => kind === "admin-voice-remove")).toBe(false)
  fireEvent.click(card().getByRole("button", { name: "Take it out" }))
  expect(await card().findByText("harbor is taken out.")).toBeTruthy()
  expect(asked).toContainEqual({ kind: "admin-voice-remove", name: "harbor" })
})

test("a voice is proposed at a press, goes into the form for editing, and isn't stored by itself", async () => {
  const asked = await open([])
  expect(asked.some(({ kind }) => kind === "admin-voice-proposals")).toBe(false)
  fireEvent.click(await card().findByRole("button", { name: "Learn from replies" }))
  expect(await card().findByText("English: 3 replies. At least 30 are needed, so no voice is proposed.")).toBeTruthy()
  expect(card().getByText("German: 120 replies.")).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Edit the proposal: German" }))
  const field = card().getByLabelText<HTMLTextAreaElement>("Text of a voice (YAML)")
  expect(field.value).toContain("voice: learnt-de")
  expect(document.activeElement).toBe(field)
  expect(asked.some(({ kind }) => kind === "admin-voice-save")).toBe(false)
})
