import { expect, test } from "vitest"
import { nameFor } from "../../src/checks/tone/voice/customer-name.ts"
import { checkTone } from "../../src/checks/tone/tone.ts"
import type { VoiceRules } from "../../src/ticket/team-voice.ts"

const VOICE: VoiceRules = {
  name: "first",
  naming: "first",
  greetings: ["Hi {name},"],
  greets: "all",
  signOffs: [],
  most: {},
  forbidden: [],
  preferred: [],
  products: []
}
const found = (requester: string, greeted: string) =>
  checkTone(`Hi ${greeted},\n\nYour lamp was sent to you this morning.`, {
    ...{ requester, language: "en", thread: [], sources: [], channel: "mail", firstReply: true },
    voice: VOICE
  }).filter(({ kind }) => kind.startsWith("voice-"))

test.each([
  ["Liam O'Hara", "Liam", "Liam O'Hara"],
  ["Voss, Mara", "Mara", "Mara Voss"],
  ["García López, María José", "María", "María José García López"],
  ["John Smith (via Twitter)", "John", "John Smith"],
  ["John Smith, PhD", "John", "John Smith, PhD"]
])("%s is greeted as %s, or in full as %s", (requester, first, full) => {
  expect(nameFor(requester, "first")).toBe(first)
  expect(nameFor(requester, "full")).toBe(full)
  expect(found(requester, first)).toEqual([])
})

test.each([
  "Acme, Inc.",
  "ACME GmbH",
  "Lumen & Lark",
  "Smith, PhD",
  "van der Berg",
  "Frau Voss",
  "Dr. Voss",
  "M. Dupont",
  "Sr. García López",
  "J. R. Smith",
  "Support Team",
  "Familie Berg",
  "田中 太郎",
  "mara"
])("no first name is known of %s, so the full name stays", (requester) => {
  expect(nameFor(requester, "first")).toBe(requester)
  expect(nameFor(requester, "full")).toBe(requester)
  expect(found(requester, requester)).toEqual([])
})
