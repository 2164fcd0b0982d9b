import { useEffect, useId, useRef } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import {
  MAX_MEMORY_TEXT,
  MAX_MEMORY_WORDS,
  type MemoryChange,
  type MemoryLine
} from "../../../protocol/routes/memories.ts"

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
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), [])
  const put = () =>
    save({
      ...(word !== before && { word }),
      ...(text !== said && { text }),
      ...(last !== "" && last !== expires.slice(0, 10) && { expires: last })
    })
  const writeText = (next: string) => write({ ...typed, text: next })
  return (
    <div
      className="settling"
      ref={form}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === "Escape") cancel()
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && busy === undefined) put()
      }}
    >
      {kind === "wording" ? (
        <WordingFields
          id={id}
          word={word}
          text={text}
          writeWord={(next) => write({ ...typed, word: next })}
          writeText={writeText}
        />
      ) : (
        <SentenceField id={id} text={text} write={writeText} />
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

/** A word, and what the team says for it. */
function WordingFields({
  id,
  word,
  text,
  writeWord,
  writeText
}: {
  id: string
  word: string
  text: string
  writeWord: (word: string) => void
  writeText: (text: string) => void
}) {
  return (
    <>
      <label className="small" htmlFor={`${id}-word`}>
        {t("memory.word")}
      </label>
      <input
        className="in"
        id={`${id}-word`}
        maxLength={MAX_MEMORY_WORDS}
        value={word}
        onChange={({ target }) => writeWord(target.value)}
      />
      <label className="small" htmlFor={`${id}-text`}>
        {t("memory.text")}
      </label>
      <input
        className="in"
        id={`${id}-text`}
        maxLength={MAX_MEMORY_WORDS}
        aria-describedby={`${id}-masked`}
        value={text}
        onChange={({ target }) => writeText(target.value)}
      />
    </>
  )
}

function SentenceField({ id, text, write }: { id: string; text: string; write: (text: string) => void }) {
  return (
    <>
      <label className="small" htmlFor={`${id}-text`}>
        {t("memory.sentence")}
      </label>
      <textarea
        className="in"
        id={`${id}-text`}
        rows={2}
        maxLength={MAX_MEMORY_TEXT}
        aria-describedby={`${id}-masked`}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
    </>
  )
}
