import type { Claim } from "../../../ticket/draft.ts"
import type { IconName } from "../../kit/icon.tsx"
import { inRow } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import type { BarMessage } from "../state/bar-message.ts"
import { dangerOf } from "../state/hand-over.ts"
import { countOpenPoints, holdingOf, isHolding, isVerified } from "../state/open-points.ts"
import type { PanelContextValue } from "../state/use-panel.ts"

/**
 * What is true of a finished letter, in one line: what holds Insert, or else how far the letter is proven, and then
 * what is left. "Verified" is only said of what a model that sees everything confirmed.
 */
export function statusLine(panel: PanelContextValue): BarMessage {
  const { draft, draftText, openPoints, toDo } = panel
  const { letter } = draftText
  const held = holdingOf(openPoints).count
  if (dangerOf(panel.state)) {
    const isHandedOver = toDo.open[0]?.kind !== "hand-over"
    // What holds Insert comes after the hand-over, which is the first thing to do.
    if (!isHandedOver) return dangerLine(t("line.danger.then"))
    if (held === 0 && openPoints.length + toDo.open.length === 0)
      return dangerLine(t(draft?.refusal ? "line.own" : "danger.playbook"))
  }
  const left = countOpenPoints(openPoints.filter((look) => !isHolding(look))).map(({ kind, count }) =>
    tell(`tally.${kind}`, { count })
  )
  const { verified, sourced, toRead } = provenOf(letter.claims, letter.kept)
  const read = toRead > 0 ? [t("line.read", { count: toRead })] : []
  const proven = [
    ...(verified > 0 ? [t("line.verified.short", { count: verified })] : []),
    ...(sourced > 0 ? [t("line.sourced.short", { count: sourced })] : [])
  ]
  if (held > 0)
    return {
      tone: "wrong",
      icon: "hold",
      what: t("line.held", { count: held }),
      then: sentence([...proven, ...left, ...read]),
      alert: false,
      next: true
    }
  if (draft?.checking) {
    const stating = letter.claims.filter(({ state }) => state !== "courtesy")
    return line("menu", t("line.checking"), t("line.checking.so-far", { count: verified, of: stating.length }))
  }
  if (toDo.open.length > 0)
    return {
      ...line("todo", t("line.todo", { count: toDo.open.length }), sentence([...proven, ...left, ...read])),
      next: true
    }
  const proof = proofText(verified, sourced)
  if (openPoints.length > 0) {
    const onlyBlanks = openPoints.every(({ kind }) => kind === "blank")
    const words = onlyBlanks ? [t("line.blanks", { count: openPoints.length })] : left
    return {
      ...line(onlyBlanks ? "blank" : "eye", sentence([proof].filter(Boolean)), sentence([...words, ...read])),
      next: true
    }
  }
  return readyLine(panel, proof, read)
}

/** What the bar says as long as a danger holds every other letter. */
export const dangerLine = (then: string): BarMessage => ({
  ...line("danger", t("line.danger"), then),
  tone: "wrong",
  // It is the agent's to act on, and nothing for IT.
  next: true
})

function readyLine({ draft, draftText, suggestions }: PanelContextValue, proof: string, read: string[]): BarMessage {
  const { claims } = draftText.letter
  const isOwn = claims.length === 0 && (draft?.refusal !== undefined || suggestions.begun !== undefined)
  if (isOwn) return line("pen", "", t("line.own"))
  const unanswered = draft?.verification?.unanswered?.length ?? 0
  const parts = [proof, ...read, ...(unanswered > 0 ? [t("line.unanswered", { count: unanswered })] : [])]
  const words = parts.filter(Boolean)
  return line("done", t("line.ready"), words.length > 0 ? sentence(words) : t("line.no-claims"))
}

/** How many sentences are proven, and by what, and how many only an agent can judge. */
function provenOf(
  claims: readonly Claim[],
  kept: readonly number[]
): { verified: number; sourced: number; toRead: number } {
  const ours = claims.filter(({ start }) => !kept.includes(start))
  const verified = ours.filter(isVerified).length
  return {
    verified,
    sourced: ours.filter(({ state }) => state === "supported").length - verified,
    toRead: ours.filter(({ state }) => state === "near" || state === "not-found").length
  }
}

function proofText(verified: number, sourced: number): string {
  if (verified > 0 && sourced > 0)
    return inRow([t("line.verified", { count: verified }), t("line.sourced.short", { count: sourced })])
  if (verified > 0) return t("line.verified", { count: verified })
  return sourced > 0 ? t("line.sourced", { count: sourced }) : ""
}

const sentence = (words: string[]) => (words.length > 0 ? t("sentence", { text: inRow(words) }) : "")

const line = (icon: IconName, what: string, then: string): BarMessage => ({
  tone: "plain",
  icon,
  what,
  then,
  alert: false
})
