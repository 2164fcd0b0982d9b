import type { ProposedWord } from "../../../protocol/masking-rules.ts"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"

/** Words of public articles that aren't kept automatically. One press adds one to the list. */
export function ProposedWords({ words, keep }: { words: ProposedWord[]; keep: (word: string) => void }) {
  if (words.length === 0) return null
  return (
    <details>
      <summary>{t("rules.proposed", { count: words.length })}</summary>
      <p className="small quiet">{t("rules.proposed.lead")}</p>
      <ul className="entries words">
        {words.map(({ word, sort, articles }) => (
          <li key={word} className="row">
            <span className="grow">
              <bdi>{word}</bdi>{" "}
              <span className="small quiet">
                {t("rules.from.articles", { sort: tell(`rules.sort.${sort}`, {}), count: articles })}
              </span>
            </span>
            <Button small onPress={() => keep(word)}>
              {t("rules.proposed.keep")}
              <span className="sr"> {word}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
