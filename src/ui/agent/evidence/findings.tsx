import { use } from "react"
import type { Claim } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { Icon, type IconName } from "../../kit/icon.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { SingleKeys, useKeys } from "../../kit/use-keys.ts"
import { listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { isReckoned, reasonOf } from "./claim-reason.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { tellingDifferences, type ComparedSentence } from "./compared-sentences.ts"

/**
 * Says what a check found in a sentence. Where none found anything, it only names what differs, because a good reply is
 * worded anew.
 */
export function Findings({ sentence }: { sentence: ComparedSentence }) {
  const { pair, claim, isKept } = sentence
  const { evidence, keep, remove } = usePanelContext()
  const single = use(SingleKeys)
  const [first] = pair.sources
  const isUsable = first !== undefined && first.n > 0 && first.text !== pair.text
  useKeys(isUsable ? { [bindings.useSource.key]: () => evidence.useSource(pair) } : {}, single)
  const found = foundIn(sentence)
  const kinds = [...new Set(tellingDifferences(pair).map(({ kind }) => kind))]
  const words = found
    ? reasonOf(found)
    : pair.sources.length === 0
      ? t("evidence.no-source")
      : kinds.length > 0
        ? t("evidence.differs", { kinds: listed(kinds.map((kind) => tell(`evidence.kind.${kind}`, {}))) })
        : pair.sources[0]?.text === pair.text
          ? t("evidence.word-for-word")
          : t("evidence.same-facts")
  return (
    <>
      <p className="verdict">
        <EvidenceTag sentence={sentence} />
        <span className="quiet">{isKept ? t("evidence.kept") : words}</span>
      </p>
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
        {claim ? (
          <Button small once onPress={() => remove(claim)}>
            {t("checks.remove")}
          </Button>
        ) : null}
        {found && claim ? (
          <Button small once onPress={() => keep(claim)}>
            {t("checks.keep")}
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** Says in a word or two how a sentence stands to its source. */
export function EvidenceTag({ sentence }: { sentence: ComparedSentence }) {
  const { pair } = sentence
  const found = foundIn(sentence)
  if (found) {
    const { tone, icon } = SHAPES[found.state]
    return (
      <span className={`tag ${tone}`}>
        <Icon name={icon} />
        {tell(`evidence.tag.${found.state}`, {})}
      </span>
    )
  }
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

type Found = Claim & { state: keyof typeof SHAPES }

function foundIn({ claim, isKept }: ComparedSentence): Found | undefined {
  return claim && !isKept && isFound(claim) ? claim : undefined
}
const isFound = (claim: Claim): claim is Found => Object.hasOwn(SHAPES, claim.state)

const SHAPES = {
  "no-source": { tone: "doubt", icon: "no-source" },
  "needs-approval": { tone: "consent", icon: "stamp" },
  contradicts: { tone: "wrong", icon: "alert" },
  "look-again": { tone: "doubt", icon: "eye" }
} satisfies Partial<Record<Claim["state"], { tone: string; icon: IconName }>>
