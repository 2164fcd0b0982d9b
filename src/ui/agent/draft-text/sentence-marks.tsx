import { citesSources, type Claim } from "../../../ticket/draft.ts"
import type { PlacedMark } from "../../../ticket/guard-marks.ts"
import { CheckingSign, SourceCite, TicketCite, type CiteStanding } from "../../kit/cite.tsx"
import { Icon } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { focusIfLost } from "../state/focus.ts"
import { addedSentence } from "../state/suggested-sentence.ts"
import { usePanelContext } from "../state/use-panel.ts"
import {
  checklistId,
  DOUBT_LOOKS,
  doubtOf,
  guardMarkId,
  isBeingChecked,
  isVerified,
  markId,
  type ClaimDoubt
} from "../state/open-points.ts"

/**
 * The marks after a sentence: the numbers of its sources, with a tick where a model that sees everything confirms it,
 * dots while that one is asked, or dashed where they only have words of it; or one mark of doubt with its own shape,
 * icon and word.
 */
export function SentenceMarks({ claim }: { claim: Claim }) {
  const { toDo } = usePanelContext()
  const deed = toDo.all.find(({ place }) => place && place.start < claim.end && place.end > claim.start)
  return (
    <>
      <ProofMarks claim={claim} />
      {deed ? <DeedMark isDone={deed.isDone} /> : null}
    </>
  )
}

/** Follows a sentence that says what the agent did: whether it was ticked. No source can prove it. */
function DeedMark({ isDone }: { isDone: boolean }) {
  return (
    <span className="mk deed">
      <Icon name={isDone ? "todo-done" : "todo"} />
      {isDone ? t("todo.mark.done") : t("todo.mark.open")}
    </span>
  )
}

function ProofMarks({ claim }: { claim: Claim }) {
  const { draft } = usePanelContext()
  if (claim.state === "courtesy") return null
  const isChecking = isBeingChecked(draft, claim)
  if (citesSources(claim) && (claim.sources.length > 0 || !isChecking)) {
    const standing = isChecking
      ? "checking"
      : claim.state === "near"
        ? "near"
        : isVerified(claim)
          ? "verified"
          : "proven"
    return (
      <>
        {claim.sources.map((n, at) => (
          <Cite key={n} n={n} standing={standing} isFirst={at === 0} />
        ))}
        <Added claim={claim} />
      </>
    )
  }
  return (
    <>
      <Gap claim={claim} />
      {isChecking ? <CheckingSign meaning={t("mean.checking")} /> : null}
    </>
  )
}

function Cite({ n, standing, isFirst }: { n: number; standing: CiteStanding; isFirst: boolean }) {
  const { draft, source, toggleSource } = usePanelContext()
  const look = { standing, isFirst, meaning: t(MEANINGS[standing]) }
  if (n === 0) return <TicketCite {...look} />
  const title = draft?.sources.find((one) => one.n === n)?.title ?? ""
  return <SourceCite {...look} n={n} title={title} isOpen={source === n} onClick={() => toggleSource(n)} />
}

const MEANINGS = {
  proven: "mean.supported",
  verified: "mean.verified",
  checking: "mean.checking",
  near: "mean.near"
} as const

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

const CHECKS = { tab: "sources", part: "checks" } as const

function Gap({ claim }: { claim: Claim }) {
  const { openPoints, reveal } = usePanelContext()
  const index = openPoints.findIndex((look) => look.id === markId(claim))
  const look = openPoints[index]
  if (!look) return null
  const kind = doubtOf(claim)
  if (!kind) return null
  const { tone, icon } = DOUBT_LOOKS[kind]
  const { word, long } = worded(kind, claim, index + 1)
  return (
    <button
      type="button"
      id={markId(claim)}
      className={`mk ${tone}`}
      aria-label={long}
      title={tell(`mean.${kind}`, {})}
      onClick={() => reveal(CHECKS, checklistId(look))}
    >
      <Icon name={icon} />
      {word}
    </button>
  )
}

/** The mark after words that nobody gave. */
export function GuardMarkSign({ place }: { place: PlacedMark }) {
  const { openPoints, reveal } = usePanelContext()
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
      onClick={() => reveal(CHECKS, checklistId({ id }))}
    >
      <Icon name="shield" />
      {word}
    </button>
  )
}

function worded(kind: ClaimDoubt, claim: Claim, check: number): { word: string; long: string } {
  const n = claim.sources[0] ?? 0
  switch (kind) {
    case "no-source":
      return { word: t("mark.no-source"), long: t("mark.no-source.long", { n: check }) }
    case "needs-approval":
      return { word: t("mark.needs-approval"), long: t("mark.needs-approval.long", { n: check }) }
    case "look-again":
      return { word: t("mark.look-again"), long: t("mark.look-again.long", { n, check }) }
    case "denied":
      return {
        word: t(claim.verdict?.kind === "other-case" ? "mark.denied.case" : "mark.denied"),
        long: t("mark.denied.long", { n: check })
      }
    case "contradicts":
      return n === 0
        ? { word: t("mark.contradicts.ticket"), long: t("mark.contradicts.ticket.long", { check }) }
        : { word: t("mark.contradicts", { n }), long: t("mark.contradicts.long", { n, check }) }
  }
}
