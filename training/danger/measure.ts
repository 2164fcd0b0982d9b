// Prints how many dangers of a set are found, and how many harmless tickets are taken for one, at each level:
// npm run measure:danger -- danger-2/dev. Held sets are scored once, before a release.
import { dangerMargins, dangerSigns } from "../../src/intent/danger/tell-danger.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"
import { readDangerTickets, textOf } from "./tickets.ts"

const [set = "danger-2/dev", ...cuts] = process.argv.slice(2)
const rows = readDangerTickets(set).map((ticket) => ({
  ticket,
  margin: dangerMargins(textOf(ticket), ticket.lang, meaningsOf)[0] ?? 0,
  signs: dangerSigns(textOf(ticket), ticket.lang, meaningsOf)
}))
const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} % (${part} of ${all})`

function print(name: string, isNoticed: (row: (typeof rows)[number]) => boolean) {
  const dangers = rows.filter(({ ticket }) => ticket.kind !== null)
  const harmless = rows.filter(({ ticket }) => ticket.kind === null)
  const [hits, wrong] = [dangers.filter(isNoticed), harmless.filter(isNoticed)]
  const ofKind = hits.filter(({ signs, ticket }) => signs?.kind === ticket.kind)
  console.log(
    `${name}: found ${share(hits.length, dangers.length)}, wrongly ${share(wrong.length, harmless.length)}` +
      `, of the right kind ${share(ofKind.length, hits.length)}`
  )
  const languages = [...new Set(rows.map(({ ticket }) => ticket.lang))]
  console.log(
    languages
      .map((lang) => {
        const own = (list: typeof rows) => list.filter(({ ticket }) => ticket.lang === lang).length
        return `  ${lang} ${own(hits)}/${own(dangers)} ${own(wrong)}/${own(harmless)}`
      })
      .join(" ")
  )
}

print("sure", ({ signs }) => signs?.level === "sure")
print("sure or perhaps", ({ signs }) => signs?.level === "sure" || signs?.level === "perhaps")
print("any sign, for a model", ({ signs }) => signs !== undefined)
for (const cut of cuts) print(`above ${cut}`, ({ margin }) => margin >= Number(cut))
