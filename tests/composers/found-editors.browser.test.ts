import { ClassicEditor, Essentials, Paragraph, SourceEditing } from "ckeditor5"
import jQuery from "jquery"
import "summernote/dist/summernote-lite.js"
import { afterEach, expect, test } from "vitest"
import { userEvent } from "vitest/browser"
import { composers } from "../../src/composers/index.ts"
import { chatwoot } from "../../src/helpdesks/chatwoot/adapter.ts"
import { NoEditor, type HelpdeskAdapter, type Page } from "../../src/helpdesks/contract/adapter.ts"
import { freescout } from "../../src/helpdesks/freescout/adapter.ts"
import { gmail } from "../../src/helpdesks/gmail/adapter.ts"
import { osticket } from "../../src/helpdesks/osticket/adapter.ts"
import { requestTracker } from "../../src/helpdesks/request-tracker/adapter.ts"
import { zammad } from "../../src/helpdesks/zammad/adapter.ts"
import { dashboard } from "../doubles/chatwoot/chatwoot.ts"
import { conversationPage } from "../doubles/freescout/conversation-page.ts"
import { ANA, DESK, gmailPage } from "../doubles/gmail/gmail-page.ts"
import { BEA, ticketPage } from "../doubles/osticket/ticket-page.ts"
import { updatePage } from "../doubles/rt6/update-page.ts"
import { article, legacyPage, zammadAnswer } from "../doubles/zammad/zammad-page.ts"
import { openProseMirror } from "./editors/prosemirror.ts"
import { drawRedactor } from "./editors/redactor.ts"

const DRAFT = "Hello Ana,\n\nit left today."
let close: () => void = () => undefined
afterEach(() => {
  close()
  document.body.replaceChildren()
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
})

/** Shows a page that was made by hand as the page of this test. */
function show(html: string, address: string): Page {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const name of body.getAttributeNames()) document.body.setAttribute(name, body.getAttribute(name) ?? "")
  document.body.append(...body.childNodes)
  return { document, url: new URL(address), fetch: () => Promise.reject(new Error("nobody is asked")) }
}

async function insert(adapter: HelpdeskAdapter, page: Page, ticketId: string): Promise<string | undefined> {
  const element = adapter.findReplyEditor(page, ticketId)
  const composer = composers.find((each) => each.accepts(element))
  await composer?.insert(element, DRAFT, "own-place")
  return composer?.id
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

test("Request Tracker 6: CKEditor 5 over the form's textarea gets the draft; none while it shows its source", async () => {
  const page = show(updatePage({ ticketId: "1", editor: "loading" }), "https://desk.example/Ticket/Update.html?id=1")
  expect(() => requestTracker.findReplyEditor(page, "1")).toThrow(NoEditor)
  const editor = await ClassicEditor.create(element("#UpdateContent"), {
    licenseKey: "GPL",
    plugins: [Essentials, Paragraph, SourceEditing]
  })
  close = () => void editor.destroy()
  expect(await insert(requestTracker, page, "1")).toBe("ckeditor5")
  expect(editor.getData()).toBe("<p>Hello Ana,</p><p>it left today.</p>")
  editor.plugins.get(SourceEditing).isSourceEditingMode = true
  expect(() => requestTracker.findReplyEditor(page, "1")).toThrow(NoEditor)
})

test("FreeScout: Summernote and the field that is sent get the draft", async () => {
  const html = conversationPage({ id: 12, subject: "Parcel", threads: [], open: "reply" })
  const page = show(html, "https://desk.example/conversation/12")
  element(".note-editor").remove()
  const field = jQuery("#body")
  field.summernote()
  close = () => void field.summernote("destroy")
  expect(await insert(freescout, page, "12")).toBe("summernote")
  const sent = () =>
    (document.querySelector<HTMLTextAreaElement>("#body")?.value ?? "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim()
  await expect.poll(sent).toBe("Hello Ana, it left today.")
})

test("osTicket: Redactor gets the draft, and the field has it when the agent posts the reply", async () => {
  const at = "2026-11-16T06:30:00+01:00"
  const entries = [{ id: 31, kind: "message" as const, by: BEA.name, at, html: "Where is my parcel?" }]
  const page = show(ticketPage({ id: 7, subject: "Parcel", entries }), "https://desk.example/scp/tickets.php?id=7")
  const form = document.querySelector<HTMLFormElement>("form#reply")
  const field = form?.querySelector<HTMLTextAreaElement>("[name=response]")
  if (!form || !field) throw new Error("the page has no reply")
  form.querySelector(".redactor-box")?.replaceWith(field)
  drawRedactor(field)
  const written = "<p>Hello Ana,</p><p>it left today.</p>"
  expect(await insert(osticket, page, "7")).toBe("redactor")
  expect(element("#reply .redactor-in").innerHTML).toBe(written)
  await expect.poll(() => field.value).toBe(written)
  const posted = new Promise((resolve) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      resolve(new FormData(form).get("response"))
    })
  )
  await userEvent.click(element("#reply [type=submit]"))
  expect(await posted).toBe(written)
  expect(element("#note .redactor-in").innerText.trim()).toBe("")
})

