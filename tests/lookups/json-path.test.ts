import { expect, test } from "vitest"
import { jsonPathFault, valuesAt } from "../../src/lookups/json-path.ts"
import { fillPath } from "../../src/lookups/template.ts"

const ORDERS = {
  orders: [
    { name: "#1", status: "sent" },
    { name: "#2", status: "open" }
  ]
}

test.each([
  "$[?search(@.name, '(a*)*b')]",
  "$[?match(@.name, 'x')]",
  "$.a[?@.b[?!search(@, $.pattern)]]",
  "$[?(@.a && (@.b || search(@.c, '{order}')))]",
  "$[?length(@.a) == 1 && match ( @.b , 'x')]"
])("a path that runs a pattern over an answer is refused: %s", (path) => {
  expect(jsonPathFault(path)).toBeDefined()
  expect(valuesAt([{ name: `${"a".repeat(40)}!` }], path.replace(" ( ", "("))).toEqual([])
})

test.each(["$.search", "$['match']", "$[?@.name == 'search(x)']", "$[?length(@.a) > 1]", "$[?count(@.*) == 2]"])(
  "a path that only names a pattern's function, or uses another, is taken: %s",
  (path) => expect(jsonPathFault(path)).toBeUndefined()
)

test.each([
  ".*",
  "1' || @.name != '",
  '1" || true || "',
  "\\",
  "\\u0027 || true || \\u0027",
  "' || search(@.name, '.*') || '",
  "{order}",
  "\ud83d",
  "\u0000\n",
  "$1$&"
])("a value of the ticket is the words that are compared, and nothing else: %j", (value) => {
  const orders = [...ORDERS.orders, { name: `#${value.toWellFormed()}`, status: "mine" }]
  expect(valuesAt({ orders }, fillPath("$.orders[?@.name=='#{order}'].status", { order: value }))).toEqual(["mine"])
})
