import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import { letters } from "./preview-answers.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { ListedVoice } from "../../../src/protocol/routes/voices.ts"

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
  const asked: Asked[] = []
  const answer = (command: Asked): PageAnswer | undefined => {
    asked.push(command)
    if (command.route === "GET /v1/admin/voices") return { ok: true, value: { voices } }
    if (command.route === "PUT /v1/admin/voices") {
      if (!command.body.source.includes("persona"))
        return {
          ok: false,
          code: "voice-wrong",
          message:
            'Line 1: persona is missing: it must say in two sentences who writes.\nLine 2: The file knows no "emojis".'
        }
      voices = [...voices, voice("pier")]
      return { ok: true, value: { name: "pier", version: 1 } }
    }
    if (command.route === "GET /v1/admin/voices/proposals") {
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
    if (command.route === "POST /v1/admin/voices/preview") {
      if (!command.body.source.includes("persona"))
        return { ok: false, code: "voice-wrong", message: "Line 1: persona is missing: it must say who writes." }
      return { ok: true, value: { name: "pier", letters: letters() } }
    }
    if (command.route === "DELETE /v1/admin/voices/:name") {
      voices = voices.filter(({ name }) => name !== command.path.name)
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
  expect(asked.some(({ route }) => route === "DELETE /v1/admin/voices/:name")).toBe(false)
  fireEvent.click(card().getByRole("button", { name: "Take it out" }))
  expect(await card().findByText("harbor is taken out.")).toBeTruthy()
  expect(asked).toContainEqual({ route: "DELETE /v1/admin/voices/:name", path: { name: "harbor" } })
})

test("a voice is proposed at a press, goes into the form for editing, and isn't stored by itself", async () => {
  const asked = await open([])
  expect(asked.some(({ route }) => route === "GET /v1/admin/voices/proposals")).toBe(false)
  fireEvent.click(await card().findByRole("button", { name: "Learn from replies" }))
  expect(await card().findByText("English: 3 replies. At least 30 are needed, so no voice is proposed.")).toBeTruthy()
  expect(card().getByText("German: 120 replies.")).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Edit the proposal: German" }))
  const field = card().getByLabelText<HTMLTextAreaElement>("Text of a voice (YAML)")
  expect(field.value).toContain("voice: learnt-de")
  expect(document.activeElement).toBe(field)
  expect(asked.some(({ route }) => route === "PUT /v1/admin/voices")).toBe(false)
})

test("a voice is previewed before it is stored: both letters, what differs, and what the check finds in each", async () => {
  const asked = await open([])
  fireEvent.change(await card().findByLabelText("Text of a voice (YAML)"), { target: { value: voice("pier").source } })
  fireEvent.click(card().getByRole("button", { name: "Preview" }))
  expect(await card().findByText("2 letters in this voice.")).toBeTruthy()
  expect(card().getByText("2 letters in this voice.").closest("[role=status]")).not.toBeNull()
  const preview = within(card().getByRole("region", { name: "Preview of the text, pier" }))
  expect(preview.getByText(/^Written without a model, from the sample shop’s pages\. Nothing is stored/)).toBeTruthy()
  expect(preview.getByText("German, e-mail, from Mara Voss.")).toBeTruthy()
  const without = preview.getByRole("group", { name: "Without the voice: Mein Paket" })
  const own = preview.getByRole("group", { name: "With the voice: Mein Paket" })
  expect(without.querySelector(".letter")?.textContent).toBe(letters()[0]?.without.text)
  expect(own.querySelector(".letter")?.textContent).toBe(letters()[0]?.with.text)
  const marked = (part: HTMLElement, tag: string) =>
    [...part.querySelectorAll(tag)].map(({ textContent }) => textContent)
  expect(marked(without, "del").join(" ")).toMatch(/Guten Tag.*Voss/)
  expect(marked(own, "ins").join(" ")).toMatch(/Moin/)
  expect(within(without).getByText(/The voice begins with “Moin Mara,”\./)).toBeTruthy()
  expect(within(own).getByRole("list", { name: "The voice’s check finds:" }).textContent).toBe(
    "Sie (2 times): The voice addresses customers with “du”."
  )
  expect(preview.getByText("The voice changes nothing in this letter.")).toBeTruthy()
  expect(preview.queryByRole("group", { name: "Without the voice: Lost parcel" })).toBeNull()
  expect(preview.getByText("The voice’s check finds nothing in it.")).toBeTruthy()
  expect(asked.some(({ route }) => route === "PUT /v1/admin/voices")).toBe(false)
})

test("a preview says when the text was changed since, what is wrong with a text, and goes once the voice is stored", async () => {
  await open([])
  const preview = () => fireEvent.click(card().getByRole("button", { name: "Preview" }))
  const write = (value: string) =>
    fireEvent.change(card().getByLabelText("Text of a voice (YAML)"), { target: { value } })
  await card().findByRole("button", { name: "Preview" })
  preview()
  expect(card().getByText("Paste the text of a voice.")).toBeTruthy()
  write("voice: pier")
  preview()
  expect(await card().findByText("It can’t be previewed:")).toBeTruthy()
  expect(card().getByText(/^Line 1: persona is missing/)).toBeTruthy()
  write(voice("pier").source)
  preview()
  expect(await card().findByText("2 letters in this voice.")).toBeTruthy()
  expect(card().queryByText("It can’t be previewed:")).toBeNull()
  write(`${voice("pier").source}emoji: 1\n`)
  expect(card().getByText("2 letters in this voice. The text was changed since: press Preview again.")).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Store the voice" }))
  expect(await card().findByText("pier is stored as version 1.")).toBeTruthy()
  expect(card().queryByRole("region", { name: /^Preview/ })).toBeNull()
})

test("a stored voice is previewed in its place, and the button that opened the preview closes it", async () => {
  const asked = await open(["harbor"])
  const button = await card().findByRole("button", { name: "Preview harbor" })
  expect(button.getAttribute("aria-expanded")).toBe("false")
  button.focus()
  fireEvent.click(button)
  expect(await card().findByText("2 letters in this voice.")).toBeTruthy()
  expect(button.getAttribute("aria-expanded")).toBe("true")
  expect(document.activeElement).toBe(button)
  expect(asked).toContainEqual({ route: "POST /v1/admin/voices/preview", body: { source: voice("harbor").source } })
  expect(card().getByRole("region", { name: "Preview of pier" })).toBeTruthy()
  fireEvent.click(button)
  expect(card().queryByRole("region", { name: /^Preview/ })).toBeNull()
})
