import { facts } from "../text/facts.ts"
import type { ClaimReason } from "../ticket/draft.ts"

export interface PromiseFound {
  kind: Extract<ClaimReason, "promise-money" | "promise-refund" | "promise-date">
  /** The words that promise, in the sentence. */
  words: string
}

/**
 * What a sentence commits the team to: money, a refund, something free, or a time. "You can return it within 30 days"
 * is a rule and no promise; "we will refund you today" is one. Undefined when nothing is promised, or it is refused.
 */
export function promiseIn(sentence: string, language?: string | null): PromiseFound | undefined {
  const sets = Object.entries(PROMISES)
    .filter(([code]) => !language || !PROMISES[language] || code === language)
    .map(([, set]) => set)
  for (const set of sets) {
    if (!set.cue.test(sentence) || set.refused.test(sentence)) continue
    const refund = set.refund.exec(sentence)
    if (refund) return { kind: "promise-refund", words: refund[0].trim() }
    const money = set.money.exec(sentence)
    if (money) return { kind: "promise-money", words: money[0].trim() }
    const when =
      set.when.exec(sentence)?.[0] ??
      facts(sentence, "").find((fact) => ["date", "weekday", "time", "duration"].includes(fact.kind))?.text
    if (when && set.future.test(sentence)) return { kind: "promise-date", words: when.trim() }
  }
  return undefined
}

/** Whether a text speaks of what is promised, in any language: a policy must, to stand behind it. */
export function speaksOf(text: string, kind: PromiseFound["kind"]): boolean {
  if (kind === "promise-date") return true
  return Object.values(PROMISES).some(
    (set) => set.refund.test(text) || (kind === "promise-money" && set.money.test(text))
  )
}

/** "today", "tomorrow", "by the end of the week": a time that no date fact catches. */
export function relativeTimes(text: string): string[] {
  return Object.values(PROMISES)
    .flatMap((set) => text.match(new RegExp(set.when.source, "giu")) ?? [])
    .map((words) => words.toLowerCase().trim())
}

interface Set_ {
  /** Somebody commits: we will, I have, you will get. */
  cue: RegExp
  /** The part of the cues that looks ahead. */
  future: RegExp
  refused: RegExp
  refund: RegExp
  money: RegExp
  when: RegExp
}