test("Chatwoot: ProseMirror's own document gets the draft", async () => {
  const conversation = { accountId: 3, number: 104, rows: [] }
  const page = show(dashboard(conversation, { mode: "reply" }), "https://desk.example/app/accounts/3/conversations/104")
  const editor = openProseMirror("<p></p>")
  close = () => editor.close()
  element(".reply-box__top").replaceChildren(editor.element)
  expect(await insert(chatwoot, page, "3-104")).toBe("prosemirror")
  expect(editor.lines()).toBe(DRAFT)
})

test("Zammad: the element that is read when the agent sends gets the draft above signature and quote", async () => {
  const composer = { open: true, internal: false, type: "email" }
  const ticket = { id: 48, title: "Bowl", articles: [], tags: [] }
  const page = show(legacyPage(ticket, composer), "https://desk.example/#ticket/zoom/48")
  page.fetch = (input) => Promise.resolve(zammadAnswer(ticket, new URL(String(input))))
  await zammad.readTicket(page, "48", AbortSignal.timeout(5000))
  // As Zammad fills it: two breaks before a signature, which may have lines of two dashes of its own.
  const signature = (own: string) => `<div data-signature="true" data-signature-id="1">${own}</div>`
  const quote = '<div><br></div><blockquote type="cite">Ines wrote:<br>it came off</blockquote><div><br></div>'
  for (const [above, own] of [
    ["", ""],
    ["<br><br>", "Noor Haddad<br><br>--<br>Pots GmbH<br>help@pots.example<br>--"],
    ["<br>", "Noor Haddad"],
    ["<div><br></div>", Array.from({ length: 15 }, (_, n) => `Footer ${n}`).join("<br>")]
  ] as const) {
    const standing = new DOMParser().parseFromString(own && above + signature(own) + quote, "text/html")
    element("[data-name=body]").replaceChildren(...standing.body.childNodes)
    expect(await insert(zammad, page, "48")).toBe("contenteditable")
    const said = element("[data-name=body]").innerText.replace(/\s+/g, " ").trim()
    expect(said.startsWith("Hello Ana, it left today."), said).toBe(true)
    // What is below the draft is left out when the reply is read back.
    const sent = { ...ticket, articles: [article(1, "Agent", element("[data-name=body]").innerHTML)] }
    page.fetch = (input) => Promise.resolve(zammadAnswer(sent, new URL(String(input))))
    const { messages } = await zammad.readTicket(page, "48", AbortSignal.timeout(5000))
    expect(messages[0]?.text).toMatch(/^Hello Ana,\n+it left today\./)
    expect(messages[0]?.text).not.toMatch(/Noor|Footer/)
  }
})

test("Gmail: the reply in front gets the draft above signature and quote, and no other editor any", async () => {
  const [id, quote] = [
    "19a8c0ffee123456",
    '<div class="gmail_quote"><div class="gmail_attr">On Mon, Ana wrote:</div></div>'
  ]
  const mails = [{ id: "19a8c0ffee000001", from: ANA, to: [DESK], shown: "Mon, Nov 16, 2026, 6:30 AM", html: "Hi" }]
  const composer = { to: [ANA.email], html: `<div><br></div><div class="gmail_signature">Pot Shop</div>${quote}` }
  const behind = [{ id: "19a7000000000001", subject: "Vase", mails, composer }]
  const html = gmailPage({ id, subject: "Bowl", mails, composer, behind })
  const page = show(html, "https://mail.google.com/mail/u/0/#inbox/FMfcgzQdBCsrJkLmNpQrStVwXyZ")
  const account = document.createElement("meta")
  Object.assign(account, { name: "og-profile-acct", content: DESK.email })
  document.head.append(account)
  close = () => account.remove()
  const pressed: string[] = []
  document.addEventListener("keydown", ({ key }) => pressed.push(key), { once: true })
  document.addEventListener("click", () => pressed.push("click"), { once: true })
  expect(await insert(gmail, page, BigInt(`0x${id}`).toString(36))).toBe("contenteditable")
  const texts = [...document.querySelectorAll<HTMLElement>("[g_editable]")].map(({ textContent }) => textContent)
  expect(texts).toEqual([
    "Pot ShopOn Mon, Ana wrote:",
    "Hello Ana,it left today.Pot ShopOn Mon, Ana wrote:",
    "NEW-WINDOW"
  ])
  expect(pressed).toEqual([])
})
