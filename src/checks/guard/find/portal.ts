import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { anyOf } from "../words/words.ts"

/**
 * Finds sentences that send the customer to a page that anybody may have made: "Search the web for our portal and log
 * in there".
 */
export function findPortals(said: Sentence[], given: Given): Found[] {
  return said.flatMap(({ start, end, text }, at): Found[] => {
    if (!(SEARCH.test(text) || NAMELESS.test(text) || GOOGLE.test(text)) || given.holds(text)) return []
    const further = LOGIN.test(text) || LOGIN.test(said[at + 1]?.text ?? "")
    return further ? [{ kind: "portal", start, end }] : []
  })
}

const SEARCH = anyOf(({ search }) => search, "iu")
const LOGIN = anyOf(({ login }) => login, "iu")
/** Matches the verb. With a capital it would be the firm. */
const GOOGLE = /(?<!\p{L}|(?:with|to|via|by|from|using|on|in|or|and|,) )google \p{L}/u
/** Matches searching for a portal, but not searching in one: no word for a place may follow. */
const NAMELESS = new RegExp(
  [
    "(?<!\\p{L})(?:search|look) for (?:(?:our|the|a|your) )?[^.!?;]{0,50}\\b(?:portal|site|website|page|app|gateway|hub|cent(?:er|re))\\b(?![^.!?]{0,60}\\b(?:in the (?:app|portal|menu|shop)|under|in your|folder|help centre)\\b)[^.!?]{0,80}\\b(?:log|sign|register|install)",
    "suchen sie (?:nach|dort|einfach)? ?(?:unserem|dem)? ?[^.!?;]{0,50}(?:portal|seite|webseite|app)\\b[^.!?]{0,80}(?:anmeld|melden sie sich|einloggen|loggen|zugangsdaten)",
    "(?:cherchez|recherchez) (?:notre |le |la )?[^.!?;]{0,50}(?:portail|site|page|application)\\b[^.!?]{0,80}(?:connectez|identifiez|inscrivez|connexion)",
    "(?:busque|procure|pesquise) (?:nuestro |nuestra |o nosso |a nossa |el |la |o |a |por )?[^.!?;]{0,50}(?:portal|sitio|site|página|web|aplicación|aplicação)\\b[^.!?]{0,80}(?:sesión|sessão|entre|acceda|aceda|acesse|regíst|regist)",
    "「[^」]{2,40}」(?:と|で|を)検索[^。]{0,60}(?:ログイン|開|登録|入力)"
  ].join("|"),
  "iu"
)
