import { useId, useRef, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { listed } from "../../messages/format.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { useTypedWords } from "../state/typed-words.ts"
import { plainBlanks } from "../../../ticket/draft.ts"

/** Shows a text that only colleagues may see. It can be read and not inserted. */
export function InternalText({ text, title }: { text: string; title: string }) {
  return (
    <div className="macro-text" dir="auto" role="group" aria-label={title}>
      {text}
    </div>
  )
}

/**
 * Shows a ready text as it would go into the reply of this ticket, with a field for each of its blanks, and Insert.
 * `document` is the relay's id.
 */
export function ReadyText({
  text,
  title,
  insert,
  copy,
  document,
  children
}: {
  text: string
  title: string
  insert: string
  copy?: string
  document?: { id: string; version?: number | undefined } | undefined
  children?: ReactNode
}) {
  const { ticket, link, showNotice } = usePanelContext()
  const field = useId()
  const typed = useTypedWords()
  const told = useRef("")
  const parts = splitAtBlanks(text)
  const blanks = [...new Set(parts.flatMap(({ blank }) => blank?.label ?? []))]
  const nameOf = (label: string) => `ready ${text}\n${label}`
  const fills = Object.fromEntries(blanks.map((label) => [label, typed.of(nameOf(label))]))

  const put = async () => {
    const open = blanks.filter((label) => !fills[label]?.trim())
    // As with a draft, the first press goes to what is missing, and the second inserts the text as it is.
    if (open.length > 0 && told.current !== open.join("\n")) {
      told.current = open.join("\n")
      showNotice({
        code: "blank-open",
        data: { count: open.length, blanks: listed(open.map((label) => `[${label}]`)) }
      })
      return focusOn(`${field}-${blanks.indexOf(open[0] ?? "")}`)
    }
    const answer = await link.send({
      kind: "panel-macro-insert",
      key: ticket.key,
      text: fillBlanks(parts, fills),
      ...(open.length > 0 ? { anyway: true } : {}),
      ...(document ? { document } : {})
    })
    showNotice(answer.ok ? { code: "inserted" } : answer)
  }
  const toClipboard = () =>
    void link.copy(plainFilledText(parts, fills)).then(
      () => showNotice({ code: "copied" }),
      () => showNotice({ code: "copy-failed" })
    )
  return (
    <>
      <div className="macro-text" dir="auto" role="group" aria-label={title}>
        {parts.map(({ text: piece, blank }, n) =>
          blank ? fills[blank.label]?.trim() || <mark key={n}>[{blank.name}]</mark> : piece
        )}
      </div>
      {blanks.map((label, n) => (
        <label key={label}>
          <span className="small">
            <bdi>{label}</bdi>
          </span>
          <input
            id={`${field}-${n}`}
            className="in"
            value={fills[label] ?? ""}
            autoComplete="off"
            onChange={({ target }) => typed.write(nameOf(label), target.value)}
          />
        </label>
      ))}
      <div className="do">
        <Button small once onPress={() => void put()}>
          {insert}
        </Button>
        {copy ? (
          <Button small icon="copy" onPress={toClipboard}>
            {copy}
          </Button>
        ) : null}
      </div>
      {children}
    </>
  )
}

/** A piece of text, or something that is missing in it. */
interface TextPart {
  text: string
  /** The name of what is missing. `label` distinguishes it from others of that name. */
  blank?: { name: string; label: string }
}

/**
 * Splits a ready text at what is missing: a blank `[[order number]]`, or a gap of an imported text, "[a name]". Blanks
 * of one name are one question. Each gap is a question of its own, because the name at the top isn't the one at the
 * end.
 */
export function splitAtBlanks(text: string): TextPart[] {
  const counts = new Map<string, number>()
  return text.split(MISSING).flatMap((piece, at, all): TextPart[] => {
    if (at % 3 === 0) return piece === undefined || piece === "" ? [] : [{ text: piece }]
    if (at % 3 === 2) return []
    const [blank, gap] = [piece, all[at + 1]]
    if (blank !== undefined) return [{ text: `[[${blank}]]`, blank: { name: blank, label: blank.trim() } }]
    const name = gap ?? ""
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return [{ text: `[[${name}]]`, blank: { name, label: count === 1 ? name.trim() : `${name.trim()} (${count})` } }]
  })
}

/** Returns the text with what was typed. What is still missing stays a blank. */
export const fillBlanks = (parts: TextPart[], fills: Record<string, string>): string =>
  parts.map(({ text, blank }) => (blank && fills[blank.label]?.trim()) || text).join("")

/** Returns the text for the clipboard, with `[what is missing]`. */
export const plainFilledText = (parts: TextPart[], fills: Record<string, string>): string =>
  plainBlanks(fillBlanks(parts, fills))

/** Matches a blank, or words in single brackets that are neither a link nor a placeholder. */
const MISSING = /\[\[([^[\]\n]{1,120})\]\]|(?<!\[)\[(?![A-Z]+_\d+\])([^[\]\n]{1,80})\](?![\](])/
