import { useId, useRef, useState, type FormEvent, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { RefusedSource } from "./error-message.tsx"
import { useKept, useLeaving } from "./use-kept.ts"

/** The most characters that the text may have. */
export const MOST_CHARACTERS = 200_000

/** The form's field, for what fills it. */
export interface SourceField {
  /** Doesn't replace what somebody has typed, and says so. */
  take: (text: string) => void
  /** Says what is wrong, and leaves the text as it is. */
  refuse: (sentence: string) => void
  focus: () => void
}

/** What else can be done with the text than to store it. */
export interface SecondAction {
  words: string
  /** Why it can't be pressed now. */
  disabledReason: string | undefined
  press: (source: string) => void
  /** What has come of it, for the text as it is now. */
  result: (source: string) => ReactNode
}

/**
 * The form for the text of a YAML file. What is wrong with it stands below, each mistake with its line.
 * @param refusals the relay's codes that are about the text itself
 * @param send calls `stored` once the text is stored, which empties the field
 * @param second a button beside the one that stores, with what it shows below
 * @param above what fills the field in another way
 */
export function SourceForm({
  of,
  refusals,
  save: { error, isPending, send },
  second,
  above
}: {
  of: "voices" | "playbooks"
  refusals: ReadonlySet<string>
  save: { error: Error | null; isPending: boolean; send: (source: string, stored: () => void) => void }
  second?: SecondAction
  above: (field: SourceField) => ReactNode
}) {
  const id = useId()
  const [source, setSource] = useKept(`${of}-source`, "")
  /** What a file or a proposal put into the field. As long as nobody has changed it, another one may replace it. */
  const [filled, setFilled] = useState("")
  const [wrong, setWrong] = useState("")
  useLeaving(source.trim() !== "" && source !== filled)
  const latest = useRef(source)
  latest.current = source
  const write = (text: string) => {
    setSource(text)
    setWrong("")
  }
  const take = (text: string) => {
    const isTyped = latest.current.trim() !== "" && latest.current !== filled
    if (isTyped && latest.current !== text) return setWrong(t(`${of}.unsaved`))
    setFilled(text)
    write(text)
  }
  const withSource = (work: () => void) => {
    setWrong(source.trim() === "" ? t(`${of}.source.none`) : "")
    if (source.trim() !== "") work()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What was typed while this one was stored stays.
    const stored = () => {
      if (latest.current === source) setSource("")
    }
    if (!isPending) withSource(() => send(source, stored))
  }
  return (
    <form className="stack" onSubmit={submit}>
      {above({ take, refuse: setWrong, focus: () => document.getElementById(id)?.focus() })}
      <div>
        <label htmlFor={id}>{t(`${of}.source`)}</label>
        <textarea
          className="in"
          id={id}
          rows={12}
          value={source}
          maxLength={MOST_CHARACTERS}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          aria-invalid={wrong !== ""}
          aria-describedby={`${id}-hint ${id}-wrong`}
          onChange={({ target }) => write(target.value)}
        />
        <p className="small quiet" id={`${id}-hint`}>
          {t(`${of}.source.hint`)}
        </p>
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      </div>
      {error ? <RefusedSource error={error} refusals={refusals} title={t(`${of}.mistakes`)} /> : null}
      <div className="do">
        <Button small submit disabledReason={isPending ? t(`${of}.saving`) : undefined} onPress={() => undefined}>
          {t(`${of}.save`)}
        </Button>
        {second ? (
          <Button small disabledReason={second.disabledReason} onPress={() => withSource(() => second.press(source))}>
            {second.words}
          </Button>
        ) : null}
      </div>
      {second?.result(source)}
    </form>
  )
}
