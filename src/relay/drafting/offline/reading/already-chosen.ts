import { sentences } from "../../../../text/sentences.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import type { Language } from "../../../../text/languages.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { word } from "../../voices/pattern.ts"
import { MARK } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"

/**
 * Finds the sentences that ask which of two ways the customer prefers, where the customer has said whether money or a
 * new product is wanted: who writes "I would rather have my money back" isn't asked to choose.
 * @returns a test for one sentence
 */
export function alreadyChosen(ticket: MaskedTicket, language: string): (one: Pick<Quotable, "text">) => boolean {
  const words = CHOICES[language as Language]
  if (!words) return () => false
  const written = ticket.messages
    .filter(({ role }) => role === "customer")
    .flatMap(({ text }) => sentences(newlyWrittenText(text), language).map((sentence) => sentence.text))
  const chose = written.filter(
    (sentence) => words.prefers.test(sentence) && !MARK.test(sentence) && !words.open.test(sentence)
  )
  const ways = words.ways.filter((way) => chose.some((sentence) => way.test(sentence)))
  // Who names both has chosen neither. A sentence that names a way says what is possible.
  return ({ text }) =>
    ways.length === 1 &&
    words.asks.test(text) &&
    (words.requests.test(text) || MARK.test(text)) &&
    !words.ways.some((way) => way.test(text))
}

interface Choice {
  /** How a page or macro names the choice, without between what. */
  asks: RegExp
  /** What makes that a request. */
  requests: RegExp
  /** How a customer says what is preferred. */
  prefers: RegExp
  /** How a customer leaves it open. */
  open: RegExp
  /** Money, and a new product. */
  ways: readonly [money: RegExp, another: RegExp]
}

const CHOICES: Partial<Record<Language, Choice>> = {
  en: {
    asks: word(
      "(?:which|what)(?: one| of (?:the two|these|them))?,? " +
        "(?:you(?:['’]d| would)? (?:rather|prefer|like|want)|(?:would|do) you (?:prefer|like|rather|want))"
    ),
    requests: word("(?:please|tell|let|say)"),
    prefers: word(
      "(?:rather|prefer|instead|(?:i|we)(?:['’]d| would) like|i want|we want|" +
        "please (?:send|refund|give)|send me|give me)"
    ),
    open: /(?<!\p{L})(?:or|whichever|either)(?!\p{L})/iu,
    ways: [
      word("(?:money(?: back)?|refund(?:ed)?|price back|reimburse\\w*)"),
      word("(?:replacement|new one|another one|exchange|same (?:one|item|product) again|replace it)")
    ]
  },
  de: {
    asks: word(
      "(?:was|welches) (?:möchten|hätten|wünschen|bevorzugen) sie|" +
        "(?:was|welches|welche[nr]?)(?: (?:von beiden|davon|der beiden))?(?: möglichkeit| lösung| variante)? " +
        "(?:sie|ihnen|du|dir)(?: \\p{L}+){0,2} (?:lieber|bevorzugen|möchten|möchtest|wünschen|ist|wäre)"
    ),
    requests: word("(?:bitte|teilen|sagen|geben|nennen|schreiben)"),
    prefers: word("(?:lieber|bevorzuge\\w*|möchten?|hätte gern|wünsche|statt(?:dessen)?|bitte (?:erstatten|senden))"),
    open: /(?<!\p{L})(?:oder|egal|wahlweise)(?!\p{L})/iu,
    ways: [
      word("(?:geld(?: zurück)?|erstattung|rückerstattung|erstatte\\w*|rückzahlung)"),
      word("(?:ersatz\\w*|neue[nrs]?|umtausch\\w*|austausch\\w*|nochmals?|noch einmal)")
    ]
  },
  fr: {
    asks: word(
      "(?:ce que|laquelle|lequel|quelle (?:solution|option))(?: des deux)? " +
        "(?:vous (?:préfér\\p{L}+|souhait\\p{L}+|voul\\p{L}+)|(?:préfér|souhait)\\p{L}+-vous)"
    ),
    requests: word("(?:veuillez|merci de|dites|indiquez|faites)"),
    prefers: word("(?:préf[éè]r\\p{L}+|plutôt|souhait\\p{L}+|voudrais|aimerais|je veux)"),
    open: /(?<!\p{L})(?:ou|peu importe)(?!\p{L})/iu,
    ways: [
      word("(?:rembours\\p{L}+|argent)"),
      word("(?:remplac\\p{L}+|échang\\p{L}+|nouve(?:au|l|lle)|un autre|une autre|renvoyer le même)")
    ]
  },
  es: {
    asks: word(
      "(?:qué|cuál)(?: de las dos| de los dos)?(?: opción| solución)? " +
        "(?:prefier\\p{L}+|desea\\p{L}*|quier\\p{L}+|le conviene)"
    ),
    requests: word("(?:por favor|díga\\p{L}*|dígan\\p{L}*|indique\\p{L}*|comun\\p{L}+)"),
    prefers: word("(?:prefier\\p{L}+|preferir\\p{L}+|quisiera|me gustaría|quiero|mejor)"),
    open: /(?<!\p{L})(?:o|da igual)(?!\p{L})/iu,
    ways: [
      word("(?:reembols\\p{L}+|dinero|devoluci[óo]n del (?:dinero|importe))"),
      word("(?:reemplaz\\p{L}+|sustituci[óo]n|cambi\\p{L}+|otr[oa]|nuev[oa])")
    ]
  },
  pt: {
    asks: word(
      "(?:o que|qual)(?: das duas| dos dois)?(?: opção| solução)? (?:prefere|preferem|deseja|desejam|pretende|quer)"
    ),
    requests: word("(?:por favor|diga\\p{L}*|indique\\p{L}*|informe\\p{L}*)"),
    prefers: word("(?:prefiro|preferia|preferimos|gostaria|gostava|queria|quero|antes)"),
    open: /(?<!\p{L})(?:ou|tanto faz)(?!\p{L})/iu,
    ways: [
      word("(?:reembols\\p{L}+|dinheiro|devolução do (?:dinheiro|valor))"),
      word("(?:substitui\\p{L}+|troca\\p{L}*|outr[oa]|nov[oa])")
    ]
  },
  ja: {
    asks: /(?:どちら|いずれ|どれ).{0,12}(?:希望|選び|よろしい|知らせ|聞かせ)/u,
    requests: /(?:ください|下さい|いただけますか|でしょうか)/u,
    prefers: /(?:希望|ほしい|欲しい|いただきたい|お願い)/u,
    open: /(?:か。?$|どちらでも|または|もしくは)/u,
    ways: [/(?:返金|お金)/u, /(?:交換|代わり|新しい|もう一度|再送)/u]
  }
}
