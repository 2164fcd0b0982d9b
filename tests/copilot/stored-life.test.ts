import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { expect, test } from "vitest"
import { draftAfter, lifeOf, ticketAfter } from "../../src/copilot/draft/stored-life.ts"
import type { DraftFlags, DraftRecord, TicketFlags, TicketRecord } from "../../src/store/records.ts"
import { root, sourceFiles } from "../house/files.ts"
import { newer, notice, useOf } from "./help/draft-life-world.ts"

const at = "2026-11-20T10:00:00.000Z"
const wanted = { draftId: "next", askedAt: at, prepared: true }
const ticketOf = (flags: Partial<TicketFlags>): TicketRecord => ({
  key: "zendesk 7",
  helpdesk: "zendesk",
  ticketId: "7",
  subject: "Where is it?",
  language: "en",
  messages: [],
  version: "m1",
  openedAt: at,
  used: [],
  ...flags
})
const draftOf = (flags: DraftFlags): DraftRecord => ({
  id: "front",
  key: "zendesk 7",
  version: "m1",
  note: "",
  masked: "Hello.",
  claims: [],
  sources: [],
  questions: [],
  model: "offline",
  pipelineVersion: "1",
  language: "en",
  edited: "Hi.",
  kept: [],
  times: { opened: at, asked: at },
  inserted: "Hi.",
  prepared: true,
  content: "hash",
  stayed: { notes: 0, attachments: [], replaced: 0 },
  savedAt: at,
  ...flags
})

/** Every combination of what an installation may have stored. */
const choices = <T extends object>(...parts: T[][]): T[] =>
  parts.reduce<T[]>((all, part) => all.flatMap((one) => part.map((other) => ({ ...one, ...other }))), [{} as T])
const tickets = choices<Partial<TicketFlags>>(
  [{}, { draftId: "front" }],
  [{}, { listed: true }],
  [{}, { due: true }],
  [{}, { wanted }],
  [{}, { newer }],
  [{}, { changed: true }],
  [{}, { answered: "m9" }],
  [{ used: [] }, { used: [useOf("front")], counted: "", settled: ["d1"] }]
)
const drafts = choices<DraftFlags>(
  [
    { state: "writing" },
    { state: "ready" },
    { state: "ready", checking: true },
    { state: "ready", unverified: true },
    { state: "refused" },
    { state: "failed", notice },
    { state: "stopped" },
    { state: "stopped", notice },
    { state: "stopped", cancelled: true }
  ],
  [{ state: "ready" }, { state: "ready", used: true }, { state: "ready", shownAt: at }].map(
    ({ state: _state, ...seen }) => seen as DraftFlags
  )
)

test("what is stored of a ticket becomes states and back, and nothing is lost", () => {
  for (const flags of tickets) {
    const ticket = ticketOf(flags)
    expect(ticketAfter(ticket, draftOf({ state: "ready" }), { type: "uses-dropped", outcomeIds: [] })).toEqual(ticket)
  }
})

test("what is stored of a draft becomes states and back, and nothing is lost", () => {
  for (const flags of drafts) {
    const draft = draftOf(flags)
    expect(draftAfter(undefined, draft, { type: "request-ended" })).toEqual(draft)
  }
})

test("each stored flag is a state", () => {
  expect(lifeOf(ticketOf({ listed: true, due: true, changed: true }), undefined)).toMatchObject({
    opened: false,
    request: { is: "due" },
    freshness: { is: "changed" },
    answer: { is: "unanswered" },
    draft: undefined
  })
  expect(lifeOf(ticketOf({ wanted, newer, answered: "m9", draftId: "front" }), undefined)).toMatchObject({
    opened: true,
    front: "front",
    request: { is: "wanted", wanted },
    freshness: { is: "stale", newer },
    answer: { is: "answered", by: "m9" }
  })
})

