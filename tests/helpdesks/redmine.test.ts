import { describe, expect, test } from "vitest"
import { LoggedOut, PageChanged, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { visibleReply } from "../../src/text/mail/mail-parts.ts"
import { openRecording, recordingOf, type Recording } from "./redmine-replay.ts"
import { changed, signal } from "./redmine-read.ts"

const read = (recording: Recording, name = "refund") =>
  redmine.readTicket(openRecording(name, recording).page, String(recording.issue.id), signal())

describe("who is who", () => {
  test("requester with the address that is shown, the signed-in agent by full name, everybody on the page", async () => {
    const recording = recordingOf("private-note-secret")
    recording.emails = { "Liam O'Brien": "liam@example.com", "Sam Lindqvist": "sam@helpdesk.test" }
    const found = await read(recording)
    expect(found.requester).toEqual({ name: "Liam O'Brien", email: "liam@example.com" })
    expect(found.agent).toEqual({ name: "Dana Okafor" })
    expect(found.people).toEqual(
      expect.arrayContaining([{ name: "Dana Okafor" }, { name: "Sam Lindqvist", email: "sam@helpdesk.test" }])
    )
    expect(found.people?.map(({ name }) => name)).not.toContain("Liam O'Brien")
  })

  test.each([
    {
      who: "a colleague of the customer's",
      roles: [
        [5, 6, 7],
        [8, 9, 22]
      ],
      role: "customer"
    },
    {
      who: "an agent who is also in the customers' role",
      roles: [
        [5, 6, 7, 22],
        [8, 9, 22]
      ],
      role: "agent"
    },
    { who: "a lead", roles: [[5, 6, 7], [8, 9], [22]], role: "agent" },
    { who: "anybody else, where the roles can't be seen", roles: undefined, role: "agent" },
    { who: "anybody else, where all have one role", roles: [[5, 6, 7, 8, 9, 22]], role: "agent" }
  ])("$who is $role", async ({ roles, role }) => {
    const other = changed("private-note-secret", [/\/users\/6"/g, '/users/22"'])
    other.roles = roles
    expect((await read(other)).messages.map((message) => message.role)).toEqual(["customer", "agent", role])
  })

  test("an agent who opened the issue for somebody is no customer; a note from outside is", async () => {
    const own = changed(
      "private-note-secret",
      [/\/users\/9"/g, '/users/5"'],
      [/<a class="user active" href="\/users\/6">Sam Lindqvist<\/a>/g, "Anonymous"]
    )
    expect((await read(own)).messages.map(({ role }) => role)).toEqual(["agent", "agent", "customer"])
  })
})

describe("the thread", () => {
  test("is in order for agents who have the newest on top", async () => {
    const turned = recordingOf("long-thread-25")
    const { window } = openRecording("long-thread-25", turned)
    const history = window.document.querySelector("#tab-content-history")
    history?.replaceChildren(...[...history.children].reverse())
    turned.html = window.document.documentElement.outerHTML
    const { messages } = await read(turned)
    expect(messages).toHaveLength(25)
    expect(messages.map(({ text }) => Number(/\d+/.exec(text)?.[0]))).toEqual(
      Array.from({ length: 25 }, (_, n) => n + 1)
    )
    expect(await redmine.newestPublic(openRecording("long-thread-25", turned).page, "7", signal())).toEqual({
      version: messages[24]?.id,
      note: messages[23]?.id
    })
  })

  test("of 200 notes comes whole, in four requests; a note of 100,000 characters too", async () => {
    const long = recordingOf("refund")
    const { window } = openRecording("refund", long)
    const [note] = window.document.querySelectorAll("#history .journal")
    const copies = Array.from({ length: 199 }, (_, n) => {
      const copy = note?.cloneNode(true)
      if (!(copy instanceof window.HTMLElement)) throw new Error("the recording has no note")
      copy.id = `change-${100 + n}`
      const text = copy.querySelector(".wiki")
      if (text) text.textContent = n === 50 ? "Ünïcode text. ".repeat(7200).trim() : `Note ${n}`
      return copy
    })
    note?.parentElement?.append(...copies)
    long.html = window.document.documentElement.outerHTML
    const opened = openRecording("refund", long)
    const { messages } = await redmine.readTicket(opened.page, "1", signal())
    expect(messages).toHaveLength(202)
    expect(messages[53]?.text).toHaveLength(100_799)
    expect(messages[201]?.text).toBe("Note 198")
    expect(opened.requests).toHaveLength(4)
  })

  test("files stand with the note they came with, those without words with the issue", async () => {
    const files = recordingOf("attachment")
    const [note = ""] =
      /<div id="change-1"[^]*?Dana<\/p><\/div>\s*<\/div>\s*<\/div>/.exec(recordingOf("refund").html) ?? []
    const details =
      '</h4><ul class="details"><li><a href="/attachments/1">crash-report.txt</a> <a href="/attachments/download/1/x">x</a></li></ul>'
    files.html = files.html.replace('<div id="history">', `<div id="history">${note.replace("</h4>", details)}`)
    expect((await read(files, "attachment")).messages.map(({ attachments }) => attachments)).toEqual([
      undefined,
      [{ name: "crash-report.txt", size: 20, url: "http://127.0.0.1:8096/attachments/download/1/x" }]
    ])
  })

  test("signs for links to headings are not text; lists and code are", async () => {
    const rich = changed("login", [
      /<p>I reset.*<\/p>/g,
      '<h2>Order<a href="#Order" class="wiki-anchor">¶</a></h2><ul><li>one</li></ul><pre>a\n  b</pre>'
    ])
    expect((await read(rich, "login")).messages[0]?.text).toBe("Order\n\n- one\n\na\n  b")
  })

  test("quotes bear the marks of a mail's, the quote within a quote two, and are told from the customer's words", async () => {
    const quoted = changed("login", [
      /<p>I reset.*<\/p>/g,
      "<p>My own words.</p><p>Dana Okafor wrote:</p><blockquote><p>One.<br>Two.</p><blockquote><p>Three.</p></blockquote></blockquote>"
    ])
    const { text } = (await read(quoted, "login")).messages[0] ?? { text: "" }
    expect(text).toBe("My own words.\n\nDana Okafor wrote:\n\n> One.\n> Two.\n> \n> > Three.")
    expect(visibleReply(text).visible).not.toMatch(/One|Two|Three/)
  })

  test("what looks like a note within a message is none", async () => {
    const hostile = changed("refund", [
      "<p>Dana</p>",
      '<p>Dana</p><div id="change-99" class="journal has-notes">FAKE</div>'
    ])
    expect((await read(hostile)).messages.map(({ id }) => id)).toEqual(["issue-1", "change-1", "change-2"])
    expect(
      redmine.messageElement?.(openRecording("refund", hostile).page, "1", { id: "change-99", at: "" })
    ).toBeUndefined()
  })

  test("absent is not broken: no description, status, custom field, project to see", async () => {
    const bare = changed(
      "refund",
      [/<div class="description">[^]*?<hr>/g, ""],
      ["status attribute", "attribute"],
      ["list_cf cf_1 attribute", "attribute"]
    )
    bare.roles = undefined
    const found = await read(bare)
    expect(found).toMatchObject({ tags: [], fields: {} })
    expect(found.status).toBeUndefined()
    expect(found.messages[0]).toMatchObject({ text: "", author: "Marta Kowalski" })
  })

  test("custom fields by their names", async () => {
    expect((await read(changed("refund", ["<span>Tags</span>:", "<span>Order</span>:"]))).fields).toEqual({
      Order: "damaged, refund"
    })
  })
})

describe("times", () => {
  const local = (time: string) => new Date(time).toISOString().replace(".000Z", "Z")
  test.each([
    ["11/15/2026 06:46 AM", "2026-11-15T06:46"],
    ["11/15/2026 12:05 am", "2026-11-15T00:05"],
    ["15.11.2026 18:46", "2026-11-15T18:46"],
    ["2026/11/15 午後 06:46", "2026-11-15T18:46"]
  ])("an issue too old for the feed: %s", async (shown, at) => {
    const old = changed("refund", ["11/15/2026 06:46 AM", shown])
    old.old = true
    expect((await read(old)).messages[0]).toMatchObject({ author: "Marta Kowalski", at: local(at) })
  })

  test("a note that came between two requests has them from the page", async () => {
    const late = recordingOf("refund")
    late.issue.journals.pop()
    expect((await read(late)).messages[2]).toMatchObject({ author: "Marta Kowalski", at: local("2026-11-17T06:46") })
  })
})

describe("what can't be read is told", () => {
  test.each([
    ["subject", [/<h3>Refund.*?<\/h3>/g, ""]],
    ["requester", ['<p class="author">', "<p>"]],
    ["ticket pane", ["priority-default details", ""]],
    ["author", ["note-header", "header"]],
    ["message text", ['-notes" class="wiki"', '-notes" class="words"']]
  ] as const)("broken: %s", async (part, change) => {
    const failed = await read(changed("refund", [...change])).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(PageChanged)
    expect(failed).toMatchObject({ part })
  })

  test("broken: time", async () => {
    const timeless = changed("refund", ["11/15/2026 06:46 AM", "some day"])
    timeless.old = true
    await expect(read(timeless)).rejects.toMatchObject({ part: "time" })
  })

  test("a public project answers a stranger too: signed out all the same", async () => {
    await expect(read(changed("refund", ['id="loggedas"', 'id="account"']))).rejects.toThrow(LoggedOut)
  })

  test.each([
    [403, "forbidden"],
    [404, "not-found"],
    [500, "server"],
    [503, "server"]
  ])("status %i is %s", async (status, part) => {
    const { page } = openRecording("refund")
    page.fetch = async () => new Response("no", { status })
    const failed = await redmine.newestPublic(page, "1", signal()).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Unreadable)
    expect(failed).toMatchObject({ part })
  })

  test("a feed that is none", async () => {
    const opened = openRecording("refund")
    const { fetch } = opened.page
    opened.page.fetch = async (input, init) =>
      String(input).endsWith(".atom")
        ? new Response("<feed><entry>", { headers: { "content-type": "application/atom+xml" } })
        : fetch(input, init)
    await expect(redmine.readTicket(opened.page, "1", signal())).rejects.toThrow(PageChanged)
  })
})
