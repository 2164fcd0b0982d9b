import { plainBlanks, type Verification } from "../../../ticket/draft.ts"
import { Icon } from "../../kit/icon.tsx"
import { t } from "../../messages/t.ts"

/** The customer's questions that a text leaves open, as the verifier names them. Nothing waits for them. */
export function Unanswered({ verification }: { verification: Verification | undefined }) {
  const { unanswered = [] } = verification ?? {}
  if (unanswered.length === 0) return null
  return (
    <li className="chk quiet unanswered">
      <Icon name="mail" />
      <div>
        {t("checks.unanswered", { count: unanswered.length })}
        <ul>
          {unanswered.map((question) => (
            <li key={question}>
              <bdi>{plainBlanks(question)}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
