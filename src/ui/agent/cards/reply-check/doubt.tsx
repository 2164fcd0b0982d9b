import { useState } from "react"
import { isConfirmed, isDenied, plainBlanks, type Claim, type Source } from "../../../../ticket/draft.ts"
import type { ReplyCheck } from "../../../../ticket/reply/reply-check.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { isPage, PageLink } from "../../../kit/page-link.tsx"
import { t } from "../../../messages/t.ts"
import { reasonOf } from "../../evidence/claim-reason.ts"
import { findHighlights, splitAtHighlights } from "../../source/highlights.ts"
import { DOUBT_LOOKS } from "../../state/open-points.ts"
import "../../evidence/verdict-note.css"

/** A sentence of the agent's reply that should be looked at, why, and what shows it. */
export function Doubt({ claim, check }: { claim: Claim; check: ReplyCheck }) {
  const look = DOUBT_LOOKS[lookOf(claim)]
  const sentence = check.text.slice(claim.start, claim.end).trim()
  const { verdict } = claim
  return (
    <li className={`chk ${look.tone}`}>
      <Icon name={look.icon} />
      <div>
        <b dir="auto">“{sentence}”</b> {reasonOf(claim)}
        {claim.reason !== "verifier" && isConfirmed(verdict) ? ` ${t("why.verifier.confirmed")}` : null}
        {claim.reason !== "verifier" && isDenied(verdict) ? ` ${t("why.verifier.denied")}` : null}
        {verdict && (verdict.why || verdict.evidence.length > 0) ? (
          <div className="verdict-note">
            {verdict.why ? (
              <p className="quiet">
                {t("reply-check.says")} <q dir="auto">{plainBlanks(verdict.why)}</q>
              </p>
            ) : null}
            <ul aria-label={t("reply-check.evidence")}>
              {verdict.evidence.map(({ source, text }) => (
                <li key={`${source} ${text}`}>
                  <span className="small muted">{source === 0 ? t("reply-check.ticket") : source}</span>
                  <q dir="auto">{plainBlanks(text)}</q>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {sourcesOf(claim, check.sources).map((source) => (
          <ShownSource key={source.n} source={source} sought={soughtIn(claim, source.n, sentence)} />
        ))}
      </div>
    </li>
  )
}

const lookOf = ({ state, reason }: Claim): keyof typeof DOUBT_LOOKS =>
  reason !== "verifier" && state in DOUBT_LOOKS ? (state as keyof typeof DOUBT_LOOKS) : "denied"

/** The sources that say something else, or that the verifier names. */
function sourcesOf({ sources, verdict }: Claim, all: readonly Source[]): Source[] {
  const named = new Set([...sources, ...(verdict?.evidence ?? []).map(({ source }) => source)])
  return all.filter(({ n }) => named.has(n))
}

/** What is marked in a source: what it says by rule or verifier, or else what comes nearest to the sentence. */
function soughtIn({ says, verdict }: Claim, n: number, sentence: string): string[] {
  const evidence = (verdict?.evidence ?? []).filter(({ source }) => source === n).map(({ text }) => text)
  if (evidence.length > 0) return evidence
  return says === undefined ? [sentence] : [says, sentence]
}

/** A source that opens in its place under the sentence, because its number is of this check and not of the draft. */
function ShownSource({ source, sought }: { source: Source; sought: string[] }) {
  const [isOpen, setOpen] = useState(false)
  const { n, title, locale, passage, url } = source
  const name = (
    <p className="small muted" lang={locale} dir="auto">
      {t("reply-check.source", { n, title })}
    </p>
  )
  // The relay keeps no text of what this browser read elsewhere, such as facts of a lookup.
  if (passage === "") return name
  return (
    <>
      {name}
      <div className="do">
        <Button
          small
          expanded={isOpen}
          label={t(isOpen ? "reply-check.hide.of" : "reply-check.show.of", { title })}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t("reply-check.hide") : t("reply-check.show")}
        </Button>
      </div>
      {isOpen ? (
        <div className="passage">
          <q lang={locale} dir="auto">
            {splitAtHighlights(passage, findHighlights(passage, sought, locale)).map((part, index) =>
              index % 2 === 1 ? <mark key={index}>{part}</mark> : part
            )}
          </q>
          {isPage(url) ? <PageLink url={url}>{t("source.link")}</PageLink> : null}
        </div>
      ) : null}
    </>
  )
}
