import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { runPlaybookCommand } from "../../src/playbooks/command/run-command.ts"
import { readCases } from "../../src/playbooks/simulation/simulate.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-playbooks-"))
afterAll(() => rmSync(folder, { recursive: true }))

const FLOW = `playbook: hello
title: Hello
when: {tags: [hello]}
facts: {name: {label: the name, tags: {vip: Ada}, ask: {en: Who are you?}}}
steps:
  - {step: ask, title: 'Ask for "name" <now>', next: [{if: {name: Ada}, to: greet}, {else: pass}]}
  - {step: greet, title: Greet, say: {en: 'Hello {name}'}}
  - {step: pass, title: Pass on, escalate: {group: Desk, why: It is somebody else.}}
fallback: {do: Ask.}
`
const CASE = `- name: a stranger
  today: 2026-11-20
  subject: hi
  tags: [hello]
  messages: [{from: customer, text: Hello there}]
  expect: {step: greet, state: acts}
`

test("the ten playbooks of the demo have no mistake, and their hundred tickets end where they should", () => {
  expect(run("check")).toEqual({ status: 0, out: "10 playbooks without a mistake\n", err: "" })
  expect(run("test")).toEqual({ status: 0, out: "100 of 100 simulated tickets stand where they should\n", err: "" })
})

test("a case that ends elsewhere is told with its line, what was expected and what was found", () => {
  const file = written("hello.yaml", FLOW)
  written("hello.tickets.yaml", CASE)
  const { status, out, err } = run("test", file)
  expect(status).toBe(1)
  expect(out).toBe("0 of 1 simulated tickets stand where they should\n")
  expect(err).toBe(
    `${join(folder, "hello.tickets.yaml")}, line 1, a stranger: step should be greet, and is ask\n` +
      `${join(folder, "hello.tickets.yaml")}, line 1, a stranger: state should be acts, and is asks\n`
  )
})

test("tickets of a file are followed among all playbooks, and told where they stand and what they say", () => {
  const [hello, other] = [
    written("follow.yaml", FLOW),
    written("other.yaml", FLOW.replace("playbook: hello", "playbook: other").replace("tags: [hello]", "tags: [other]"))
  ]
  const tickets = written(
    "some.yaml",
    [
      CASE.replace("{step: greet, state: acts}", "{playbook: other}"),
      CASE.replace("a stranger", "Ada").replace("[hello]", "[other, vip]").replace("{step: greet, state: acts}", "{}")
    ].join("")
  )
  const { status, out, err } = run("follow", tickets, hello, other)
  expect({ status, err }).toEqual({ status: 0, err: "" })
  expect(out).toBe(
    "a stranger: hello ask (asks), should be other\n  missing: the name\n  says: Who are you?\n" +
      "Ada: other greet (acts)\n  says: Hello Ada\n" +
      "0 of 1 tickets have the playbook that they expect\n"
  )
  expect(run("follow").status).toBe(2)
})

test("JSON lines are read too, and a line that is none is told", () => {
  const file = written("lines.yaml", FLOW.replace("playbook: hello", "playbook: lines").replaceAll("hello]", "lines]"))
  const one = {
    name: "Ada",
    today: "2026-11-20",
    subject: "hi",
    tags: ["lines", "vip"],
    messages: [],
    expect: { step: "greet", says: ["Hello Ada"] }
  }
  written(
    "lines.tickets.jsonl",
    `${JSON.stringify({ ...one, messages: [{ from: "customer", text: "This is what I wrote to you." }] })}\n{"name":\n`
  )
  const { status, out, err } = run("test", file)
  expect({ status, out }).toEqual({ status: 1, out: "1 of 1 simulated tickets stand where they should\n" })
  expect(err).toContain("lines.tickets.jsonl, line 2: This case can't be read")
})

