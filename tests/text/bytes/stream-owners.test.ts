import { expect, test } from "vitest"
import { streamOwners } from "../../../src/text/bytes/pdf/refuse-pdf-bombs.ts"

test.each([
  ["its own object", "5 0 obj << /Length 3 >>\n", [5]],
  ["a page before it", "4 0 obj << /Kids [1 0 R] /T (a (b)) /ID <0a> >> endobj\n5 0 obj << /Length 3 >>\n", [5]],
  ["a beginning in a string", "5 0 obj << /T (>> endobj 6 0 obj <<) /Length 3 >>\n", [5, 6]],
  ["one in a comment", "5 0 obj << % >> endobj 6 0 obj <<\n/Length 3 >>\n", [5, 6]],
  ["one in a list", "5 0 obj << ] /A [ >> endobj 6 0 obj << ] /Length 3 >>\n", [5, 6]],
  ["one without an end", "5 0 obj << /A 6 0 obj /Length 3 >>\n", [5, 6]]
])("%s", (_what, head, owners) => {
  expect(streamOwners(head)).toEqual(owners)
})
