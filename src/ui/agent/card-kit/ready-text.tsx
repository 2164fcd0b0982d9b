import { useId, useRef, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { LOCALE } from "../../messages/locale.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { useTypedWords } from "./typed-words.ts"
import { fillBlanks, splitAtBlanks, plainFilledText } from "./text-blanks.ts"

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
        data: { count: open.length, blanks: new Intl.ListFormat(LOCALE).format(open.map((label) => `[${label}]`)) }
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
