import { expect, test } from "vitest"
import { attachmentKind } from "../../src/ticket/attachment.ts"

test.each([
  ["Offer.PDF", "", "pdf"],
  ["Offer.pdf\u200f", "", "pdf"],
  ["Offer.docx.pdf ", "application/octet-stream", "pdf"],
  ["Offer 12.11.2026", "application/pdf", "pdf"],
  ["Invoice No.7", "text/plain; charset=utf-8", "text"],
  ["Contract", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["photo", "image/heic", "picture"],
  // The name says what opens on the customer's computer, whatever the sender calls it.
  ["Offer.pdf.exe", "application/pdf", undefined],
  ["Offer\u202efdp.exe", "application/pdf", undefined],
  ["backup.7z", "text/plain", undefined],
  ["Offer 12.11.2026", "application/octet-stream", undefined],
  ["", "", undefined]
])("%j of type %j is %s", (name, type, kind) => {
  expect(attachmentKind({ name, type })).toBe(kind)
})
