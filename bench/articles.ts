import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../demo/root.ts"

/**
 * Makes up Markdown articles, which are always the same. The words are those of the sample's English articles at the
 * same frequencies, with every ninth replaced by a rare made-up one. They stand in sentences under headings, with a
 * list, a link, bold words and occasionally a table. Every second article states its title and language.
 */
export function madeUpArticles(count: number, words: number): string[] {
  const known = sampleWords()
  const random = randomOf(7)
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const rare = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join("")
  const sentence = () => {
    const length = 8 + Math.floor(random() * 12)
    const text = Array.from({ length }, (_, at) =>
      at > 0 && random() < 0.11
        ? random() < 0.2
          ? capital(rare())
          : rare()
        : at === 5 && random() < 0.3
          ? String(Math.floor(random() * 90) + 1)
          : pick(known)
    ).join(" ")
    return { length, text: `${capital(text)}.` }
  }
  return Array.from({ length: count }, (_, n) => {
    const title = capital(sentence().text.slice(0, 40).replace(/\.$/, ""))
    const lines = [
      n % 2 === 0 ? `---\ntitle: ${JSON.stringify(title)}\nlocale: en\nchanged: 2026-03-01\n---\n` : "",
      `# ${title}`
    ]
    for (let left = words; left > 0; ) {
      if (random() < 0.25) lines.push(`## ${capital(sentence().text.slice(0, 30).replace(/\.$/, ""))}`)
      const sentences = Array.from({ length: 4 }, sentence)
      left -= sentences.reduce((sum, { length }) => sum + length, 0)
      const texts = sentences.map(({ text }) => text)
      const kind = random()
      if (kind < 0.2) lines.push(texts.map((text) => `- ${text}`).join("\n"))
      else if (kind < 0.25)
        lines.push(
          ["| Country | Time |", "|---|---|", ...texts.map((text) => `| ${capital(rare())} | ${text} |`)].join("\n")
        )
      else
        lines.push(
          texts
            .join(" ")
            .replace(/(\w+) (\w+)/, (_, a: string, b: string) =>
              kind < 0.5 ? `**${a}** ${b}` : `[${a} ${b}](https://help.example/${n})`
            )
        )
    }
    return lines.join("\n\n")
  })
}

const SYLLABLES = [
  "ka",
  "lo",
  "mi",
  "ren",
  "tas",
  "vor",
  "bel",
  "dun",
  "sif",
  "gra",
  "pem",
  "hul",
  "ost",
  "ing",
  "er",
  "ba"
]
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function sampleWords(): string[] {
  const folder = join(root, "demo/knowledge/en")
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .flatMap(
      (file) =>
        readFileSync(join(folder, file), "utf8")
          .replace(/^---[^]*?\n---\n/, "")
          .match(/[A-Za-z]{1,20}/g) ?? []
    )
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}
