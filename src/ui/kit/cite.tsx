import { t } from "../messages/t.ts"

interface Near {
  /** The source has words of the sentence, which don't show that it is so. */
  isNear: boolean
}

/** Says beside a sentence that the ticket has it, or only words of it. */
export function TicketCite({ isNear }: Near) {
  return (
    <span className={`cite own${isNear ? " near" : ""}`}>
      <span className="sr">{t(isNear ? "mark.ticket.near" : "mark.ticket.long")}</span>
      <span aria-hidden="true">{t("mark.ticket")}</span>
    </span>
  )
}

interface SourceCiteProps extends Near {
  n: number
  title: string
  /** Whether the source is shown, where a press shows it. */
  isOpen?: boolean
  onClick: () => void
}

/** The number of a source beside a sentence. */
export function SourceCite({ n, title, isNear, isOpen, onClick }: SourceCiteProps) {
  return (
    <button
      type="button"
      className={`cite${isNear ? " near" : ""}`}
      aria-label={t(isNear ? "mark.near" : "mark.source", { n, title })}
      aria-expanded={isOpen}
      onClick={onClick}
    >
      {n}
    </button>
  )
}
