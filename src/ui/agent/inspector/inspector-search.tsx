import { IconButton } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { MIN_SEARCH_CHARACTERS, MAX_HITS } from "./find-hits.ts"

/** Searches everything that was sent. Enter goes to the next hit, and Shift+Enter to the previous one. */
export function InspectorSearch({
  words,
  setWords,
  count,
  at,
  go
}: {
  words: string
  setWords: (words: string) => void
  count: number
  at: number
  go: (back: boolean) => void
}) {
  const asked = words.trim().length >= MIN_SEARCH_CHARACTERS
  return (
    <div className="seek" role="search">
      <input
        className="in"
        type="search"
        aria-label={t("saw.find")}
        placeholder={t("saw.find")}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return
          event.preventDefault()
          go(event.shiftKey)
        }}
      />
      <span role="status" className="num quiet small">
        {!asked
          ? ""
          : count === 0
            ? t("saw.find.none")
            : at < 0
              ? t("saw.find.found", { count })
              : t(count === MAX_HITS ? "saw.find.many" : "saw.find.at", { n: at + 1, of: count })}
      </span>
      {asked && count > 0 ? (
        <>
          <IconButton icon="chevron-up" tiny label={t("saw.find.before")} onPress={() => go(true)} />
          <IconButton icon="chevron-down" tiny label={t("saw.find.next")} onPress={() => go(false)} />
        </>
      ) : null}
    </div>
  )
}
