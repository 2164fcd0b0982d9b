import { expect, test } from "vitest"
import { readPlaybook } from "../../src/playbooks/format/read-playbook.ts"

const GOOD = `playbook: parcel
title: A parcel that hasn't arrived
when: {words: [parcel]}
facts:
  order:
    label: the order number
    pattern: 'LL-\\d{5}'
    ask: {en: What is your order number?}
  sent:
    label: the day it was sent
    type: date
    field: sent
    find: Look it up in the shop.
steps:
  - step: order
    title: Find the order
    needs: [order]
    next:
      - {if: {sent: {within: 10 working days}}, to: wait}
      - {else: search}
  - step: wait
    title: Ask for patience
    say: {en: 'It arrives by {sent + 10 working days}.'}
  - step: search
    title: Have it searched
    escalate: {group: Delivery, why: It is late.}
fallback: {do: Ask a colleague.}
`

test("a playbook without a mistake is read", () => {
  const { playbook } = readPlaybook(GOOD)
  expect(playbook?.steps.map(({ name }) => name)).toEqual(["order", "wait", "search"])
})

const changed = (from: string, to: string) => {
  expect(GOOD).toContain(from)
  return readPlaybook(GOOD.replace(from, to)).mistakes?.map(({ line, sentence }) => `${line}: ${sentence}`)
}

test.each([
  [
    "an unknown field",
    "    needs: [order]",
    "    neds: [order]",
    '17: steps.1 knows no "neds" (did you mean "needs"?); it knows'
  ],
  [
    "a condition on a fact that nothing gives",
    "{sent: {within",
    "{snt: {within",
    '19: No fact "snt" stands under "facts", so nothing gives it (did you mean "sent"?).'
  ],
  [
    "a phrase that is a star alone",
    "{words: [parcel]}",
    "{words: [parcel, '* *']}",
    '3: "* *" matches every word: say which one is meant.'
  ],
  [
    "an empty phrase that rules out",
    "{words: [parcel]}",
    "{words: [parcel], unless: {words: ['']}}",
    '3: "" matches no word: say which one is meant.'
  ],
  [
    "a needed fact that nothing gives",
    "needs: [order]",
    "needs: [colour]",
    '17: No fact "colour" stands under "facts", so nothing gives it.'
  ],
  [
    "a fact that is read nowhere",
    "    field: sent\n",
    "",
    '9: Nothing gives "sent": say by field, tags, lookup, pattern, words, near or attachment where it is read.'
  ],
  ["a missing fallback", "fallback: {do: Ask a colleague.}\n", "", "1: fallback is missing: it must say what holds"],
  [
    "an empty fallback",
    "fallback: {do: Ask a colleague.}",
    "fallback: {}",
    "27: The fallback is empty: give say, do or escalate."
  ],
  [
    "an unreachable step",
    "{else: search}",
    "{else: wait}",
    '24: No way leads to the step "search": name it in the next of another one.'
  ],
  [
    "two letters that changed places",
    "{else: search}",
    "{else: saerch}",
    '20: There is no step "saerch" (did you mean "search"?).'
  ],
  ["an unknown step", "{else: search}", "{else: serch}", '20: There is no step "serch" (did you mean "search"?).'],
  ["a step twice", "- step: search", "- step: wait", '24: A step "wait" stands above already.'],
  [
    "a place for a fact that isn't there",
    "{sent + 10 working days}",
    "{sennt}",
    '23: {sennt} names no fact under "facts" (did you mean "sent"?).'
  ],
  [
    "a place with something that is no period",
    "{sent + 10 working days}",
    "{sent + soon}",
    "23: {sent + soon} adds something that is no period"
  ],
  [
    "a fact in a question",
    "{en: What is your order number?}",
    "{en: 'What was sent on {sent}?'}",
    "8: A question is asked as it stands, so no fact can be put in"
  ],
  [
    "the label of another fact",
    "label: the day it was sent",
    "label: The order number",
    '10: "order" has the label "The order number" too'
  ],
  [
    "a comparison that doesn't fit the type",
    "{sent: {within: 10 working days}}",
    "{order: {over: 5}}",
    '19: "over" needs a fact of the type number or money, and "order" is of the type text.'
  ],
  [
    "a figure without an end",
    "{sent: {within: 10 working days}}",
    "{order: {over: .inf}}",
    '19: "over" holds a figure without a unit, such as 100.'
  ],
  [
    "an unknown comparison",
    "{within: 10",
    "{whitin: 10",
    '19: There is no comparison "whitin" (did you mean "within"?).'
  ],
  [
    "a pattern that can be slow",
    "LL-\\d{5}",
    "(LL-\\d+)+",
    '7: The pattern of "order" can\'t be used: it repeats a group'
  ],
  [
    "a day to come that is no day",
    "    pattern:",
    "    future: true\n    pattern:",
    '7: future is for days: give "order" the type date.'
  ],
  ["an unknown language", "ask: {en:", "ask: {xx:", "8: facts.order.ask must hold a text for each language"],
  [
    "no steps",
    GOOD.slice(GOOD.indexOf("  - step: order"), GOOD.indexOf("fallback")),
    "  []\n",
    "14: steps must hold a step."
  ],
  ["a tab", "  - step: wait", "\t- step: wait", "21: "],
  [
    "an action",
    "    title: Ask for patience",
    "    title: Ask for patience\n    call: https://shop.example",
    '23: steps.2 knows no "call"'
  ]
])("%s is told with its line", (_, from, to, told) => {
  expect(changed(from, to)?.join("\n")).toContain(told)
})

