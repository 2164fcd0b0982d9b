import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { ListedWebhook, WebhookDelivery } from "../../../src/protocol/routes/webhooks.ts"

afterEach(cleanup)

const at = "2026-11-20T10:00:00Z"
const SECRET = "whsec_c2VjcmV0IG9mIHRoZSByZWNlaXZlcg=="
const delivery = (more: Partial<WebhookDelivery>): WebhookDelivery => ({
  id: "msg_1",
  type: "outcome.stored",
  state: "delivered",
  createdAt: at,
  attempts: 1,
  result: "200",
  triedAt: at,
  next: null,
  ...more
})
const hook = (more: Partial<ListedWebhook> = {}): ListedWebhook => ({
  id: "6dc5b1d8-5b5e-4f7c-8bd0-3f0a5a6f1a11",
  url: "https://hooks.example.com/a",
  createdAt: at,
  waiting: 0,
  failed: 0,
  last: null,
  deliveries: [],
  ...more
})

/** The page over a relay that keeps webhooks. */
async function open(webhooks: ListedWebhook[] = [], answers: [string, PageAnswer][] = []) {
  const back = { webhooks, asked: [] as Asked[], answers: new Map(answers) }
  const answer = (command: Asked): PageAnswer | undefined => {
    back.asked.push(command)
    const given = back.answers.get(command.route)
    if (given) return given
    if (command.route === "GET /v1/admin/webhooks")
      return { ok: true, value: { webhooks: structuredClone(back.webhooks) } }
    if (command.route === "POST /v1/admin/webhooks") {
      back.webhooks.push(hook({ url: command.body.url }))
      return { ok: true, value: { id: hook().id, url: command.body.url, secret: SECRET } }
    }
    if (command.route === "DELETE /v1/admin/webhooks/:id") {
      back.webhooks = back.webhooks.filter(({ id }) => id !== command.path.id)
      return { ok: true, value: null }
    }
    return undefined
  }
  const page = openAdminPage(answer)
  await screen.findByRole("region", { name: "Webhooks" })
  return { ...page, back }
}
const card = () => within(screen.getByRole("region", { name: "Webhooks" }))
const press = (name: string) => fireEvent.click(card().getByRole("button", { name }))
const type = (url: string) =>
  fireEvent.change(card().getByLabelText("Address of the receiver"), { target: { value: url } })

test("an address is added; its secret is shown once, focused, copied, and gone when it is hidden", async () => {
  const { back, copied } = await open()
  await screen.findByText("There are no webhooks yet.")
  press("Add the webhook")
  expect(card().getByText("Type the address of the webhook.").getAttribute("role")).toBe("alert")
  type(" https://hooks.example.com/a ")
  press("Add the webhook")
  const secret = await screen.findByText(SECRET)
  expect(back.asked).toContainEqual({ route: "POST /v1/admin/webhooks", body: { url: "https://hooks.example.com/a" } })
  expect(document.activeElement?.contains(secret)).toBe(true)
  expect(card().getByText(/Shown here only once/)).toBeTruthy()
  press("Copy the secret of the webhook")
  await screen.findByText("Copied.")
  expect(copied).toEqual([SECRET])
  expect(await card().findByRole("heading", { name: "https://hooks.example.com/a" })).toBeTruthy()
  press("Hide the secret")
  expect(screen.queryByText(SECRET)).toBeNull()
})

test("an address that the relay refuses stays in its field, with the words for the refusal", async () => {
  const { back } = await open()
  const message = "A webhook's address begins with https:// and has no user name in it."
  back.answers.set("POST /v1/admin/webhooks", { ok: false, code: "bad-webhook", message })
  await screen.findByText("There are no webhooks yet.")
  type("http://hooks.example.com")
  press("Add the webhook")
  expect(await card().findByText(/^A webhook’s address begins with https/)).toBeTruthy()
  expect(card().getByLabelText<HTMLInputElement>("Address of the receiver").value).toBe("http://hooks.example.com")
})

