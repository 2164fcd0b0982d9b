import { useState } from "react"
import type { Claim, Source } from "../../../../ticket/draft.ts"
import type { ReplyCheck } from "../../../../ticket/reply-check.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { isPage, PageLink } from "../../../kit/page-link.tsx"
import { t } from "../../../messages/t.ts"
import { besideRule, reasonOf } from "../../evidence/claim-reason.ts"
import { VerdictNote } from "../../evidence/verdict-note.tsx"
import { findHighlights, splitAtHighlights } from "../../source/highlights.ts"
import { DOUBT_LOOKS, type ClaimDoubt } from "../../state/open-points.ts"

/** A sentence of the agent's reply that should be looked at, why, and what shows it. */
export function Doubt({ claim, kind, check }: { claim: Claim; kind: ClaimDoubt; check: ReplyCheck }) {
  const look = DOUBT_LOOKS[kind]
  const sentence = check.text.slice(claim.start, claim.end).trim()
  const { verdict } = claim
  return (
    <li className={`chk ${look.tone}`}>
      <Icon name={look.icon} />
      <div>
        <b dir="auto">{t("quoted", { text: sentence })}</b> {reasonOf(claim)} {besideRule(claim)}
        {verdict ? <VerdictNote verdict={verdict} nameSource={(n) => <span className="cite own">{n}</span>} /> : null}
        {sourcesOf(claim, check.sources).map((source) => (
          <ShownSource key={source.n} source={source} sought={soughtIn(claim, source.n, sentence)} />
        ))}
      </div>
    </li>
  )
}

/** The sources that say something else, or that the verifier names. */
function sourcesOf({ sources: numbers, verdict }: Claim, sources: readonly Source[]): Source[] {
  const cited = new Set([...numbers, ...(verdict?.evidence ?? []).map(({ source }) => source)])
  return sources.filter(({ n }) => cited.has(n))
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
