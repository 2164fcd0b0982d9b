import { expect, test } from "vitest"
import { restore } from "../../../src/masking/index.ts"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { NO_RULES } from "../../../src/masking/basis/rules.ts"
import { account, EMAIL } from "./account.ts"
import type { ZendeskDouble } from "./double.ts"

const MAILS = {
  asked:
    "Hello,\n\nmy lamp flickers since Monday. I'm Wendeline Oortgiesen, wendeline@post.example, call me on +44 117 496 0321.\n\nKind regards\nWendeline Oortgiesen\n\nSent from my iPhone",
  back: "Hello Wendeline,\n\ncould you tell us which lamp it is?\n\nBest regards\nKim Park\nShop Support",
  told: "A Halo 2.\n\nWendeline\n\nOn Tue, 3 Nov 2026 at 10:00, Kim Park <kim@shop.example> wrote:\n> could you tell us which lamp it is?\n> Kim Park",
  answer:
    "Dear Wendeline,\n\nhold the button of your Halo 2 for ten seconds; the lamp then starts anew and no longer flickers.\n\nKind regards\nKim Park",
  thanks: "It works, thank you!",
  welcome: "You're welcome! Have a great day."
}

function comment(id: number, author_id: number, body: string, rest: Record<string, unknown> = {}) {
  return {
    id,
    type: "Comment",
    author_id,
    body,
    plain_body: body,
    html_body: `<p>${body}</p>`,
    public: true,
    via: { channel: "email", source: { from: {} } },
    created_at: new Date(Date.parse("2026-11-03T09:00:00Z") + id * 60_000).toISOString(),
    ...rest
  }
}
const ticket = (id: number, rest: Record<string, unknown> = {}) => ({
  id,
  subject: "Flickering lamp of Wendeline",
  status: "solved",
  requester_id: 100,
  submitter_id: 100,
  assignee_id: 200,
  collaborator_ids: [],
  follower_ids: [],
  email_cc_ids: [],
  tags: ["lamp", "halo"],
  via: { channel: "email", source: { from: { name: "W. Oortgiesen", address: "wendeline@post.example" } } },
  is_public: true,
  updated_at: "2026-11-04T08:00:00Z",
  satisfaction_rating: { score: "good" },
  ...rest
})
const THREAD = [
  comment(1, 100, MAILS.asked),
  comment(2, 200, MAILS.back),
  comment(3, 100, MAILS.told),
  comment(4, 200, MAILS.answer),
  comment(5, 100, MAILS.thanks),
  comment(6, 200, MAILS.welcome)
]

function desk(double: ZendeskDouble) {
  double.users = [
    { id: 100, name: "Wendeline Oortgiesen", email: "wendeline@post.example", role: "end-user", suspended: false },
    { id: 200, name: "Kim Park", email: "kim@shop.example", role: "agent", suspended: false },
    { id: 300, name: "Bruno Castellani", email: "b.castellani@post.example", role: "end-user", suspended: true }
  ]
  double.tickets = [ticket(1)]
  double.comments.set(1, THREAD)
}

test("question and reply that solved it, cleaned and masked, with what became of it", async () => {
  const { read } = await account((one) => {
    desk(one)
    one.metric_sets = [{ id: 9, ticket_id: 1, solved_at: "2026-11-03T12:00:00Z" }]
  })
  const {
    documents: [document],
    failed,
    end
  } = await read("tickets")
  expect(failed).toEqual([])
  expect(document).toEqual({
    id: "ticket-1",
    path: "Ticket 1",
    title: "Flickering lamp of [a name]",
    kind: "ticket",
    visibility: "internal",
    groups: [],
    locale: "en",
    changed: "2026-11-03T12:00:00Z",
    url: expect.stringMatching(/\/agent\/tickets\/1$/),
    body: expect.stringContaining("## Reply\n\nDear \\[a name\\],"),
    details: {
      kind: "ticket",
      tags: ["lamp", "halo"],
      satisfaction: "good",
      replied: "2026-11-03T09:04:00.000Z",
      question:
        "Hello,\n\nmy lamp flickers since Monday. I'm [a name], [an e-mail address], call me on [a phone number].\n\nA Halo 2.",
      reply:
        "Dear [a name],\n\nhold the button of your Halo 2 for ten seconds; the lamp then starts anew and no longer flickers."
    }
  })
  expect(JSON.stringify(document)).not.toMatch(/wendeline|oortgiesen|park|kim|117|post\.example/i)
  expect(end).toEqual({ type: "end", all: false, since: expect.any(String) })
})