test("tickets are read from files that begin with a byte order mark, as some editors write them", () => {
  const one = { name: "a", today: "2026-11-20", subject: "s", messages: [], expect: {} }
  const list = "- name: a\n  today: 2026-11-20\n  subject: s\n  messages: []\n  expect: {}\n"
  for (const [source, isLines] of [[list, false] as const, [JSON.stringify(one), true] as const])
    expect(readCases(`\uFEFF${source}`, isLines)).toMatchObject({ cases: [{ name: "a", line: 1 }], mistakes: [] })
})

test("a mistake is told with file and line, and a second playbook of a name too", () => {
  const wrong = written("wrong.yaml", FLOW.replace("to: greet", "to: greets"))
  expect(run("check", wrong)).toMatchObject({
    status: 1,
    err: `${wrong}, line 6: There is no step "greets" (did you mean "greet"?).\n`
  })
  const [first, second] = [written("one.yaml", FLOW), written("two.yaml", FLOW)]
  expect(run("check", first, second).err).toBe(`${second}: "hello" is the name of the playbook in ${first} too.\n`)
})

test("a graph is printed as Mermaid, with quotes and brackets of the titles escaped", () => {
  const file = written("graph.yaml", FLOW)
  expect(run("graph", file).out).toBe(
    [
      "flowchart TD",
      '  s1["Ask for #quot;name#quot; #lt;now#gt;"]',
      '  s2(["Greet"])',
      '  s3[/"Pass on"/]',
      '  s1 -->|"name is Ada"| s2',
      '  s1 -->|"otherwise"| s3',
      ""
    ].join("\n")
  )
})

test.each([[["draw"]], [["graph"]], [[]]])("a wrong command says how it is used: %j", (words) => {
  const { status, err } = run(...words)
  expect(status).toBe(2)
  expect(err).toContain("npm run playbook -- check")
})

test("a file that isn't there is told", () => {
  expect(run("check", join(folder, "none.yaml"))).toMatchObject({
    status: 1,
    err: `${join(folder, "none.yaml")} isn't there: is it written right?\n`
  })
  expect(run("follow", join(folder, "none.tickets.yaml"), written("there.yaml", FLOW)).err).toBe(
    `${join(folder, "none.tickets.yaml")} isn't there: is it written right?\n`
  )
})

test.each([
  ["a folder in place of the tickets", (): string => folder, "is a folder, and a file is needed here."],
  [
    "a wrong key",
    () => written("key.yaml", `${CASE}${CASE.replace("name:", "nam:")}`),
    '7: Entry 2 knows no "nam" (did you mean "name"?); it knows name, today, '
  ],
  [
    "a missing name",
    () => written("name.yaml", CASE.replace("name:", "nam:")),
    "1: 1.name is missing: it must be a text."
  ],
  [
    "a key of a message",
    () => written("form.yaml", CASE.replace("from:", "form:")),
    '5: 1.messages.1 knows no "form" (did you mean "from"?); it knows from, at, text and attachments.'
  ],
  ["no day", () => written("day.yaml", CASE.replace("11-20", "13-20")), "2: 1.today must be a day as YYYY-MM-DD."],
  ["no list", () => written("list.yaml", "name: a\n"), "1: The file must be a list of tickets."],
  ["no tickets", () => written("empty.yaml", ""), "1: The file is empty."],
  ["a key in JSON lines", () => written("key.jsonl", '{"nam": "a"}\n'), 'read: The ticket knows no "nam"'],
  ["no JSON", () => written("none.jsonl", '{"name":\n'), "1: This case can't be read: it is no JSON."]
])("tickets that can't be read are told by what is wrong: %s", (_, tickets, told) => {
  const { status, err } = run("follow", tickets(), written("good.yaml", FLOW))
  expect(status).toBe(1)
  expect(err).toContain(told)
})

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

function run(...words: string[]) {
  const said = { out: "", err: "" }
  const status = runPlaybookCommand(words, { out: (text) => (said.out += text), err: (text) => (said.err += text) })
  return { status, ...said }
}
