import { Icon, type IconName } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { DOUBT_LOOKS, type ClaimDoubt } from "../state/open-points.ts"
import "./mark-legend.css"

/** Every mark of the draft as it looks, with what it means. */
export function MarkLegend() {
  return (
    <dl className="in-card legend" id="legend" tabIndex={-1}>
      {CITES.map(([standing, icon]) => (
        <div key={standing}>
          <dt>
            <span className="sr">{tell(`mean.name.${standing}`, {})}</span>
            <span className={`cite own ${standing}`} aria-hidden="true">
              {icon ? <Icon name={icon} /> : null}1
            </span>
          </dt>
          <dd>{tell(`mean.${standing}`, {})}</dd>
        </div>
      ))}
      {DOUBTS.map((kind) => (
        <Row key={kind} {...DOUBT_LOOKS[kind]} word={tell(WORDS[kind], { n: 1 })} means={tell(`mean.${kind}`, {})} />
      ))}
      <Row tone="wrong" icon="shield" word={t("mark.foreign")} means={t("mean.foreign")} />
      <div>
        <dt>
          <span className="s unfound">{t("mean.name.not-found")}</span>
        </dt>
        <dd>{t("mean.not-found")}</dd>
      </div>
    </dl>
  )
}

function Row({ tone, icon, word, means }: { tone: string; icon: IconName; word: string; means: string }) {
  return (
    <div>
      <dt>
        <span className={`mk ${tone}`}>
          <Icon name={icon} />
          {word}
        </span>
      </dt>
      <dd>{means}</dd>
    </div>
  )
}

const CITES: [standing: "verified" | "supported" | "checking" | "near", icon?: IconName][] = [
  ["verified", "check"],
  ["supported"],
  ["checking", "menu"],
  ["near"]
]
/** From what holds Insert to what only wants a look. */
const DOUBTS: ClaimDoubt[] = ["contradicts", "denied", "needs-approval", "no-source", "look-again"]
const WORDS = {
  contradicts: "mark.contradicts",
  denied: "mark.denied",
  "needs-approval": "mark.needs-approval",
  "no-source": "mark.no-source",
  "look-again": "mark.look-again"
} as const satisfies Record<ClaimDoubt, string>
