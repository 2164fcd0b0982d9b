import { useEffect, useId, useRef } from "react"
import {
  MAX_MEMORY_TEXT,
  MAX_MEMORY_WORDS,
  type MemoryChange,
  type MemoryLine
} from "../../../protocol/operating/memories.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"

/** What a lead has changed in the form. `last` is the last day, as in "2026-11-30". */
export interface TypedMemory {
  word?: string
  text?: string
  last?: string
}

/** Changes what a memory says and until when it lasts. Saving approves it. */
export function MemoryForm({
  memory: { kind, word: before, text: said, expires },
  meanwhile,
  typed,
  write,
  busy,
  save,
  cancel
}: {
  memory: MemoryLine
  /** What somebody else did with the memory meanwhile, in words. */
  meanwhile: string | undefined
  typed: TypedMemory
  write: (typed: TypedMemory) => void
  busy: string | undefined
  save: (change: Omit<MemoryChange, "version">) => void
  cancel: () => void
}) {
  const id = useId()
  const { word = before, text = said, last = expires.slice(0, 10) } = typed
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const put = () =>
    save({
      ...(word !== before && { word }),
      ...(text !== said && { text }),
      ...(last !== "" && last !== expires.slice(0, 10) && { expires: last })
    })
  const isWording = kind === "wording"
  return (
    <div
      className="settling"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === "Escape") cancel()
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && busy === undefined) put()
      }}
    >
      {isWording ? (
        <>
          <label className="small" htmlFor={`${id}-word`}>
            {t("memory.word")}
          </label>
          <input
            className="in"
            id={`${id}-word`}
            ref={first}
            maxLength={MAX_MEMORY_WORDS}
            value={word}
            onChange={({ target }) => write({ ...typed, word: target.value })}
          />
        </>
      ) : null}
      <label className="small" htmlFor={`${id}-text`}>
        {t(isWording ? "memory.text" : "memory.sentence")}
      </label>
      {isWording ? (
        <input
          className="in"
          id={`${id}-text`}
          maxLength={MAX_MEMORY_WORDS}
          aria-describedby={`${id}-masked`}
          value={text}
          onChange={({ target }) => write({ ...typed, text: target.value })}
        />
      ) : (
        <textarea
          className="in"
          id={`${id}-text`}
          ref={first}
          rows={2}
          maxLength={MAX_MEMORY_TEXT}
          aria-describedby={`${id}-masked`}
          value={text}
          onChange={({ target }) => write({ ...typed, text: target.value })}
        />
      )}
      <p className="small muted" id={`${id}-masked`}>
        {t("memory.masked")}
      </p>
      <label className="small" htmlFor={`${id}-last`}>
        {t("memory.expires")}
      </label>
      <input
        className="in"
        id={`${id}-last`}
        type="date"
        value={last}
        onChange={({ target }) => write({ ...typed, last: target.value })}
      />
      <p role="status" className="small">
        {meanwhile}
      </p>
      <div className="row">
        <Button small variant="main" disabledReason={busy} onPress={put}>
          {t("memory.save")}
        </Button>
        <Button small onPress={cancel}>
          {t("memory.keep")}
        </Button>
      </div>
    </div>
  )
}
