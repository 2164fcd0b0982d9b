import { join } from "node:path"
import * as z from "zod/mini"
import { root } from "../../demo/root.ts"
import { cleanMail } from "../../src/ingest/sources/request-tracker/clean-mail.ts"
import type { MailParts } from "../../src/text/mail/mail-parts.ts"
import { languageParts, passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const expected = { id: z.string(), visible: z.string(), closing: z.string(), signature: z.string(), quoted: z.string() }
const own = z.object({ ...expected, text: z.optional(z.string()), html: z.optional(z.string()) })
type Mail = z.infer<typeof own>

/**
 * These are the baselines for the dev mails, by language: docs/decisions/0015. They were measured once, because the
 * package is no longer installed.
 */
const BASELINES: Readonly<Record<string, number>> = { en: 0.6, de: 0.4, fr: 0.5, es: 0.55, pt: 0.4, ja: 0.1 }
const baselineOf = (share: number) =>
  `${(share * 100).toFixed(1)} %: email-reply-parser 2.3.9, with or without the farewell`

/** Mails written for this project and split by hand, with a folder for each language. */
export const cleanOwn: ReportSet = {
  folder: "clean-own",
  files: ["en/dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const { language, part, file } of languageParts(folder, how)) {
      const baseline = part === "dev" ? BASELINES[language] : undefined
      rows.push(...(await rowsOf(`clean-own ${language}, ${part}`, readLines(file, own), baseline)))
    }
    return rows
  }
}

/** The public mails of email_reply_parser. Their expected parts are in the repository. */
export const emailReplies: ReportSet = {
  folder: "email-replies",
  files: ["dev.jsonl"],
  async rows(folder) {
    const texts = new Map(
      readLines(join(folder, "dev.jsonl"), z.object({ name: z.string(), text: z.string() })).map(({ name, text }) => [
        name,
        text
      ])
    )
    const mails = readLines(join(root, "data/clean-own/email-replies/expected.jsonl"), z.object(expected)).flatMap(
      (row): Mail[] => {
        const text = texts.get(row.id)
        return text === undefined ? [] : [{ ...row, text }]
      }
    )
    return await rowsOf("email-replies", mails, 14 / 21)
  }
}

const KINDS = ["visible", "closing", "signature", "quoted"] as const

async function rowsOf(set: string, mails: readonly Mail[], baseline?: number): Promise<Row[]> {
  const { result, pass } = await passOver(mails.length, () =>
    mails.map((mail) => ({
      mail,
      parts: cleanMail(mail.html === undefined ? { text: mail.text ?? "" } : { html: mail.html })
    }))
  )
  const share = (some: typeof result, right: (mail: Mail, parts: MailParts) => boolean) =>
    some.filter(({ mail, parts }) => right(mail, parts)).length / some.length
  const isVisible = (mail: Mail, parts: MailParts) => folded(parts.visible) === folded(mail.visible)
  const areAll = (mail: Mail, parts: MailParts) => KINDS.every((kind) => folded(parts[kind]) === folded(mail[kind]))
  const rows: Row[] = [
    {
      set,
      metric: "visible part right",
      figure: share(result, isVisible),
      ...(baseline === undefined ? {} : { baseline: baselineOf(baseline) }),
      ...pass
    },
    { set, metric: "all four parts right", figure: share(result, areAll), ...pass }
  ]
  for (const kind of ["text", "html"] as const) {
    const some = result.filter(({ mail }) => mail[kind] !== undefined)
    if (some.length === 0 || some.length === result.length) continue
    rows.push(
      { set, metric: `${kind}: visible part right`, figure: share(some, isVisible), ...pass, detail: true },
      { set, metric: `${kind}: all four parts right`, figure: share(some, areAll), ...pass, detail: true }
    )
  }
  return rows
}

const folded = (text: string) => text.replace(/[\s\u00a0\u202f\ufeff]+/g, " ").trim()
