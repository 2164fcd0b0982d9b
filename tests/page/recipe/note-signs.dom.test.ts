import { expect, test } from "vitest"
import { NotPublic } from "../../../src/helpdesks/contract/adapter.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import { replyBox } from "../../../src/page/recipe/recipe-adapter.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

const recipe: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox/*",
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".customer" },
    agent: { kind: "self", selector: ".agent" },
    head: ["header"]
  },
  reply: { through: [], selector: "textarea" }
}
const draw = (html: string) =>
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
const thread = (last: string) =>
  `<div class=thread><div class=customer><header>Ana</header><p>Hi</p></div>${last}</div>`

const doubtOf = (last: string, of = recipe) => {
  draw(thread(last))
  return readMessages(document, of, new Date()).at(-1)?.doubt
}
const byAgent = (inner: string, names = "") =>
  `<div class="agent ${names}"><header>Sam</header>${inner}<p>Words</p></div>`

test.each([
  "Internal note",
  "<i class=icon></i> Internal note",
  "Internal note by Sam",
  "Internal only",
  "Agents only",
  "Staff only",
  "Only visible to your team",
  "Not visible to the customer",
  "Interner Kommentar",
  "Nur für Mitarbeiter",
  "Für den Kunden nicht sichtbar",
  "Commentaire interne",
  "Réservé aux agents",
  "Comentario interno",
  "Solo para agentes",
  "Comentário interno",
  "Somente agentes",
  "Interne notitie",
  "社内メモ",
  "内部コメント",
  "スタッフ専用"
])("a message of an agent with the label “%s” is a note", (label) => {
  expect(doubtOf(byAgent(`<span class=badge>${label}</span>`))).toBe("note")
})

test.each(["staff-only", "staffOnly", "staffonly", "hidden-from-customer"])("so is one of the class %s", (name) => {
  expect(doubtOf(byAgent("", name))).toBe("note")
})

test("and one whose icon says so", () => {
  expect(doubtOf(byAgent(`<i class="fa-lock" title="Visible to agents only"></i>`))).toBe("note")
})

test.each([
  "This is only for internal use.",
  "The button is not visible to me",
  "Note from my wife: it is broken",
  "The team was friendly",
  "Only the agent can see my order, why?",
  "メモリが足りません",
  "内部のランプが壊れています"
])("what a customer writes is no label: “%s”", (text) => {
  expect(doubtOf(`<div class=customer><header>Ana</header><p>${text}</p></div>`)).toBeUndefined()
})

test("a comment is a note on HubSpot and Front, and nowhere else", () => {
  const comment = byAgent("<span>Comment</span>", "comment-message")
  expect(doubtOf(comment)).toBeUndefined()
  for (const site of ["https://app.hubspot.com", "https://app-eu1.hubspot.com", "https://shop.frontapp.com"])
    expect(doubtOf(comment, { ...recipe, site })).toBe("note")
})

const isReply = (box: string, of = recipe) => {
  draw(`<div class=ticket>${thread("")}${box}</div>`)
  try {
    return replyBox(document, of).localName === "textarea"
  } catch (error) {
    if (error instanceof NotPublic) return false
    throw error
  }
}
const BOX = "<textarea></textarea>"

test.each([
  ["Anteckning", "Svar"],
  ["Internt notat", "Svar"],
  ["Sisäinen muistiinpano", "Vastaus"],
  ["Nota interna", "Risposta"],
  ["Interner Vermerk", "Antwort"],
  ["Notatka wewnętrzna", "Odpowiedź"],
  ["Interní poznámka", "Odpověď"],
  ["Interná poznámka", "Odpoveď"],
  ["Interna bilješka", "Odgovor"],
  ["Belső megjegyzés", "Válasz"],
  ["Notă internă", "Răspuns"],
  ["Dahili not", "Yanıt"],
  ["Catatan internal", "Balasan"],
  ["Ghi chú nội bộ", "Trả lời"],
  ["Внутренний комментарий", "Ответ"],
  ["Служебная заметка", "Ответ клиенту"],
  ["Внутрішня примітка", "Відповідь"],
  ["Вътрешна бележка", "Отговор"],
  ["Εσωτερική σημείωση", "Απάντηση"],
  ["הערה פנימית", "תשובה"],
  ["ملاحظة داخلية", "رد"],
  ["یادداشت داخلی", "پاسخ"],
  ["プライベートノート", "返信"],
  ["內部備註", "回覆"],
  ["私密备注", "回复"],
  ["내부 메모", "답장"],
  ["आंतरिक नोट", "उत्तर"],
  ["บันทึกภายใน", "ตอบกลับ"],
  ["İç not", "Yanıt"]
])("in other languages too: “%s” is a note, “%s” a reply", (note, reply) => {
  const chosen = (one: string) =>
    [note, reply].map((name) => `<button role=tab aria-selected=${name === one}>${name}</button>`).join("")
  const box = (one: string) => `<div><div role=tablist>${chosen(one)}</div>${BOX}</div>`
  expect([isReply(box(note)), isReply(box(reply))]).toEqual([false, true])
  expect(doubtOf(byAgent(`<span class=badge>${note}</span>`))).toBe("note")
  expect(doubtOf(byAgent(`<span class=badge>${reply}</span>`))).toBeUndefined()
})

test.each([
  `<div><ul class="nav-tabs"><li><a>Reply</a></li><li class="active"><a>Internal note</a></li></ul>${BOX}</div>`,
  `<div><ul class="nav-tabs"><li class="active"><a>Internal note</a></li></ul><form>${BOX}</form></div>`,
  `<div><button type="button" class="btn">Reply</button><button type="button" class="btn active">Internal note</button>${BOX}</div>`,
  `<div><div role=tablist><button role=tab data-state=inactive>Reply</button><button role=tab data-state=active>Note</button></div>${BOX}</div>`,
  `<div>${BOX}<button type="button">Add internal note</button></div>`,
  `<div>${BOX}<button type="button">Interne Notiz speichern</button></div>`,
  `<form><h3>Add an internal note</h3>${BOX}</form>`,
  `<form><legend>Internal note</legend>${BOX}</form>`,
  `<form><p id=d>Internal note</p><textarea aria-labelledby=d></textarea></form>`,
  `<form><textarea aria-describedby=d></textarea><p id=d>Internal note</p></form>`,
  `<form>${BOX}<p>This note is only visible to your team</p></form>`,
  `<form><div role=combobox>Internal note</div>${BOX}</form>`,
  `<form><button type="button" aria-haspopup="menu">社内メモ</button>${BOX}</form>`,
  `<div class="is-internal-note">${"<div>".repeat(7)}${BOX}${"</div>".repeat(7)}</div>`,
  `<div><div role=tablist><button role=tab aria-selected=false>Reply</button><button role=tab aria-selected=true>Forward</button></div>${BOX}</div>`,
  `<div><ul><li><a>Antworten</a></li><li class="active"><a>Weiterleiten</a></li></ul>${BOX}</div>`,
  `<div><div role=tablist><button role=tab aria-selected=false>Reply to customer</button><button role=tab aria-selected=true>Discuss</button></div>${BOX}</div>`,
  `<div><label><input type=radio name=m>Public reply</label><label><input type=radio name=m checked>Team</label>${BOX}</div>`,
  `<div><div role=tablist><button role=tab aria-selected=false>Customer</button><button role=tab aria-selected=true>Team</button></div>${BOX}</div>`,
  `<div><div role=tablist><button role=tab aria-selected=false>Email</button><button role=tab aria-selected=true>Forward</button></div>${BOX}</div>`,
  `<form><select><option>Reply</option><option selected>Forward</option></select>${BOX}</form>`,
  `<div><div>Internal note</div>${BOX}<button type=button>Send</button></div>`,
  `<div><div><svg></svg>Private note</div><div><span>B</span><span>I</span></div><div>${BOX}</div></div>`,
  `<div><span>Forward</span>${BOX}<button type=button>Send</button></div>`,
  `<div><a>Reply</a><a style="font-weight:700;border-bottom:2px solid blue">Note</a>${BOX}</div>`,
  `<form aria-label="Comment to team"><textarea placeholder="Add a comment, @mention teammates"></textarea></form>`
])("a box that was switched to a note isn't written into: %s", (box) => expect(isReply(box)).toBe(false))

test.each([
  `<div><ul class="nav-tabs"><li class="active"><a>Reply</a></li><li><a>Internal note</a></li></ul>${BOX}</div>`,
  `<div class="tab-pane active"><a>Reply</a> <a>Internal note</a>${BOX}</div>`,
  `<div class="tabs active"><a class="active">Reply</a> <a>Internal note</a></div>${BOX}`,
  `<div><div role=tablist><button role=tab data-state=active>Reply</button><button role=tab data-state=inactive>Note</button></div>${BOX}</div>`,
  `<div><button type="button">Reply</button><button type="button">Add note</button>${BOX}<button type="button">Send</button></div>`,
  `<form><h3>Reply</h3>${BOX}<button>Send</button></form><aside><h3>Internal notes</h3></aside>`,
  `<form><div role=combobox>Public reply</div>${BOX}</form>`,
  `<form><h3>Comment</h3><textarea placeholder="Write a comment"></textarea><button>Post comment</button></form>`,
  `<div><div role=tablist><button role=tab aria-selected=true>Reply all</button><button role=tab aria-selected=false>Reply</button><button role=tab aria-selected=false>Forward</button></div>${BOX}</div>`,
  `<div><button type=button aria-pressed=true>B</button><button type=button>Reply</button>${BOX}</div>`,
  `<div><button type=button class="tool active">B</button>${BOX}<button type=button class="send">Reply</button></div>`,
  `<form><select><option selected>Insert a text</option><option>Reply</option></select>${BOX}</form>`,
  `<div><label><input type=radio name=s checked>Open</label><label><input type=radio name=s>Waiting for reply</label>${BOX}</div>`,
  `<div><a>Reply</a><a>Internal note</a><a>Forward</a>${BOX}</div>`,
  `<div><a style="font-weight:700">Reply</a><a>Note</a>${BOX}</div>`,
  `<div><span style="cursor:pointer">Note</span>${BOX}</div>`,
  `<div><section><div>Notes</div><p>Called on Monday, and asked for the number of the order, which Ana had lost.</p></section>${BOX}</div>`,
  `<form aria-label="Reply"><select><option selected>Public reply</option><option>Internal note</option></select>${BOX}</form>`
])("another choice beside a reply says nothing: %s", (box) => expect(isReply(box)).toBe(true))

test("a box for a comment is one for a note on Front", () => {
  const box = `<form aria-label="Comment">${BOX}</form>`
  expect([isReply(box), isReply(box, { ...recipe, site: "https://shop.frontapp.com" })]).toEqual([true, false])
})
