import { useState, type ReactNode } from "react"
import { t, type MessageKey } from "../../messages/t.ts"
import { ErrorMessage } from "./error-message.tsx"

/** A list by the name of its title, for which there are further words of a list. */
type ListName = {
  [K in MessageKey]: `${K}.lead` | `${K}.none` | `${K}.list` extends MessageKey ? K : never
}[MessageKey]

/** What a list has said last, and where its focus goes. */
export interface ListState {
  /** The id of the heading, to which the page's contents lead. */
  id: string
  said: string
  say: (sentence: string) => void
  /** Says that an entry is gone. The focus goes to the heading, because the entry's buttons are gone too. */
  gone: (sentence: string) => void
}

/** @param id the id of the list's heading */
export function useEntryList(id: string): ListState {
  const [said, say] = useState("")
  const gone = (sentence: string) => {
    say(sentence)
    document.getElementById(id)?.focus()
  }
  return { id, said, say, gone }
}

/**
 * A part of the admin page that is a list: what it is for, its entries once they are loaded, or that there are none or
 * why, and what was said last.
 * @param lead what it is for, where that depends on what is loaded; otherwise it is the list's own message
 * @param above stands above the entries, such as a search @param none says why there are none, if they were searched
 * @param rows returns the entries, each with a key @param children stands below, such as the form for one more entry
 */
export function EntryList<Answer>({
  of,
  lead = t(`${of}.lead`),
  list: { id, said },
  className,
  asked: { data, error, refetch },
  rows,
  above,
  none = t(`${of}.none`),
  children
}: {
  of: ListName
  lead?: string
  list: ListState
  className?: string
  asked: { data: Answer | undefined; error: Error | null; refetch: () => unknown }
  rows: (answer: Answer) => ReactNode[]
  above?: ReactNode
  none?: string | undefined
  children?: ReactNode
}) {
  const entries = data === undefined ? undefined : rows(data)
  return (
    <section className={className === undefined ? "box" : `box ${className}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(of)}
      </h2>
      <p className="lead">{lead}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : entries ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {above}
      {entries?.length === 0 ? <p className="few">{none}</p> : null}
      <ul className="entries" aria-label={t(`${of}.list`)}>
        {entries}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
      {children}
    </section>
  )
}
