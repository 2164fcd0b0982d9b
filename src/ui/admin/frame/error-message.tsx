import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { CallFault, faultWords } from "../../kit/relay/call-fault.ts"

/** Says what went wrong and what to do, with a button if asking again may help. */
export function ErrorMessage({ error, again }: { error: Error; again?: () => void }) {
  const { what, then } = wordsOf(error)
  return (
    <div role="alert" className="stack">
      <p className="fault">
        <b>{what}</b> {then}
      </p>
      {again ? (
        <div className="do">
          <Button small onPress={again}>
            {t("admin.again")}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function wordsOf(error: Error): { what: string; then: string } {
  const code =
    error instanceof CallFault && error.code === "no-admin"
      ? "not-allowed"
      : error instanceof CallFault
        ? error.code
        : ""
  const own = OWN.find((one) => one === code)
  if (!own) return faultWords(error)
  const [what = "", then = ""] = t(`admin.fault.${own}`).split("|")
  return { what, then }
}

const OWN = ["not-allowed", "signed-out", "name-taken"] as const

/**
 * The relay's own sentences, one a line, where the text of a file itself is refused, or else what went wrong.
 * @param refusals the relay's codes that are about the text itself
 */
export function RefusedSource({
  error,
  refusals,
  title
}: {
  error: Error
  refusals: ReadonlySet<string>
  title: string
}) {
  if (!(error instanceof CallFault) || !refusals.has(error.code)) return <ErrorMessage error={error} />
  return (
    <div role="alert" className="stack">
      <p className="fault">{title}</p>
      <ul>
        {error.message.split("\n").map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
