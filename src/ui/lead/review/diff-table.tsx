import { sentences } from "../../../text/sentences.ts"
import { citesSources, type Claim, type Source } from "../../../ticket/draft.ts"
import type { Outcome } from "../../../protocol/outcome.ts"
import type { DiffRow } from "../../../protocol/review.ts"
import { SourceCite, TicketCite } from "../../kit/cite.tsx"
import { Icon } from "../../kit/icon.tsx"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { t, tell } from "../../messages/t.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { direction } from "../../kit/direction.ts"
import { sourceId } from "./case-sources.tsx"

/** `labelledBy` is the id of a heading that names the table, if a page has several. */
interface Given {
  outcome: Outcome
  rows: DiffRow[]
  claims: Claim[]
  /** Of the sent reply. A sentence that was sent as drafted has its marks beside the draft. */
  sentClaims?: Claim[]
  sources: Source[]
  labelledBy?: string
}

/**
 * Draft and sent reply side by side, one row for each sentence. What was changed is named in a word and struck or
 * underlined, never only coloured.
 */
export function DiffTable({ outcome, rows, claims, sentClaims = [], sources, labelledBy }: Given) {
  const { draft, sent, language } = outcome
  // A draft that nobody saw sent was not removed from anything.
  const shown =
    rows.length > 0
      ? rows
      : sentences(draft, language).map(
          ({ text }): DiffRow => ({ kind: "removed", draft: [{ kind: "same", text }], sent: [] })
        )
  const marks = claimsByRow(
    shown.map((row) => textOf(row.draft)),
    draft,
    claims
  )
  const sentMarks = claimsByRow(
    shown.map((row) => textOf(row.sent)),
    sent ?? "",
    sentClaims
  )
  const own = direction(language)
  return (
    <div className="diff">
      <table {...(labelledBy === undefined ? { "aria-label": t("diff") } : { "aria-labelledby": labelledBy })}>
        <thead>
          <tr>
            <th scope="col">{t("diff.draft")}</th>
            <th scope="col">
              <span className="sr">{t("diff.change")}</span>
            </th>
            <th scope="col">{t("diff.sent")}</th>
          </tr>
        </thead>
        <tbody>
          {draft === "" && shown.length === 0 ? (
            <tr>
              <td className="muted">{t("diff.none")}</td>
              <td />
              <td className="t" {...own}>
                {sent ?? ""}
              </td>
            </tr>
          ) : null}
          {shown.map((row, index) => (
            <tr key={index}>
              <td {...own}>
                {row.draft.length > 0 ? (
                  <Pieces pieces={sent === null ? plain(row.draft) : row.draft} />
                ) : (
                  <Nothing none={draft === ""} />
                )}
                {(marks[index] ?? []).map((claim) => (
                  <Mark key={claim.start} claim={claim} sources={sources} />
                ))}
              </td>
              <td className="change">
                {sent === null || draft === "" ? null : row.kind === "same" ? (
                  t("diff.same")
                ) : (
                  <b>{tell(`diff.${row.kind}`, {})}</b>
                )}
              </td>
              <td {...own}>
                {row.sent.length > 0 ? (
                  <Pieces pieces={draft === "" ? plain(row.sent) : row.sent} />
                ) : (
                  <span className="muted" lang="en" dir="ltr">
                    {sent === null ? t("diff.not-seen") : t("diff.nothing")}
                  </span>
                )}
                {(row.kind === "same" ? [] : (sentMarks[index] ?? [])).map((claim) => (
                  <Mark key={claim.start} claim={claim} sources={sources} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const textOf = (pieces: DiffRow["draft"]) => pieces.map(({ text }) => text).join("")
const plain = (pieces: DiffRow["draft"]): DiffRow["draft"] => [{ kind: "same", text: textOf(pieces) }]

function Nothing({ none }: { none: boolean }) {
  return (
    <span className="muted" lang="en" dir="ltr">
      {none ? t("diff.none") : t("diff.nothing")}
    </span>
  )
}

function Pieces({ pieces }: { pieces: DiffRow["draft"] }) {
  return pieces.map(({ kind, text }, index) => {
    const words = <MaskedTextView text={text} />
    if (kind === "removed") return <del key={index}>{words}</del>
    return kind === "added" ? <ins key={index}>{words}</ins> : <span key={index}>{words}</span>
  })
}

/** As in the panel, a number leads to the source, and a gap has its shape and word. */
function Mark({ claim, sources }: { claim: Claim; sources: Source[] }) {
  if (claim.state === "courtesy" || claim.state === "not-found") return null
  if (citesSources(claim)) {
    const standing = claim.state === "near" ? "near" : "proven"
    return claim.sources.map((n) =>
      n === 0 ? (
        <TicketCite key={n} standing={standing} />
      ) : (
        <SourceCite
          key={n}
          n={n}
          title={sources.find((one) => one.n === n)?.title ?? ""}
          standing={standing}
          onClick={() => focusOn(sourceId(n))}
        />
      )
    )
  }
  if (claim.state === "no-source")
    return (
      <span className="mk doubt">
        <Icon name="no-source" />
        {t("mark.no-source")}
      </span>
    )
  if (claim.state === "needs-approval")
    return (
      <span className="mk consent">
        <Icon name="stamp" />
        {t("mark.needs-approval")}
      </span>
    )
  if (claim.state === "look-again")
    return (
      <span className="mk doubt">
        <Icon name="eye" />
        {t("mark.look-again")}
      </span>
    )
  const n = claim.sources[0] ?? 0
  return (
    <span className="mk wrong">
      <Icon name="alert" />
      {n === 0 ? t("mark.contradicts.ticket") : t("mark.contradicts", { n })}
    </span>
  )
}

/**
 * Returns the claims of each row of a diff, whose texts are in `draft` in this order. A row may hold several, and there
 * is white space between rows.
 */
function claimsByRow(rows: string[], draft: string, claims: Claim[]): Claim[][] {
  let from = 0
  return rows.map((text) => {
    const start = text === "" ? -1 : draft.indexOf(text, from)
    if (start < 0) return []
    from = start + text.length
    return claims.filter(({ end }) => start < end && end <= from)
  })
}
