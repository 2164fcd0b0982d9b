import { use, type FormEvent } from "react"
import { readWishes } from "../../../../text/wishes.ts"
import { SingleKeys } from "../../../kit/use-keys.ts"
import { t } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { useTypedWords } from "../../state/typed-words.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { isWriting } from "../../state/disabled-reasons.ts"

/**
 * "Say what to change": Enter requests a new draft, with the wishes that are in force already. What was typed stays
 * until the request is accepted. Where nothing answers and no model writes, what is typed is the answer itself and goes
 * into a letter, unless all of it can be read as wishes, such as "in German".
 */
export function InstructionField() {
  const { draft, draftText, disabledReasons, regenerate, showNotice, suggestions } = usePanelContext()
  const typed = useTypedWords()
  const words = typed.of(FIELD)
  const write = (next: string) => typed.write(FIELD, next)
  const { give } = suggestions
  const isEmpty = draftText.letter.text === ""
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const instruction = words.trim()
    if (give && instruction === "") return showNotice({ why: t("ask.give.empty") })
    if (give && !(isEmpty && isWish(instruction, draft?.language ?? null))) {
      give(instruction)
      return write("")
    }
    if (disabledReasons.ask || instruction === "") return showNotice({ why: disabledReasons.ask ?? t("ask.empty") })
    // The answer comes when the draft is written. What was typed since then stays.
    const wishes = [...(draft?.wishes ?? []), instruction].join("\n")
    if ((await regenerate(wishes)) && typed.of(FIELD).trim() === instruction) write("")
  }
  const single = use(SingleKeys)
  // While a draft is being written, the field takes words for the next one. It isn't disabled, because an update must
  // not take away the agent's caret.
  const closed = disabledReasons.regenerate !== undefined && !give
  const hint = give
    ? isEmpty
      ? t("ask.give.hint")
      : t("ask.give.more")
    : t(draft?.refusal && isEmpty ? "ask.refused" : "ask.hint")
  return (
    <form className="ask" onSubmit={(event) => void submit(event)}>
      <label className="grow">
        <span className="sr">{give ? t("ask.give") : t("ask")}</span>
        <input
          id="ask"
          className="in"
          value={words}
          autoComplete="off"
          readOnly={closed}
          aria-disabled={closed || undefined}
          aria-keyshortcuts={single ? bindings.ask.shortcut : undefined}
          placeholder={closed ? t("ask.off") : hint}
          title={closed ? disabledReasons.regenerate : undefined}
          onChange={({ target }) => write(target.value)}
        />
      </label>
      {single ? (
        <kbd className="opt" aria-hidden="true">
          {bindings.ask.hint}
        </kbd>
      ) : null}
    </form>
  )
}

const FIELD = "instruction"
const isWish = (words: string, language: string | null) =>
  readWishes(words, language).every(({ kind }) => kind !== "unknown")

/** What the agent wanted changed and is still in force, each to be taken back, and what of it can't be done. */
export function WishList() {
  const { draft, regenerate, disabledReasons, showNotice } = usePanelContext()
  const wishes = draft?.wishes ?? []
  const notDone = isWriting(draft) ? [] : (draft?.answer?.notDone ?? [])
  return (
    <>
      {wishes.length > 0 ? (
        <ul className="wishes" aria-label={t("wishes")}>
          {wishes.map((wish, at) => (
            <li key={`${at} ${wish}`}>
              <Button
                small
                icon="x"
                label={t("wishes.remove", { wish })}
                disabledReason={disabledReasons.regenerate}
                onRefused={(why) => showNotice({ why })}
                onPress={() => void regenerate(wishes.filter((_, other) => other !== at).join("\n"))}
              >
                <span dir="auto">{wish}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div role="status" className="not-done small">
        {notDone.map((one, at) => (
          <p key={`${at} ${one.part}`}>{wordsFor(one)}</p>
        ))}
      </div>
    </>
  )
}

const wordsFor = ({ part, why }: UndoneWish) => t(`wishes.${why}`, { part })
