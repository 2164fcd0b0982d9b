import { t } from "../messages/t.ts"
import { Icon } from "./icon.tsx"

/**
 * How a source relates to a sentence: rules find it there ("proven"), a model that sees everything confirms it
 * ("verified"), that is being looked at ("checking"), or the source only shares words with it ("near").
 */
export type CiteStanding = "proven" | "verified" | "checking" | "near"

interface CiteProps {
  standing: CiteStanding
  /** What the mark means, as a tooltip. */
  meaning?: string
  /** The sign of its standing is in front of the number. Of several numbers, only the first has it. */
  isFirst?: boolean
}

/** Says beside a sentence that the ticket has it, or only words of it. */
export function TicketCite({ standing, meaning, isFirst = true }: CiteProps) {
  return (
    <span className={`cite own ${standing}`} title={meaning}>
      <span className="sr">{t(TICKET_NAMES[standing])}</span>
      {isFirst ? <Sign standing={standing} /> : null}
      <span aria-hidden="true">{t("mark.ticket")}</span>
    </span>
  )
}

interface SourceCiteProps extends CiteProps {
  n: number
  title: string
  /** Whether the source is shown, where a press shows it. */
  isOpen?: boolean
  onClick: () => void
}

/** The number of a source beside a sentence. */
export function SourceCite({ n, title, standing, meaning, isFirst = true, isOpen, onClick }: SourceCiteProps) {
  return (
    <button
      type="button"
      className={`cite ${standing}`}
      aria-label={t(SOURCE_NAMES[standing], { n, title })}
      aria-expanded={isOpen}
      title={meaning}
      onClick={onClick}
    >
      {isFirst ? <Sign standing={standing} /> : null}
      {n}
    </button>
  )
}

/** A tick, or three dots of the same width, so that no line moves when the one takes the other's place. */
function Sign({ standing }: { standing: CiteStanding }) {
  if (standing === "verified") return <Icon name="check" />
  return standing === "checking" ? <Icon name="menu" /> : null
}

/** Follows a sentence without a source while it is being checked. */
export function CheckingSign({ meaning }: { meaning: string }) {
  return (
    <span className="cite own checking" title={meaning}>
      <span className="sr">{t("mark.checking")}</span>
      <Icon name="menu" />
    </span>
  )
}

const TICKET_NAMES = {
  proven: "mark.ticket.long",
  verified: "mark.verified.ticket",
  checking: "mark.checking.ticket",
  near: "mark.ticket.near"
} as const
const SOURCE_NAMES = {
  proven: "mark.source",
  verified: "mark.verified",
  checking: "mark.checking.source",
  near: "mark.near"
} as const
