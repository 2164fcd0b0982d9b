import { use, useState } from "react"
import type { PanelDraft } from "../../../../protocol/panel.ts"
import type { Answer, Suggestion, RecommendedFor } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { direction } from "../../../kit/direction.ts"
import { Icon } from "../../../kit/icon.tsx"
import { SingleKeys } from "../../../kit/use-keys.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { AimedSentence } from "../../draft-text/aimed-sentence.ts"
import { addedClaim, placeFor } from "../../state/suggested-sentence.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { dayOfYear } from "../../../messages/format.ts"

export const suggestions: PanelCard = { id: "suggestions", place: "pages", order: 22, Card: BesideLetter }

/** Beside a letter, they are in the drawer. Where there is none yet, they stand in its place. */
function BesideLetter() {
  const { draft, draftText } = usePanelContext()
  return isPicking(draft, draftText.letter.text) ? null : <Suggestions />
}

/** Whether the agent picks the sentences with which a letter begins. */
export const isPicking = (draft: PanelDraft | undefined, letter: string): boolean =>
  draft?.answer?.tier === "unsure" && letter === ""

/**
 * Sentences that may answer too, word for word and grouped by page. One press or digit puts a sentence into the draft,
 * and the same one takes it out. Without a sure answer, the first one begins the draft.
 */
export function Suggestions() {
  const { draft, cases } = usePanelContext()
  const answer = draft?.answer
  if (!draft || isWriting(draft) || !answer || answer.suggestions.length === 0) return null
  const pages = Map.groupBy(answer.suggestions, ({ source }) => source)
  return (
    <Card
      title={answer.tier === "unsure" ? t("suggestions.unsure") : t("suggestions")}
      aside={cases.answers.length === 0 ? <KeyHint count={answer.suggestions.length} /> : null}
    >
      <div className="in-card">
        {[...pages].map(([source, own]) => (
          <Page key={source} source={source} own={own} answer={answer} />
        ))}
      </div>
    </Card>
  )
}

function Page({ source, own, answer }: { source: number; own: Suggestion[]; answer: Answer }) {
  const { draft } = usePanelContext()
  const { title = "", changed } = draft?.sources.find(({ n }) => n === source) ?? {}
  const why = own.find(({ recommended }) => recommended)?.recommended
  return (
    <section className="from-page" aria-label={title}>
      <h3 className="small">
        <bdi>{title}</bdi>
      </h3>
      {why ? <Recommended why={why} day={changed} /> : null}
      <ul>
        {own.map((one) => (
          <Row key={one.text} one={one} n={answer.suggestions.indexOf(one) + 1} />
        ))}
      </ul>
    </section>
  )
}

function Row({ one, n }: { one: Suggestion; n: number }) {
  const { draft, draftText, suggestions, cases } = usePanelContext()
  const { aim } = use(AimedSentence)
  const [isFocused, setFocused] = useState(false)
  // While a case is open, the digits answer it.
  const key = cases.answers.length === 0 ? { hint: String(n), shortcut: String(n) } : {}
  const isAdded = addedClaim(draftText.letter, one) !== undefined
  const isHere = isFocused && !isAdded
  return (
    <li
      className={`sug${isAdded ? " added" : ""}${isHere ? " here" : ""}`}
      onFocus={() => {
        setFocused(true)
        aim(one)
      }}
      onBlur={() => {
        setFocused(false)
        aim(undefined)
      }}
      onPointerEnter={() => aim(one)}
      onPointerLeave={() => aim(undefined)}
    >
      <div>
        <div {...direction(draft?.language ?? null)}>{one.text}</div>
        {isAdded || isHere ? <Where one={one} isAdded={isAdded} /> : null}
      </div>
      <Button
        small
        icon={isAdded ? "x" : "plus"}
        {...key}
        pressed={isAdded}
        label={isAdded ? t("suggestions.remove", { n }) : t("suggestions.add", { n })}
        onPress={() => suggestions.toggle(one)}
      >
        <span className="sr">{isAdded ? t("suggestions.remove", { n }) : t("suggestions.add", { n })}</span>
      </Button>
    </li>
  )
}

/** Says where a sentence goes in, or under which number it is in the draft. */
function Where({ one, isAdded }: { one: Suggestion; isAdded: boolean }) {
  const { draft, draftText } = usePanelContext()
  const { letter } = draftText
  if (isAdded)
    return (
      <p className="where">
        <Icon name="check" />
        {t("suggestions.in", { n: one.source })}
      </p>
    )
  if (!draft?.answer) return null
  const before = letter.text === "" ? "" : letter.text.slice(0, placeFor(letter, one, draft.answer)).trim()
  const words = LAST_WORDS.exec(before)?.[0].trim()
  return (
    <p className="where">
      <Icon name="blank" />
      {letter.text === ""
        ? t("suggestions.begins")
        : words === undefined
          ? t("suggestions.first")
          : t("suggestions.where", { words })}
    </p>
  )
}

/** Matches the last three words of a line or, without spaces, its last characters. */
const LAST_WORDS = /(?:\S{1,20}[^\S\n]+){0,2}\S{1,20}$/u

function KeyHint({ count }: { count: number }) {
  if (!use(SingleKeys)) return null
  return (
    <span className="small muted keyhint" aria-hidden="true">
      <kbd>1</kbd>
      {count > 1 ? (
        <>
          –<kbd>{count}</kbd>
        </>
      ) : null}
      <span>{t("suggestions.keys")}</span>
    </span>
  )
}

/** Why a product is offered, and from which day its record is: price and stock may have changed since. */
function Recommended({ why: { why, to = "" }, day }: { why: RecommendedFor; day: string | undefined }) {
  return (
    <p className="small muted">
      {t(`suggestions.product.${why}`, { to })}
      {day === undefined ? null : ` ${t("suggestions.product.day", { day: dayOfYear(day) })}`}
    </p>
  )
}
