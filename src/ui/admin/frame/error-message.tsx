import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { CallFault, faultWords } from "../../kit/relay/call-fault.ts"
import { relayProblem } from "../../messages/relay-problem.ts"

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

const OWN = ["not-allowed", "signed-out", "name-taken", "names-taken"] as const

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

/**
 * Shows why the relay refused, by its code or in its own sentence or, if the relay is away, as everywhere on the page.
 * `id` is for `aria-describedby`.
 */
export function Refusal({ error, id }: { error: Error | null; id?: string | undefined }) {
  if (!error) return null
  if (!isRefusal(error)) return <ErrorMessage error={error} />
  return (
    <p role="alert" className="fault" id={id}>
      {relayProblem(error.code, error.message)}
    </p>
  )
}

/** The relay answered and gave its reason. */
export const isRefusal = (error: Error | null): error is CallFault =>
  error instanceof CallFault && error.message !== "" && !NOT_ITS_OWN.has(error.code)

const NOT_ITS_OWN = new Set([
  "relay-unreachable",
  "relay-stopped",
  "relay-error",
  "not-a-relay",
  "database-down",
  "not-allowed",
  "no-admin",
  "signed-out",
  "other-version",
  "no-answer"
])
