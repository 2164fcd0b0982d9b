import { ErrorMessage } from "../frame/error-message.tsx"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { relayProblem } from "../../messages/relay-problem.ts"

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