const any = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})`, "iu")

const PROMISES: Record<string, Set_> = {
  en: {
    cue: any(
      "(?:we|i)(?:['’]ll| will| shall| have| can offer| can give| can send|['’]ve| are going to|['’]re going to| am going to|['’]m going to| just| already| am| are|['’]m|['’]re| process| issue| promise| guarantee)|let me (?:offer|give|send|refund)|you(?:['’]ll| will| are going to|['’]re getting)|(?:it|this|that|they|parcel|order|package|refund|replacement|money|credit|delivery)(?:['’]ll| will (?:be|arrive|reach|come|ship|go)| is on (?:its|the) way| has been)|would you like"
    ),
    future: any("will|['’]ll|shall|going to|guarantee|promise"),
    refused: any(
      "(?:can ?not|can['’]t|won['’]t|will not|unable|not able|are not|aren['’]t|do not|don['’]t|never) (?:be )?(?:able to )?(?:\\w+ ){0,2}(?:refund|offer|give|reimburse|credit|replace|get|receive|arrive)"
    ),
    refund: any("refund\\w*|reimburs\\w*|money back|your money"),
    money: any(
      "(?:store )?credit(?! card)\\w*|vouchers?|coupons?|discounts?|gift cards?|compensat\\w*|replacements?|replace(?=\\s)|free(?: of charge)?(?=[\\s.,!]|$)|waiv\\w+|[$€£] ?\\d[\\d.,]*|\\d+ ?(?:%|percent) off"
    ),
    when: any(
      "today|tonight|tomorrow|right away|immediately|by the end of (?:the |this )?\\w+|this (?:week|afternoon|evening)|next (?:week|month|\\w+day)|end of (?:the )?(?:day|week)"
    )
  },
  de: {
    cue: any(
      "(?:wir|ich)(?= )|sie (?:erhalten|bekommen|haben)|(?:wird|werden|wurde|wurden|erstatten|schicken|senden|schreiben|erlassen|ersetzen|habe|haben) |trifft|kommt"
    ),
    future: any("werde[nt]?|wird|erhalten|bekommen|melden|schicken|senden|liefern|trifft|kommt|verschicken|versenden"),
    refused: any("nicht|kein(?:e[nrms]?)?|leider"),
    refund: any("(?:zu)?r(?:ü|ue)ckerstatt\\w*|erstatt\\w*|(?:ihr |das )?geld zurück|zurückzahl\\w*|überweisen"),
    money: any(
      "gutschrift\\w*|gutgeschrieben|schreiben .{0,30}\\bgut|gutschein\\w*|rabatt\\w*|ersatz\\w*|ersetzen|kostenlos\\w*|kostenfrei\\w*|gratis|entschädig\\w*|erlassen|nachlass"
    ),
    when: any(
      "heute|morgen(?! früh)|sofort|umgehend|bis (?:ende|zum ende) \\w+(?: \\w+)?|diese woche|nächste[nr]? woche"
    )
  },
  fr: {
    cue: any(
      "(?:nous|je|on) (?:vous )?|vous (?:recevrez|serez|allez|aurez)|vous (?:sera|seront)|(?:sera|seront|arrivera|arriveront|a été|ont été)(?= )"
    ),
    future: any("\\p{L}+(?:rons|rez|rai|ra|ront)(?![\\p{L}])|(?:allons|vais|allez) "),
    refused: any("ne (?:pouvons|peux|peut|sera|serez|pourrons)|pas (?:possible|rembours)|impossible|malheureusement"),
    refund: any("rembours\\w*"),
    money: any(
      "un avoir|bons? d['’]achat|remises?|réductions?|remplac\\w*|gratuit\\w*|dédommag\\w*|geste commercial|offrir|offrons|crédit\\w*"
    ),
    when: any("aujourd['’]hui|demain|immédiatement|cette semaine|la semaine prochaine|d['’]ici la fin")
  },
  es: {
    cue: any(
      "\\p{L}+(?:remos|aré|eré|iré)(?![\\p{L}])|vamos a|voy a|hemos|(?:le|te|les|os) (?:hemos|he|damos|ofrecemos|enviamos)|podemos ofrecer|recibirá[ns]?|tendrá[ns]?|llegará[n]?|será[n]?|se le"
    ),
    future: any("\\p{L}+(?:remos|aré|eré|iré|rá[ns]?)(?![\\p{L}])|vamos a|voy a"),
    refused: any("no (?:podemos|puedo|es posible|será|podremos)|lamentablemente"),
    refund: any("reembols\\w*|reintegr\\w*|devol\\w+ (?:el|su|tu) (?:dinero|importe)"),
    money: any(
      "un vale|vales|cup[óo]n\\w*|descuento\\w*|reemplaz\\w*|sustitu\\w*|repuesto|gratis|gratuit\\w*|compensa\\w*|abono|saldo a favor"
    ),
    when: any("hoy|mañana|inmediatamente|de inmediato|esta semana|la (?:próxima semana|semana que viene)")
  },
  pt: {
    cue: any(
      "\\p{L}+(?:remos|arei|erei|irei)(?![\\p{L}])|(?:vamos|vou|iremos|irei) |(?:já )?(?:enviámos|enviamos|reembolsámos|reembolsamos|estornamos|fizemos)|podemos oferecer|receberá|terá|chegará|será|ser-lhe-á"
    ),
    future: any("\\p{L}+(?:remos|arei|erei|irei|rá)(?![\\p{L}])|vamos |vou |iremos "),
    refused: any("não (?:podemos|posso|é possível|será|poderemos)|infelizmente"),
    refund: any("reembols\\w*|estorn\\w*|devol\\w+ (?:o|seu|o seu) (?:dinheiro|valor)"),
    money: any("vales?|cup(?:om|ons|ão|ões)|descontos?|substitu\\w*|grátis|gratuit\\w*|compensa\\w*|crédito(?! card)"),
    when: any("hoje|amanhã|imediatamente|esta semana|na próxima semana")
  },
  ja: {
    cue: /(?:いた)?します|いたしました|しました|させていただきます|差し上げます|お送りします|お届け/u,
    future: /します|いたします|させていただきます|差し上げます/u,
    refused: /できません|いたしかねます|できかねます|致しかねます/u,
    refund: /ご?返金/u,
    money: /クーポン|割引|補償|無料で|無償|代替品|交換品|値引き|ポイントを/u,
    when: /本日|今日|明日|今週|来週|至急|ただちに|直ちに/u
  }
}
