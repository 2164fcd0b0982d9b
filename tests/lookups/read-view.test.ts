import { expect, test } from "vitest"
import { readLookup } from "../../src/relay/lookups/format/read-lookup.ts"

const ORDER = (statement: string) => `lookup: order-status
title: Order system
view: ${JSON.stringify(statement)}
values: {order: {label: order number, pattern: 'LL-\\d{1,5}'}}
facts:
  sent: {label: Sent on, path: '$.rows[0].sent', type: date}
`
const BY_NUMBER = "select sent, total, currency from order_status where number = {order}"

test.each([
  ["another statement than SELECT", "update orders set total = 0 where number = {order}", "begins with SELECT or WITH"],
  ["two statements", `${BY_NUMBER}; drop table orders`, "A view is one statement"],
  ["a comment", `${BY_NUMBER} -- all`, "can't hold comments"],
  ["a value within quotes", "select sent from order_status where number = '{order}'", "{order} stands without quotes"],
  ["a value that nothing gives", `${BY_NUMBER} and sent = {day}`, '{day} stands under no "values"']
])("%s is refused with its line before anything is stored", (_, statement, sentence) => {
  const { mistakes } = readLookup(ORDER(statement))
  expect(mistakes?.map(({ line, sentence: said }) => `${line} ${said}`).join("\n")).toContain(sentence)
  expect(mistakes?.[0]?.line).toBe(3)
})

test("a view takes nothing of a request, and neither asks by nor gives who somebody is", () => {
  const mistakesOf = (from: string, to: string) => readLookup(ORDER(BY_NUMBER).replace(from, to)).mistakes?.[0]
  expect(mistakesOf("values:", "hosts: [shop.example]\nvalues:")).toEqual({
    line: 4,
    sentence: "A view is asked by the relay, so it has no hosts."
  })
  expect(mistakesOf("label: order number,", "label: order number, from: requester-email,")?.sentence).toMatch(
    /^The relay learns no names and addresses/
  )
  for (const fact of [
    "path: '$.rows[0].sent', identity: name",
    "path: '$.rows[0].first_name'",
    "path: '$.rows[0][\"email\"]'"
  ])
    expect(mistakesOf("path: '$.rows[0].sent', type: date", fact)?.sentence).toBe(
      `The relay reads nothing that tells who somebody is, so a view can't give "sent".`
    )
})