test("an event removes the flags that no longer hold", () => {
  const ticket = ticketOf({ wanted, due: true, newer, changed: true, answered: "m9", draftId: "front" })
  expect(ticketAfter(ticket, undefined, { type: "draft-begun", draftId: "next" })).toEqual(
    ticketOf({ draftId: "next" })
  )
  const { notice: _solved, ...resumed } = draftOf({ state: "writing" })
  const failed = draftOf({ state: "failed", notice })
  expect(draftAfter(ticket, failed, { type: "draft-resumed", draftId: "front" })).toEqual(resumed)
})

/** The names of the flags, as `TicketFlags` and `DraftFlags` declare them. */
const flags = new Set(
  ["TicketFlags", "DraftFlags"].flatMap((name) => {
    const records = readFileSync(join(root, "src/store/records.ts"), "utf8")
    const file = ts.createSourceFile("records.ts", records, ts.ScriptTarget.Latest)
    const found = file.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name)
    return found && ts.isInterfaceDeclaration(found)
      ? found.members.flatMap((one) => one.name?.getText(file) ?? [])
      : []
  })
)
/** These files hold the mirror of the store, besides the reducer's own files. */
const MIRROR = ["keep.ts", "send-event.ts", "stored-life.ts", "ticket-content.ts"].map((one) => `draft/${one}`)
const OTHERS = sourceFiles("src/copilot").filter(
  (file) => ![...MIRROR, "ticket/load.ts"].some((one) => file === `src/copilot/${one}`)
)

test("no other file changes a flag of a ticket or of a draft, or puts another record in its place", () => {
  expect(flags.size).toBe(16)
  expect(OTHERS.flatMap(changesIn)).toEqual([])
})

test("the look at the files finds each way to change a flag", () => {
  const ways = [
    "state.record = { ...state.record }",
    "state.draft = next",
    "state.formers = []",
    "record.due = true",
    "delete record.newer",
    "const next = { ...record, answered: id }",
    "const { changed: _old, ...rest } = record"
  ]
  for (const way of ways) expect(changesInText("one.ts", way), way).toHaveLength(1)
  expect(changesInText("one.ts", "const { newer, answered } = state.record; send({ type: 'x', used: 1 })")).toEqual([])
})

function changesIn(file: string): string[] {
  return changesInText(file, readFileSync(join(root, file), "utf8"))
}

function changesInText(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const note = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${name}:${line + 1} ${node.getText().split("\n")[0]}`)
  }
  const visit = (node: ts.Node): void => {
    if (isChange(node)) note(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isChange(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left)) {
    const { kind } = node.operatorToken
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
    return isAssignment && isRecordOrFlag(node.left)
  }
  if (ts.isDeleteExpression(node))
    return ts.isPropertyAccessExpression(node.expression) && isRecordOrFlag(node.expression)
  if (ts.isObjectLiteralExpression(node)) return isSpreadWithFlag(node)
  return ts.isObjectBindingPattern(node) && isRestWithoutFlag(node)
}

/** A record of the mirror, or a flag of something that is called a record, a ticket or a draft. */
function isRecordOrFlag({ name, expression }: ts.PropertyAccessExpression): boolean {
  if (["record", "draft", "formers"].includes(name.text)) return true
  return flags.has(name.text) && /(?:record|ticket|draft)$/.test(expression.getText())
}

/** `{ ...record, due: true }`, where what is spread is called a record or a draft. */
function isSpreadWithFlag({ properties }: ts.ObjectLiteralExpression): boolean {
  const isRecord = properties.some(
    (one) => ts.isSpreadAssignment(one) && /(?:^|\.)(?:record|draft|rest)$|current\(\)$/.test(one.expression.getText())
  )
  return isRecord && properties.some((one) => one.name !== undefined && flags.has(one.name.getText()))
}

/** `{ due: _due, ...rest }` */
function isRestWithoutFlag({ elements }: ts.ObjectBindingPattern): boolean {
  const names = elements.map((one) => (one.propertyName ?? one.name).getText())
  return elements.some((one) => one.dotDotDotToken !== undefined) && names.some((name) => flags.has(name))
}
