import { use, type FormEvent, type KeyboardEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { languageName, listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { SPELLING_LANGUAGES } from "../../../ticket/rewrite.ts"
import { translationChoices } from "./translation-choices.ts"
import { useTypedWords } from "../state/typed-words.ts"
import { bindings } from "../state/bindings.ts"
import { useRewrite, type RewrittenText } from "./use-rewrite.ts"

/** The buttons that reword a text. The arrow keys move between them. */
export function RewriteBar({ of, id, disabledReason }: { of: RewrittenText; id: string; disabledReason?: string }) {
  const { changesOf, ask, shown, hasModel, canTranslate } = useRewrite()
  const changes = changesOf(of)
  const single = use(SingleKeys)
  const label = of === "draft" ? t("translation.draft") : t("translation.editor")
  const isBusy = shown?.step === "busy"
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: HTML has no element for a toolbar. */}
      <div
        className="in-card do rewrite-bar"
        role="toolbar"
        aria-label={of === "draft" ? t("rewrite.draft") : t("rewrite.editor")}
        onKeyDown={moveFocus}
      >
        {changes.map((change, at) => (
          <Button
            key={change}
            id={at === 0 ? id : undefined}
            small
            disabledReason={disabledReason ?? (isBusy ? t("rewrite.busy") : undefined)}
            onPress={() => void ask(of, { change })}
          >
            {tell(`rewrite.change.${change}`, {})}
          </Button>
        ))}
        {single && of === "draft" ? (
          <kbd className="opt" aria-hidden="true">
            {bindings.rewrite.hint}
          </kbd>
        ) : null}
      </div>
      {changes.includes("spelling") ? null : (
        <p className="in-card small muted">
          {t("rewrite.no-spelling", { languages: listed(SPELLING_LANGUAGES.map(languageName)) })}
        </p>
      )}
      {canTranslate ? (
        <div className="in-card do">
          <SelectField
            label={label}
            value=""
            choices={[{ value: "", label }, ...translationChoices()]}
            choose={(change) => {
              if (change !== "" && disabledReason === undefined && !isBusy) void ask(of, { change })
            }}
          />
        </div>
      ) : null}
      {hasModel && of === "editor" ? <WishField disabledReason={disabledReason} /> : null}
    </>
  )
}

/** The agent's own words for what to change in the reply in the editor. What was typed stays until there is a rewrite. */
function WishField({ disabledReason }: { disabledReason: string | undefined }) {
  const { ask, shown } = useRewrite()
  const typed = useTypedWords()
  const wish = typed.of(FIELD)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (disabledReason === undefined && shown?.step !== "busy") void ask("editor", { change: "wish", wish })
  }
  return (
    <form className="ask" onSubmit={submit}>
      <label className="grow">
        <span className="sr">{t("rewrite.wish")}</span>
        <input
          className="in"
          value={wish}
          maxLength={2000}
          autoComplete="off"
          placeholder={t("rewrite.wish")}
          onChange={({ target }) => typed.write(FIELD, target.value)}
        />
      </label>
    </form>
  )
}

const FIELD = "rewrite-wish"

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll("button")]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
