import { expect, test } from "vitest"
import { wishedLanguage } from "../../../src/relay/drafting/pipeline/ticket-language.ts"

test.each([
  ["in German, please", "en", "de"],
  ["shorter and in French", "en", "fr"],
  ["bitte auf Englisch", "de", "en"],
  ["réponds en espagnol", "fr", "es"],
  ["em português", "pt", "pt"],
  ["ドイツ語で", "ja", "de"],
  ["translate it into Japanese", "de", "ja"],
  ["mention the German warranty", "en", undefined],
  ["no refund", "en", undefined],
  [undefined, "en", undefined]
])("%j on a ticket in %s asks for %s", (wish, language, wanted) => expect(wishedLanguage(wish, language)).toBe(wanted))
