import { citesSources, type Claim } from "../../../ticket/draft.ts"
import type { PlacedMark } from "../../../ticket/guard-marks.ts"
import { SourceCite, TicketCite } from "../../kit/cite.tsx"
import { Icon } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { focusIfLost } from "../state/focus.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { addedSentence } from "../state/suggested-sentence.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { checklistId, guardMarkId, markId } from "../state/open-points.ts"

/**
 * The marks after a sentence: the numbers of its sources, in another look where they only have words of it, or one of
 * three marks, each with its own shape, icon and word.
 */
export function SentenceMarks({ claim }: { claim: Claim }) {
  if (claim.state === "courtesy") return null
  if (citesSources(claim))
    return (
      <>
        {claim.sources.map((n) => (
          <Cite key={n} n={n} isNear={claim.state === "near"} />
        ))}
        <Added claim={claim} />
      </>
    )
  return <Gap claim={claim} />
}

function Cite({ n, isNear }: { n: number; isNear: boolean }) {
  const { draft, source, toggleSource } = usePanelContext()
  if (n === 0) return <TicketCite isNear={isNear} />
  const title = draft?.sources.find((one) => one.n === n)?.title ?? ""
  return <SourceCite n={n} title={title} isNear={isNear} isOpen={source === n} onClick={() => toggleSource(n)} />
}

/** Marks an offered sentence that the agent has added, until Insert. A press takes it out again. */
function Added({ claim }: { claim: Claim }) {
  const { draft, draftText, suggestions } = usePanelContext()
  const added = draft?.inserted ? undefined : addedSentence(draftText.letter, claim, draft?.answer)
  if (!added) return null
  return (
    <button
      type="button"
      className="mk added"
      aria-label={t("mark.added.long")}
      onClick={() => {
        suggestions.toggle(added)
        focusIfLost("letter")
      }}
    >
      {t("mark.added")}
      <Icon name="x" />
    </button>
  )
}

function Gap({ claim }: { claim: Claim }) {
  const { openPoints } = usePanelContext()
  const index = openPoints.findIndex((look) => look.id === markId(claim))
  const look = openPoints[index]
  if (!look) return null
  const { tone, icon, word, long } = worded(claim, index + 1)
  return (
    <button
      type="button"
      id={markId(claim)}
      className={`mk ${tone}`}
      aria-label={long}
      onClick={() => focusOn(checklistId(look))}
    >
      <Icon name={icon} />
      {word}
    </button>
  )
}

/** The mark after words that nobody gave. */
export function GuardMarkSign({ place }: { place: PlacedMark }) {
  const { openPoints } = usePanelContext()
  const id = guardMarkId(place)
  const n = openPoints.findIndex((look) => look.id === id) + 1
  const why = tell(`foreign.${place.mark.kind}`, {})
  const [tone, word, long] = place.mark.severe
    ? ["wrong", t("mark.foreign"), t("mark.foreign.long", { why, n })]
    : ["doubt", t("mark.unnamed"), t("mark.unnamed.long", { why, n })]
  return (
    <button
      type="button"
      id={id}
      className={`mk ${tone}`}
      aria-label={long}
      onClick={() => focusOn(checklistId({ id }))}
    >
      <Icon name="shield" />
      {word}
    </button>
  )
}

function worded(claim: Claim, check: number) {
  if (claim.state === "no-source")
    return {
      tone: "doubt",
      icon: "no-source",
      word: t("mark.no-source"),
      long: t("mark.no-source.long", { n: check })
    } as const
  if (claim.state === "needs-approval") {
    return {
      tone: "consent",
      icon: "stamp",
      word: t("mark.needs-approval"),
      long: t("mark.needs-approval.long", { n: check })
    } as const
  }
  const n = claim.sources[0] ?? 0
  if (claim.state === "look-again")
    return {
      tone: "doubt",
      icon: "eye",
      word: t("mark.look-again"),
      long: t("mark.look-again.long", { n, check })
    } as const
  const [word, long] =
    n === 0
      ? [t("mark.contradicts.ticket"), t("mark.contradicts.ticket.long", { check })]
      : [t("mark.contradicts", { n }), t("mark.contradicts.long", { n, check })]
  return { tone: "wrong", icon: "alert", word, long } as const
}