test("an old reply quoted into a new ticket brings back nothing of the present customer's", async () => {
  const { read } = await account((one) => {
    desk(one)
    // Somebody tried: what looks like a placeholder stands in the mails themselves.
    one.comments.set(1, [
      comment(1, 100, "My lamp [PERSON_1] flickers, EMAIL_1."),
      comment(
        4,
        200,
        `${MAILS.answer.slice(0, 40)} [PERSON_1] (PHONE_2) \\[IBAN\\_1\\] and hold the button for ten seconds.`
      )
    ])
  })
  const present = {
    entries: (["PERSON", "EMAIL", "PHONE", "IBAN"] as const).flatMap((type) =>
      [1, 2].map((n) => ({ placeholder: `[${type}_${n}]`, type, value: `Mine-${type}` }))
    )
  }
  for (const { title, body, details } of (await read("tickets")).documents) {
    const texts = [
      title,
      body,
      ...(details?.kind === "ticket" ? [details.question, details.reply, ...details.tags] : [])
    ]
    expect(texts).toHaveLength(6)
    for (const text of texts) expect([findPlaceholders(text), restore(text, present).text]).toEqual([[], text])
  }
})

test("internal notes, machines, live conversations, suspended and unknown people are not read into it", async () => {
  const { read } = await account((one) => {
    desk(one)
    one.comments.set(1, [
      comment(1, 100, MAILS.asked),
      comment(2, 200, "SECRETNOTE the customer is difficult, offer nothing at all to her.", { public: false }),
      comment(3, 200, MAILS.answer),
      comment(4, -1, "MACHINE wrote a long text that nobody should ever read as a reply.", {
        via: { channel: "system" }
      }),
      comment(5, 200, "TRIGGER wrote another long text that nobody should ever read as a reply.", {
        via: { channel: "rule" }
      }),
      comment(6, 200, "CHAT (10:00) Kim: a long record of a conversation as it stands there.", {
        via: { channel: "native_messaging" }
      }),
      comment(7, 300, "SPAM that a suspended person has written into this ticket here."),
      comment(8, 999, "UNKNOWN person has written into this ticket, too, and was deleted."),
      comment(9, 200, "Call recording of twelve minutes that nobody wrote.", { type: "VoiceComment" }),
      comment(10, 200, "MERGED: request #12 was closed and merged into this request. Last comment in it: hello.", {
        via: { channel: "web", source: { from: { ticket_id: 12 }, rel: "merge" } }
      })
    ])
  })
  const { documents } = await read("tickets")
  expect(documents).toHaveLength(1)
  expect(JSON.stringify(documents)).not.toMatch(/SECRETNOTE|MACHINE|TRIGGER|CHAT|SPAM|UNKNOWN|recording|MERGED/)
})

test("what is not solved, was deleted, opened again or never public is gone, and so is one that nobody answered", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.tickets = [
      ticket(1, { status: "open" }),
      ticket(2, { status: "deleted", subject: "SCRUBBED" }),
      ticket(3, { is_public: false }),
      ticket(4, { requester_id: 300 }),
      ticket(5),
      ticket(6),
      ticket(7, { status: "closed" })
    ]
    for (const id of [3, 4, 7]) one.comments.set(id, THREAD)
    one.comments.set(5, THREAD.slice(0, 3))
  })
  const { documents, gone } = await read("tickets")
  // Ticket 6 was deleted since it was listed.
  expect([documents.map(({ id }) => id), gone]).toEqual([
    ["ticket-7"],
    ["ticket-1", "ticket-2", "ticket-3", "ticket-4", "ticket-5", "ticket-6"]
  ])
  expect(double.asked.some((path) => path.includes("tickets/1/comments"))).toBe(false)
})

test("of 5,000 comments no more than two pages are asked for", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    const middle = Array.from({ length: 4_995 }, (_, n) =>
      comment(n + 2, n % 2 ? 100 : 200, `Comment ${n} in the midst of a very long thread about nothing at all.`)
    )
    one.comments.set(1, [
      comment(1, 100, MAILS.asked),
      ...middle,
      comment(5_000, 100, "It flickers again, what now?"),
      comment(5_001, 200, MAILS.answer),
      comment(5_002, 200, MAILS.welcome)
    ])
  })
  const {
    documents: [document]
  } = await read("tickets")
  expect(double.asked.filter((path) => path.includes("comments"))).toHaveLength(2)
  expect(document?.details).toMatchObject({
    question: expect.stringMatching(/^Hello,\n\nmy lamp[^]*It flickers again, what now\?$/),
    reply: expect.stringContaining("hold the button")
  })
})

test("what was redacted reads as a gap", async () => {
  const { read } = await account((one) => {
    desk(one)
    one.comments.set(1, [comment(1, 100, "My card is ▇▇▇▇▇▇▇▇▇ and my lamp flickers."), comment(2, 200, MAILS.answer)])
  })
  expect((await read("tickets")).documents[0]?.details).toMatchObject({
    question: "My card is […] and my lamp flickers."
  })
})