test.each([
  [{ delivered: true, result: "204" }, "The receiver took the test: it answered 204."],
  [{ delivered: false, result: "404" }, "The receiver didn’t take the test: it answered 404."],
  [{ delivered: false, result: "source-refused" }, "The receiver wasn’t asked: its address lies in a private network."],
  [
    { delivered: false, result: "302" },
    "The receiver didn’t take the test: it answered 302, which leads to another address. Use that address instead."
  ],
  [{ delivered: false, result: "503" }, "The receiver didn’t take the test: it answered 503."],
  [
    { delivered: false, result: "certificate" },
    "The receiver wasn’t asked: the relay doesn’t trust its certificate. It may be expired, incomplete, or for another host."
  ],
  [
    { delivered: false, result: "no-host" },
    "The receiver wasn’t asked: there is no host of that name. Check the address."
  ],
  [
    { delivered: false, result: "source-away" },
    "The receiver could not be reached, or didn’t answer within 15 seconds."
  ]
])("a test says what the receiver answered: %j", async (value, sentence) => {
  const { back } = await open([hook()])
  back.answers.set("POST /v1/admin/webhooks/:id/test", { ok: true, value })
  await card().findByRole("heading", { name: "https://hooks.example.com/a" })
  press("Send a test https://hooks.example.com/a")
  expect((await card().findByText(sentence)).getAttribute("role")).toBe("status")
  expect(back.asked).toContainEqual({ route: "POST /v1/admin/webhooks/:id/test", path: { id: hook().id } })
})

test("the last deliveries are a table with their states in words", async () => {
  await open([
    hook({
      waiting: 1,
      failed: 1,
      deliveries: [
        delivery({
          id: "msg_3",
          state: "waiting",
          attempts: 0,
          result: null,
          triedAt: null,
          next: "2030-01-02T10:00:00Z"
        }),
        delivery({ id: "msg_2", type: "review.saved", state: "failed", attempts: 10, result: "source-away" }),
        delivery({})
      ]
    })
  ])
  await card().findByText(/1 delivery waits, and 1 was given up in the last week\./)
  press("The last 3 deliveries https://hooks.example.com/a")
  const table = card().getByRole("table", { name: "Last deliveries to https://hooks.example.com/a" })
  const rows = within(table)
    .getAllByRole("row")
    .map((row) => [...row.children].map(({ textContent }) => textContent))
  expect(rows.map(([event, , state, attempts, result]) => [event, state, attempts, result])).toEqual([
    ["Event", "State", "Attempts", "Last answer"],
    ["outcome stored", expect.stringMatching(/^waits; next attempt 2 Jan 2030/), "0", "none yet"],
    ["review saved", "given up", "10", "not reached, or no answer"],
    ["outcome stored", "taken", "1", "200"]
  ])
})

test("an address is removed only after a question, which gets the focus and gives it back", async () => {
  const { back } = await open([hook()])
  await card().findByText("Nothing was sent in the last week.")
  press("Remove https://hooks.example.com/a")
  expect(document.activeElement?.textContent).toMatch(/^Remove this webhook\?/)
  press("Keep it")
  expect(document.activeElement?.textContent).toMatch(/^Remove/)
  expect(back.webhooks).toHaveLength(1)
  press("Remove https://hooks.example.com/a")
  press("Remove the webhook")
  expect(
    (await card().findByText("The relay sends nothing more to https://hooks.example.com/a.")).getAttribute("role")
  ).toBe("status")
  await card().findByText("There are no webhooks yet.")
  expect(document.activeElement?.textContent).toBe("Webhooks")
})

test("a relay that doesn't answer says so, with a button", async () => {
  const { back } = await open([], [["GET /v1/admin/webhooks", { ok: false, code: "relay-unreachable" }]])
  expect((await card().findByRole("alert")).textContent).toContain("The relay doesn’t answer.")
  back.answers.clear()
  press("Try again")
  await card().findByText("There are no webhooks yet.")
})
