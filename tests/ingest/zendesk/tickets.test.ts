import { expect, test } from "vitest"
import { restore } from "../../../src/masking/index.ts"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { account } from "./account.ts"
import { MAILS, THREAD, comment, desk, ticket } from "./tickets-double.ts"

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
    // Somebody tampered: the mails themselves contain text that looks like a placeholder.
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
  // Ticket 6 was deleted after it was listed.
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