test("pages of the export are places to go on from; later only what has changed is told", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.exportSize = 2
    one.tickets = Array.from({ length: 5 }, (_, n) => ticket(n + 1, { updated_at: `2026-11-0${n + 1}T08:00:00Z` }))
    for (const { id } of one.tickets) one.comments.set(id, THREAD)
  })
  double.trouble = (path) => (path === "tickets/4/comments.json" ? { status: 401 } : undefined)
  const first = await read("tickets")
  expect([first.documents.map(({ id }) => id), first.at.length, first.fault]).toEqual([
    ["ticket-1", "ticket-2", "ticket-3"],
    1,
    expect.objectContaining({ code: "source-refused" })
  ])
  double.trouble = () => undefined
  const rest = await read("tickets", { at: first.at[0] ?? "" })
  expect(rest.documents.map(({ id }) => id)).toEqual(["ticket-3", "ticket-4", "ticket-5"])
  const since = rest.end?.since ?? ""
  expect((await read("tickets", { since })).items).toEqual([{ type: "end", all: false, since }])
  double.tickets.push(ticket(2, { status: "open", updated_at: "2026-11-19T08:00:00Z" }))
  expect((await read("tickets", { since })).gone).toEqual(["ticket-2"])
})

test("the first read goes back as far as it is told", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.tickets = [ticket(1, { updated_at: "2026-08-01T08:00:00Z" }), ticket(2, { updated_at: "2026-11-01T08:00:00Z" })]
    for (const { id } of one.tickets) one.comments.set(id, THREAD)
  })
  expect((await read("tickets", {}, { days: 30 })).documents.map(({ id }) => id)).toEqual(["ticket-2"])
  expect((await read("tickets")).documents.map(({ id }) => id)).toEqual(["ticket-1", "ticket-2"])
  expect(double.asked.filter((path) => path.includes("incremental"))).toHaveLength(2)
})

test("people who are on the ticket and wrote nothing are masked too, and asked for once", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.users.push({
      id: 400,
      name: "Ottoline Vanterpool",
      email: "o.vanterpool@firm.example",
      role: "end-user",
      suspended: false
    })
    one.tickets = [1, 2].map((id) => ticket(id, { email_cc_ids: [400] }))
    for (const { id } of one.tickets)
      one.comments.set(id, [
        comment(1, 100, "Vanterpool has a lamp that flickers, ottoline says."),
        comment(2, 200, MAILS.answer)
      ])
  })
  const { documents } = await read("tickets")
  expect(documents).toHaveLength(2)
  expect(JSON.stringify(documents)).not.toMatch(/vanterpool|ottoline/i)
  expect(double.asked.filter((path) => path.includes("show_many"))).toHaveLength(1)
})

test("one ticket that can't be read or masked fails alone, and tells nothing of it", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.tickets = [{ id: 1, status: 5, updated_at: "2026-11-04T08:00:00Z" }, ticket(2), ticket(3), ticket(4)]
    one.comments.set(2, [
      comment(1, 100, "x".repeat(7_000)),
      ...Array.from({ length: 30 }, (_, n) => comment(n + 2, 100, `Wendeline ${"y".repeat(20)}`)),
      comment(99, 200, MAILS.answer)
    ])
    one.comments.set(4, THREAD)
  })
  double.trouble = (path) => (path === "tickets/3/comments.json" ? { status: 403 } : undefined)
  const { documents, failed, end } = await read("tickets")
  expect(failed).toEqual([
    "Ticket 1: Zendesk's answer isn't as a ticket is told.",
    expect.stringContaining("Ticket 3: These credentials may not read")
  ])
  expect(documents.map(({ id }) => id)).toEqual(["ticket-2", "ticket-4"])
  expect(end?.all).toBe(false)
})

test("the team's rules hold: its words stay, its names go, and balanced masks no less", async () => {
  const { sourceOf, double } = await account((one) => {
    desk(one)
    one.comments.set(1, [
      comment(1, 100, "My lamp flickers. I moved from Leeds to Utrecht last year."),
      comment(2, 200, "Ask Zorblax at help@shop.example and hold the button for ten seconds.")
    ])
  })
  const rules = async () => ({
    ...NO_RULES,
    mode: "balanced" as const,
    keep: ["help@shop.example"],
    names: ["Zorblax"],
    version: 3
  })
  for await (const item of sourceOf("tickets", { rules, credentials: EMAIL }).read({}, new AbortController().signal)) {
    if (item.type === "document")
      expect(item.document.details).toMatchObject({
        reply: "Ask [a name] at help@shop.example and hold the button for ten seconds.",
        question: expect.not.stringMatching(/Leeds|Utrecht/)
      })
  }
  expect(double.asked.length).toBeGreaterThan(1)
})
