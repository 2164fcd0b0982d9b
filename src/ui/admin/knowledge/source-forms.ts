import type { ImportRequest } from "../../../protocol/knowledge.ts"
import type { MessageKey } from "../../messages/t.ts"

type NewPlace = Extract<ImportRequest, { source: string }>

/** The fields of one kind of source. */
export interface SourceForm {
  kind: "site" | "feed" | "zendesk" | "rt" | "redmine"
  /** The prefix of the address, so that nobody has to guess the kind. */
  source: (address: string) => string
  address: { label: MessageKey; hint: MessageKey }
  /** If not all parts are ticked, only the ticked ones are imported. */
  parts: readonly { option: string; label: MessageKey }[]
  fields: readonly Field[]
  /** What the relay signs in with. */
  access?: MessageKey
}

export interface Field {
  option: string
  label: MessageKey
  hint: MessageKey
  /** Several names, separated by commas. */
  many?: true
  /** The field is only shown if this part is ticked. */
  part?: string
}

export const SOURCE_FORMS: readonly SourceForm[] = [
  {
    kind: "site",
    source: (address) => `site:${web(address)}`,
    address: { label: "imports.site.address", hint: "imports.site.address.hint" },
    parts: [],
    fields: [{ option: "rate", label: "imports.site.rate", hint: "imports.site.rate.hint" }]
  },
  {
    kind: "feed",
    source: (address) => `feed:${web(address)}`,
    address: { label: "imports.feed.address", hint: "imports.feed.address.hint" },
    parts: [],
    fields: []
  },
  {
    kind: "zendesk",
    source: (address) => `zendesk:${address}`,
    address: { label: "imports.zendesk.address", hint: "imports.zendesk.address.hint" },
    access: "imports.zendesk.access",
    parts: [
      { option: "articles", label: "imports.part.articles" },
      { option: "macros", label: "imports.part.macros" },
      { option: "tickets", label: "imports.part.tickets" }
    ],
    fields: [{ option: "days", label: "imports.days", hint: "imports.days.hint", part: "tickets" }]
  },
  {
    kind: "rt",
    source: (address) => `rt:${address}`,
    address: { label: "imports.rt.address", hint: "imports.rt.address.hint" },
    access: "imports.rt.access",
    parts: [
      { option: "articles", label: "imports.part.articles" },
      { option: "tickets", label: "imports.part.tickets" }
    ],
    fields: [
      { option: "queue", label: "imports.queue", hint: "imports.queue.hint", many: true, part: "tickets" },
      { option: "status", label: "imports.status", hint: "imports.status.hint", many: true, part: "tickets" },
      { option: "days", label: "imports.days", hint: "imports.days.hint", part: "tickets" },
      { option: "public", label: "imports.public.rt", hint: "imports.public.rt.hint", many: true, part: "articles" }
    ]
  },
  {
    kind: "redmine",
    source: (address) => `redmine:${address}`,
    address: { label: "imports.redmine.address", hint: "imports.redmine.address.hint" },
    access: "imports.redmine.access",
    parts: [
      { option: "wiki", label: "imports.part.wiki" },
      { option: "issues", label: "imports.part.issues" }
    ],
    fields: [
      { option: "project", label: "imports.project", hint: "imports.project.hint", many: true },
      {
        option: "public",
        label: "imports.public.redmine",
        hint: "imports.public.redmine.hint",
        many: true,
        part: "wiki"
      },
      { option: "days", label: "imports.days", hint: "imports.days.hint", part: "issues" }
    ]
  }
]

/** The input as it was typed: the texts by option, and the ticked parts. */
export interface TypedSource {
  address: string
  parts: ReadonlySet<string>
  texts: Readonly<Record<string, string>>
  internal: boolean
}

/** Returns the request for the relay. An option without a text isn't sent. */
export function importRequestOf({ source, parts, fields }: SourceForm, typed: TypedSource): NewPlace {
  const flags = parts.every(({ option }) => typed.parts.has(option))
    ? []
    : parts.filter(({ option }) => typed.parts.has(option)).map(({ option }) => [option, true] as const)
  const texts = visibleFields(fields, typed).flatMap(({ option, many }): [string, string | string[]][] => {
    const text = typed.texts[option]?.trim() ?? ""
    if (text === "") return []
    return [
      [
        option,
        many
          ? text
              .split(",")
              .map((one) => one.trim())
              .filter((one) => one !== "")
          : text
      ]
    ]
  })
  const options = Object.fromEntries([...flags, ...texts])
  return {
    source: source(typed.address.trim()),
    ...(typed.internal && { internal: true }),
    ...(Object.keys(options).length > 0 && { options })
  }
}

/** The fields of the ticked parts. */
export const visibleFields = (fields: readonly Field[], { parts }: Pick<TypedSource, "parts">) =>
  fields.filter(({ part }) => part === undefined || parts.has(part))

/**
 * Returns the field that an error refers to. The relay names an option as the command line does; any other error is
 * about the address.
 */
export function fieldOf(sentence: string, fields: readonly Field[]): string {
  const [, named] = /--([a-z-]+)/.exec(sentence) ?? []
  return fields.find(({ option }) => option === named)?.option ?? "address"
}

const web = (address: string) => (address.includes("://") ? address : `https://${address}`)
