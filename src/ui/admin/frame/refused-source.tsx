import { ErrorMessage } from "./error-message.tsx"
import { CallFault } from "../../kit/relay/call-fault.ts"

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
