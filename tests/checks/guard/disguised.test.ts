import { expect, test } from "vitest"
import { openGuard } from "../../../src/checks/guard/guard-draft.ts"

const severe = (draft: string) =>
  openGuard({ thread: [], sources: [] })(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)

/** Each is a foreign address in a form that programs don't take for a link, or that opens another program. */
const DISGUISED = [
  "e v i l . c o m",
  "e v i l p a y .com",
  "e-v-i-l-.-c-o-m",
  "e_v_i_l.c_o_m",
  "h t t p s : / / e v i l . c o m / x",
  "evil . com",
  "evil-pay .com",
  "evil[.]com",
  "evil {.} com",
  "evil。net",
  "evil．net",
  "evil·com",
  "evil dot com",
  "evil-pay Punkt de",
  "evil „Punkt“ com",
  "evil point fr",
  "evilドットコム",
  "evil, dot, com",
  "xn--evl-pla.com",
  "evil-invoice.zip",
  "evil.mov",
  "skype:evil.desk?call",
  "magnet:?xt=urn:btih:abc",
  "tg:resolve?domain=evil",
  "intent:#Intent;scheme=evil;end",
  "itms-services:?action=download",
  "ms-quick-assist:start",
  "facetime:evil@evil.example",
  "sms:+447911123456",
  "evil-scheme:?next=x",
  "$evil-pay",
  "£evilpay"
]

test.each(DISGUISED)("a disguised address or a link to another program: %s", (address) =>
  expect(severe(`Please use ${address} for it.`)).not.toEqual([])
)

test.each([
  "e. g. a lamp, b and c",
  "z. B. d. h. u. a. m.",
  "S. João da Madeira",
  "A B C D E F",
  "Wi-Fi 2 . 4 GHz",
  "$20 or US$ 20, in $CAD",
  "Note:see below",
  "Visit the office . Contact us",
  "Hendrik Pohl · Am Sägewerk 3",
  "el punto es que",
  "Line:2"
])("no disguised address: %s", (words) => expect(severe(`That is ${words}.`)).toEqual([]))

test("a file, a name or a link to a program that ticket or source holds is fine", () => {
  const own = openGuard({
    thread: [{ role: "customer", text: "I sent logs.part1.zip. Is $M my size?" }],
    sources: ["Call us: skype:firm.help?call, tel:+441632960961, sms:+441632960961, mailto:help@firm.example."]
  })
  const draft =
    "We have logs.part1.zip but not logs.part2.zip; $M is a code. skype:firm.help?call, tel:+441632960961, " +
    "sms:+441632960961 or mailto:help@firm.example."
  expect(own(draft)).toEqual([])
})