test.each([
  ["{sent - 3 days}", "{sent - 3 days}"],
  ["{sent plus 3 days}", "{sent plus 3 days}"],
  ["{{sent}}", "{{sent}}"],
  ["{3 days}", "{3 days}"],
  ["{}", "{}"],
  ["{sent", "{sent"],
  ["sent}", "}"]
])("braces that can't be filled in are told: %s", (written, told) => {
  expect(changed("by {sent + 10 working days}.'", `{sent} ${written}'`)).toEqual([
    `23: ${told} can't be filled in: braces hold a fact, such as {order}, ` +
      "or a day and a period, such as {sent + 30 days}."
  ])
})

test.each([
  [
    "words: {lamp: [lamp], shade: [shade]}",
    ['19: "order" is never "lampe" (did you mean "lamp"?): its values are lamp and shade.']
  ],
  ["tags: {t: lamp}", ['19: "order" is never "lampe" (did you mean "lamp"?): its values are lamp.']],
  ["words: {lampe: [lamp]}", undefined],
  ["words: {lamp: [lamp]}\n    field: article", undefined],
  ["words: {lamp: [lamp]}\n    find: Enter the article.", undefined]
])("a value that a fact never has is told: %s", (reading, told) => {
  const source = GOOD.replace("pattern: 'LL-\\d{5}'", reading).replace(
    "{sent: {within: 10 working days}}",
    "{order: lampe}"
  )
  expect(readPlaybook(source).mistakes?.map(({ line, sentence }) => `${line}: ${sentence}`)).toEqual(told)
})

test("a loop without an exit is told with the way round it", () => {
  const sentence = changed(
    "    escalate: {group: Delivery, why: It is late.}",
    "    next: again\n  - step: again\n    title: Ask again\n    do: Ask again.\n    until: {order: {known: true}}\n    next: search"
  )
  expect(sentence).toEqual([
    '24: From the step "search" no end is ever reached: search, again, search is a loop without an exit.',
    '27: From the step "again" no end is ever reached: again, search, again is a loop without an exit.'
  ])
})

test("a step that nobody would see is told", () => {
  expect(
    changed("    say: {en: 'It arrives by {sent + 10 working days}.'}", "    do: Wait.\n    next: search")?.[0]
  ).toBe('21: The step "wait" would be passed before anybody sees it: say with until when it is done.')
})

test("every mistake of a file is told, in the order of its lines", () => {
  const { mistakes } = readPlaybook(GOOD.replace("{sent: {", "{snt: {").replace("needs: [order]", "needs: [ordr]"))
  expect(mistakes?.map(({ line }) => line)).toEqual([17, 19])
})

test("a file that is empty, too long or no map is told", () => {
  expect(readPlaybook("").mistakes?.[0]?.sentence).toBe("The file is empty.")
  expect(readPlaybook("- a").mistakes?.[0]?.sentence).toContain("The file must hold playbook")
  expect(readPlaybook(`# ${"x".repeat(200_001)}`).mistakes?.[0]?.sentence).toContain("more than 200000 characters")
})
