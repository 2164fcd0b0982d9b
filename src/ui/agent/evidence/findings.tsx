import { use } from "react"
import { isDenied, type Claim } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { SingleKeys, useKeys } from "../../kit/use-keys.ts"
import { listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { clearedReason, isReckoned, reasonOf } from "./claim-reason.ts"
import { DOUBT_LOOKS, doubtOf, isBeingChecked, isVerified, type ClaimDoubt } from "../state/open-points.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { tellingDifferences, type ComparedSentence } from "./compared-sentences.ts"
import { RewordButton, Reworded, useReword } from "./reword.tsx"
import { VerdictNote } from "./verdict-note.tsx"

/**
 * Says what a check found in a sentence. Where none found anything, it only names what differs, because a good reply is
 * worded anew.
 */
export function Findings({ sentence }: { sentence: ComparedSentence }) {
  const { pair, claim, isKept } = sentence
  const { evidence } = usePanelContext()
  const single = use(SingleKeys)
  const [first] = pair.sources
  const isUsable = first !== undefined && first.n > 0 && first.text !== pair.text
  useKeys(isUsable ? { [bindings.useSource.key]: () => evidence.useSource(pair) } : {}, single)
  const found = foundIn(sentence)
  const words = found ? reasonOf(found.claim) : comparison(sentence)
  return (
    <>
      <p className="verdict">
        <EvidenceTag sentence={sentence} />
        <span className="quiet">{isKept ? t("evidence.kept") : words}</span>
      </p>
      {claim ? <Verdict claim={claim} /> : null}
      {claim && isReckoned(claim) ? (
        <p className="quiet" dir="auto">
          {t("checks.reckoned", { words: claim.words ?? "", says: claim.says ?? "" })}
        </p>
      ) : null}
      <div className="do">
        {isUsable ? (
          <Button small once {...shortcutProps(bindings.useSource)} onPress={() => evidence.useSource(pair)}>
            {t("evidence.use")}
          </Button>
        ) : null}
        {claim ? <Decisions claim={claim} isFound={found !== undefined} /> : null}
      </div>
    </>
  )
}

/** What the agent can do with a sentence. */
function Decisions({ claim, isFound }: { claim: Claim; isFound: boolean }) {
  const { keep, remove } = usePanelContext()
  const reword = useReword(claim)
  return (
    <>
      {isFound ? <RewordButton reword={reword} /> : null}
      <Button small once onPress={() => remove(claim)}>
        {t("checks.remove")}
      </Button>
      {isFound ? (
        <Button small once onPress={() => keep(claim)}>
          {t("checks.keep")}
        </Button>
      ) : null}
      <Reworded reword={reword} />
    </>
  )
}

/** What a verifier says of the sentence, apart from its evidence: its phrase, or the rule that it clears. */
function Verdict({ claim }: { claim: Claim }) {
  const { verdict } = claim
  const reason = clearedReason(claim)
  if (reason !== undefined) return <p className="small muted">{t("evidence.cleared", { reason })}</p>
  if (!verdict?.why || !isDenied(verdict)) return null
  return <VerdictNote verdict={{ ...verdict, evidence: [] }} />
}

/** What holding a sentence beside its sources shows, where no check found anything. */
function comparison({ pair, claim }: ComparedSentence): string {
  if (claim && isVerified(claim)) return t("evidence.verified")
  if (pair.sources.length === 0) return t("evidence.no-source")
  const kinds = [...new Set(tellingDifferences(pair).map(({ kind }) => kind))]
  if (kinds.length > 0)
    return t("evidence.differs", { kinds: listed(kinds.map((kind) => tell(`evidence.kind.${kind}`, {}))) })
  return t(pair.sources[0]?.text === pair.text ? "evidence.word-for-word" : "evidence.same-facts")
}

/** Says in a word or two how a sentence stands to its source. */
export function EvidenceTag({ sentence }: { sentence: ComparedSentence }) {
  const { draft } = usePanelContext()
  const { pair, claim, isKept } = sentence
  const found = foundIn(sentence)
  if (found) {
    const { tone, icon } = DOUBT_LOOKS[found.kind]
    return (
      <span className={`tag ${tone}`}>
        <Icon name={icon} />
        {tell(`evidence.tag.${found.kind}`, {})}
      </span>
    )
  }
  if (claim && !isKept && isBeingChecked(draft, claim)) return <span className="tag">{t("evidence.tag.checking")}</span>
  if (claim && !isKept && isVerified(claim))
    return (
      <span className="tag ok">
        <Icon name="check" />
        {t("evidence.tag.verified")}
      </span>
    )
  if (pair.sources.length === 0) return <span className="tag">{t("evidence.tag.none")}</span>
  const count = tellingDifferences(pair).length
  return count > 0 ? (
    <span className="tag">{t("evidence.tag.differs", { count })}</span>
  ) : (
    <span className="tag ok">
      <Icon name="check" />
      {t("evidence.tag.same")}
    </span>
  )
}

/** The claim, if a check found something in it that the agent hasn't decided on. */
function foundIn({ claim, isKept }: ComparedSentence): { claim: Claim; kind: ClaimDoubt } | undefined {
  const kind = claim && doubtOf(claim)
  return kind && !isKept ? { claim, kind } : undefined
}
