import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { KnownPerson } from "../../../../src/protocol/admin.ts"
import type { PageAnswer } from "../../../../src/protocol/routes/calls/page-call.ts"
import { CodeBatch } from "../../../../src/ui/admin/people/code-batch.tsx"
import { RelayLinkContext } from "../../../../src/ui/kit/relay/use-relay-link.ts"
import { soon } from "../../../soon.ts"
import { adminLink } from "../../help/page-calls.ts"
import type { Asked } from "../../help/page-values.ts"

afterEach(cleanup)

const KIM: KnownPerson = {
  id: "p1",
  name: "Kim",
  role: "agent",
  groups: [],
  browsers: [],
  lastUse: null,
  isManaged: false
}

function open(answer: PageAnswer = { ok: true, value: "name,role,code,expires" }) {
  const back = { asked: [] as Asked[], files: [] as string[] }
  const link = adminLink(
    (asked) => {
      back.asked.push(asked)
      return answer
    },
    { download: (name, _, text) => void back.files.push(`${name}: ${text}`) }
  )
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RelayLinkContext value={link}>
        <CodeBatch people={[KIM]} />
      </RelayLinkContext>
    </QueryClientProvider>
  )
  fireEvent.click(screen.getByRole("button", { name: "Codes for many people" }))
  return back
}

const list = () => screen.getByLabelText<HTMLTextAreaElement>("Names, one a line")
const make = (names: string) => {
  fireEvent.change(list(), { target: { value: names } })
  fireEvent.click(screen.getByRole("button", { name: "Make and save the codes" }))
}

test("names, role and days make a file, no code is on the page, and the list is empty again", async () => {
  const back = open({ ok: true, value: "name,role,code,expires\r\nNia,lead,K7QM-4TXP-22AB,2026-12-08" })
  fireEvent.change(screen.getByLabelText("Role"), { target: { value: "lead" } })
  fireEvent.change(screen.getByLabelText("Good for"), { target: { value: "7" } })
  make(" Nia \n\n Ben\n")
  await screen.findByText("2 codes are in the file that was just saved.")
  expect(back.asked).toEqual([
    { route: "POST /v1/admin/codes/batch", body: { role: "lead", names: ["Nia", "Ben"], days: 7 } }
  ])
  expect(back.files).toEqual([expect.stringMatching(/^replywright-pairing-codes-[\d-]+\.csv: .*K7QM-4TXP-22AB/s)])
  expect(document.body.textContent).not.toContain("K7QM")
  expect(list().value).toBe("")
})

test.each([
  ["", /^List the names/],
  ["Nia\nBen\nNia", /^Listed twice: Nia\./],
  ["Kim\nNia", /^Already paired: Kim\. Take them off/],
  [Array.from({ length: 201 }, (_, n) => `N${n}`).join("\n"), /^These are 201 names/],
  ["x".repeat(201), /^This name is too long: x+…/]
])("the list %j isn't sent, and it is said why", (names, why) => {
  const back = open()
  make(names)
  expect(screen.getByRole("alert").textContent).toMatch(why)
  expect(back.asked).toEqual([])
})

test("somebody who paired meanwhile is said, and the list stays", async () => {
  open({ ok: false, code: "names-taken", message: "Already paired as agent: Nia." })
  make("Nia\nBen")
  await screen.findByText("Somebody on the list has paired meanwhile.")
  await soon(() => expect(list().value).toBe("Nia\nBen"))
})
