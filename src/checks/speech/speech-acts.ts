import { SUMMARY_PATTERNS, QUESTION_PATTERN } from "./patterns.ts"
import { timeLimitIn } from "./time-limit.ts"
import { saysTried } from "./tried.ts"

/** What a sentence of a thread does. One sentence may do several things. */
export interface SpeechActs {
  /** It asks for something, or asks something. */
  isAsk: boolean
  isQuestion: boolean
  /** It takes back what was asked before. */
  isWithdrawal: boolean
  /** It tells what the writer has done about it, or what came of that. */
  isTried: boolean
  /** It says that something will be done or will happen. */
  isPromise: boolean
  /** It asks the reader to do or tell something before it can go on. */
  isRequest: boolean
  /** It says that something still isn't right, or that nothing came of what was promised. */
  isComplaint: boolean
  /** An agent must find something out before it can be answered. */
  isPending: boolean
}

/** Reads what a customer's sentence does. */
export function customerActs(text: string, language: string | null): SpeechActs {
  const patterns = patternsOf(language)
  const isQuestion = (QUESTION_PATTERN.test(text) || /[?？؟]/u.test(text)) && !test(patterns.rhetorical, text)
  const isRequest = test(patterns.request, text) || test(patterns.order, text)
  const isPromise =
    !isQuestion && test(patterns.own, text) && (timeLimitIn(text, language) !== undefined || test(patterns.sends, text))
  const isWithdrawal = !isQuestion && test(patterns.withdrawal, text)
  const isWish = test(patterns.wish, text)
  return {
    isAsk: (isQuestion && !isShort(text, language)) || isWish || isRequest,
    isQuestion,
    isWithdrawal,
    isTried: !isQuestion && !isWithdrawal && !isWish && saysTried(text, language),
    isPromise,
    isRequest,
    isComplaint: !isQuestion && !isWithdrawal && test(patterns.complaint, text),
    isPending: false
  }
}

/** Reads what an agent's sentence does. */
export function agentActs(text: string, language: string | null): SpeechActs {
  const patterns = patternsOf(language)
  const isQuestion = QUESTION_PATTERN.test(text)
  const isPending = !isQuestion && test(patterns.pending, text)
  const isLimited = timeLimitIn(text, language) !== undefined
  return {
    isAsk: false,
    isQuestion,
    isWithdrawal: false,
    isTried: false,
    isPromise:
      !isQuestion &&
      (!isPending || isLimited) &&
      !test(patterns.notPromise, text) &&
      (test(patterns.promise, text) || (isLimited && !test(patterns.past, text))),
    isRequest: isQuestion || test(patterns.request, text) || test(patterns.need, text),
    isComplaint: false,
    isPending
  }
}

const test = (pattern: RegExp | undefined, text: string) => pattern?.test(text) === true

/** "Really?" asks nothing that an agent could answer alone. Japanese has no spaces. */
const isShort = (text: string, language: string | null) =>
  language !== "ja" && (text.match(/\p{L}+/gu) ?? []).length < 2

interface Patterns {
  wish?: RegExp | undefined
  request?: RegExp | undefined
  /** A customer's order without "please". */
  order?: RegExp
  withdrawal?: RegExp
  promise?: RegExp
  /** What is promised of the reader, or told as a rule. */
  notPromise?: RegExp
  /** It tells what happened. A time in it is no promise. */
  past?: RegExp
  /** The writer will do something. */
  own?: RegExp
  /** Verbs with which the writer promises to hand something over. */
  sends?: RegExp
  /** An agent says what is missing. */
  need?: RegExp
  /** A customer says that something still isn't right, or that nothing came. */
  complaint?: RegExp
  /** An agent says what must be found out first. */
  pending?: RegExp
  /** A question that is a reproach and wants no answer. */
  rhetorical?: RegExp
}

function patternsOf(language: string | null): Patterns {
  return language === null ? {} : (ACTS[language] ?? {})
}

const ACTS: Record<string, Patterns> = {
  en: {
    complaint:
      /\b(?:still|nobody|no one|(?:not|nor) (?:one|a) single|nothing (?:has|came|yet|happened)|no (?:call|courier|reply|answer|form|refund|parcel|sign|news|word|e-?mail|letter|delivery|engineer|money|luck)\b|never (?:came|arrived|called|rang|got)|(?:has|have|did|does|is|was)(?:n't|n’t| not) (?:come|came|arrived?|called?|rung|ring|written|work|working|here|helped|turned up|got)|(?:came|comes) back|come and gone|(?:been|for) (?:a|two|three|four|five|six|\d+) (?:days?|weeks?|months?) and no)\b/i,
    pending:
      /\b(?:(?:i|we)(?:'ll|’ll|'d|’d)? (?:have to|must|need to) (?:\w+ )?(?:ask|check|find out|look|see|clear|confirm)|don(?:'t|’t) know (?:yet )?(?:whether|if)|(?:still )?(?:waiting for|awaiting) (?:an? |the )?(?:answer|reply|decision|approval|confirmation))\b/i,
    rhetorical:
      /\b(?:are you (?:serious|kidding|joking)|how (?:would|should|on earth) (?:i|we) know|is (?:this|that) a joke|do you (?:even )?read)\b/i,
    wish: /\b(?:(?:i|we)(?:'d|’d| would)(?: \w+)? (?:like|rather|prefer|love)|(?:i|we) (?:do |just |really |still |also |now )*(?:want|need|expect|wish|insist)\b(?! to know why you)|(?:i|we)(?:'d|’d| would) hate (?:to|it)\b|(?:i'm|i’m|we're|we’re|i am|we are) not (?:paying|accepting|prepared|willing|signing)\b|(?:i|we) (?:refuse|claim|object)\b|(?:can|could|may|might) (?:i|we|one) |and would (?:like|prefer)\b)/i,
    request:
      /\b(?:please|kindly|pls|let (?:me|us) know|(?:can|could|would|will) (?:you|u)\b|give me|send me|(?<!\bdare (?:to )?)tell me|might there be|i(?:'d|’d| would) be grateful)\b/i,
    order:
      /^(?:and |but |so |or |just |also,? |then )*(?:no more \w+|(?:send|change|cancel|take|bring|put|keep|give|tell|refund|replace|stop|remove|add|check|confirm|reissue|move|call|ring|explain|book|block|unblock|unlock|write|delete|reset|return|exchange|correct|fix|update|extend|credit|pay)\b(?! (?:is|was|of|has|to)\b))/i,
    withdrawal:
      /\b(?:never ?mind|disregard|ignore (?:that|this|my|the)|forget (?:about )?(?:it|that|the|my)|no longer (?:need|want)|changed (?:my|our) mind|scratch that|don't bother|no need (?:any ?more|now|after all)|leave it (?:as it is|after all)|^(?:please |just )?leave (?:that|the) (?!(?:parcel|package|box|key)\b)|(?:cancel|withdraw) (?:that|my) request|don't need (?:it|that) any ?more|scrap that|on second thou?ghts?)\b/i,
    promise:
      /\b(?:i|we|he|she|they|it|this|that|there|team|colleagues?|money|refund|parcel|replacement|engineer|[a-z]+)(?:'ll|’ll| will| shall)\b|\b(?:i|we)(?:'ve|’ve| have)(?: (?:also|now|meanwhile|just|already))*(?: asked \w+| asked the| booked| arranged| requested| reserved| held| scheduled| frozen| ordered)|\b(?:is|are) (?:booked|scheduled|due|expected)\b|\b(?:at the latest|no later than|within (?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|fourteen))|\bpromise|\b(?:i'm|we're|i am|we are) (?:going to|arranging|sending|posting|asking|checking|looking into)\b|\b(?:fix|update) comes\b/i,
    notPromise:
      /\byou(?:'ll|’ll| will) (?:need|have|find|see|get an?\b)|\bwill (?:need|have to)\b|\b(?:i|we)(?:'ll|’ll) have to\b|\bif you(?:'ll| will)\b/i,
    past: /\b(?:was|were|had|did|would|has been|have been|arrived|received|ordered|placed|paid|bought|since|ago|yesterday|last)\b|\b(?:please|must|can|could|may|if you|you)\b/i,
    own: /\b(?:(?:i|we)(?:'ll|’ll| will| can|'m going to|'re going to)|you(?:'ll|’ll| will) (?:have|get))\b/i,
    sends: /\b(?:send|bring|post|get you|upload|forward|attach|come back|call back|ring back)\b/i,
    need: /\b(?:(?:i|we)(?: (?:will|do|still|just))? need|we(?:'ll|’ll) need|need(?:s)? to (?:verify|know|see)|let (?:me|us) have|reply with|send (?:me|us))\b/i
  },
  de: {
    complaint:
      /(?<!\p{L})(?:niemand|keiner|immer noch|noch immer|noch (?:nicht|kein\p{L}*)|weiterhin|nichts (?:passiert|gekommen|gehört|angekommen)|nie (?:gekommen|angekommen)|(?:angerufen|gemeldet|gekommen) hat)(?!\p{L})/iu,
    pending:
      /(?<!\p{L})(?:muss (?:ich|wir)?|müssen wir|(?:ich|wir) (?:muss|müssen)).{0,60}(?<!\p{L})(?:fragen|nachfragen|klären|prüfen|nachsehen|abklären)(?!\p{L})/iu,
    rhetorical: /(?<!\p{L})(?:ihr ernst|ein witz|wollen sie mich|was soll das)(?!\p{L})/iu,
    wish: /(?<!\p{L})(?:ich|wir) (?:möchten?|wollen|will|hätten? gern|brauchen?|erwarten?|verlangen?|wünschen?|bestehen?)(?!\p{L})|(?<!\p{L})(?:möchte|hätte|brauche|will) ich(?!\p{L})|(?<!\p{L})würden? .{0,80}(?<!\p{L})gerne?(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:bitte|(?:können|könnten|würden) sie|geben sie|sagen sie|schicken sie|senden sie)(?!\p{L})|(?:^|[,;:] (?:und |dann )?)(?!(?:haben|hatten|können|werden|wurden|sind|waren|wollen|müssen|sollen|hätten|würden|möchten|dürfen|wissen|meinen|finden|kennen)(?!\p{L}))\p{L}{2,}n sie(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:anders überlegt|nicht mehr nötig|lassen sie es|brauche ich nicht mehr|hat sich erledigt|vergessen sie|doch nicht|(?:lassen wir|lass(?:en)? (?:ich|sie) das|lasse ich) .{0,10}bleiben|ziehe .{0,40} zurück)(?!\p{L})/iu,
    promise:
      /(?<!\p{L})(?:werde|werden|wird|melde mich|melden uns|kümmere|kümmern)(?!\p{L})|(?<!\p{L})(?:melde|schicke|sende|prüfe|kläre|erstatte) ich(?!\p{L})|(?<!\p{L})(?:melden|schicken|senden|prüfen|klären|erstatten) wir(?!\p{L})|(?<!\p{L})(?:ich|wir) (?:\p{L}+ )?(?:trage|schicke|sende|veranlasse|prüfe|kläre|frage|gebe|schreibe|rufe|buche|tragen|schicken|senden|veranlassen|prüfen|klären|fragen|geben|schreiben|rufen)(?!\p{L})|(?<!\p{L})(?:innerhalb|binnen|bis spätestens|bis (?:zum|\d|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag)|spätestens)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:bitte|sie müssen|müssen sie)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:war|waren|wurden?|hatten?|ist .* (?:eingegangen|angekommen)|gestern|letzte\p{L}*|seit|bitte|sie können|müssen)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:ich|wir)(?!\p{L}).*(?<!\p{L})(?:werde|werden|schicke|schicken|sende|senden|bringe|melde)(?!\p{L})|(?<!\p{L})(?:schicke|sende|bringe|reiche) ich(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:schick|send|bring|reich|melde)/iu,
    need: /(?<!\p{L})(?:(?:ich|wir) (?:brauche|brauchen|benötige|benötigen)|(?:brauche|benötige|brauchen|benötigen) (?:ich|wir)|wie lautet|es fehlt)(?!\p{L})/iu
  },
  fr: {
    complaint:
      /(?<!\p{L})(?:toujours (?:pas|rien|aucun\p{L}*|en panne)|personne|pas encore|aucune? (?:nouvelle|réponse|appel|remboursement|colis)|rien (?:reçu|de neuf)|n['’]est (?:jamais|pas) (?:venue?|arrivée?|passée?))(?!\p{L})/iu,
    pending:
      /(?<!\p{L})(?:je dois|nous devons|il faut que je|il me faut) (?:\p{L}+ )?(?:demander|vérifier|compter|voir|consulter|poser|confirmer)(?!\p{L})/iu,
    rhetorical: /(?<!\p{L})(?:plaisantez|moquez|une blague)(?!\p{L})/iu,
    wish: /(?<!\p{L})(?:je (?:voudrais|souhaite|veux|préfère|demande|exige)|j['’]aimerais|je voulais (?:aussi |également )?(?:savoir|demander)|nous (?:voudrions|souhaitons|demandons)|je (?:le|la|les) (?:garde|prends)|je refuse|il (?:me|nous) faut)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:veuillez|s['’]il vous plaît|merci de|(?:pouvez|pourriez)-vous|serait-il possible)(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:changé d['’]avis|ce n['’]est plus la peine|plus la peine|oubliez (?:ça|cela|ma)|laissez tomber|plus besoin|finalement non|j['’]annule)(?!\p{L})/iu,
    promise:
      /(?<!\p{L})(?:je|nous|vous|il|elle|on)(?!\p{L}).{0,20}\p{L}(?:rai|rons|ra|ront)(?!\p{L})|(?<!\p{L})\p{L}+(?:tira|vera|dra|nera|sera|era|ront)(?!\p{L})|(?<!\p{L})(?:je vais|nous allons|je pose|je reviens|nous revenons|je vous (?:donne|envoie|réponds|tiens)|nous vous (?:donnons|envoyons|tenons))(?!\p{L})|(?<!\p{L})(?:sous \d|d['’]ici|au plus tard)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:vous devrez|il faudra|veuillez)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:était|étaient|a été|ont été|avez|avons reçu|hier|dernier|dernière|depuis|veuillez|pouvez|devez)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:je|nous)(?!\p{L}).*(?<!\p{L})(?:vais|allons|envoie|envoyons|\p{L}+rai|\p{L}+rons)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:envoi|envoy|apport|transmet|dépos)/iu,
    need: /(?<!\p{L})(?:(?:j['’]ai|nous avons|j['’]aurais|nous aurions) besoin|il (?:nous|me) (?:faut|faudrait|manque)|merci de nous)(?!\p{L})/iu
  },
  es: {
    complaint:
      /(?<!\p{L})(?:nadie|todavía (?:no|nada)|aún no|ni una palabra|sigue (?:sin|igual|fallando)|sigo sin|seguimos sin|nada de nada|no ha (?:llegado|venido|llamado))(?!\p{L})/iu,
    pending: /(?<!\p{L})(?:tengo que|tenemos que|debo|debemos) (?:preguntar|consultar|mirar|comprobar|confirmar)/iu,
    rhetorical: /(?<!\p{L})(?:toman el pelo|una broma|de broma)(?!\p{L})/iu,
    wish: /(?<!\p{L})(?:quiero|queremos|quisiera|querría|me gustaría|necesito|necesitamos|prefiero|exijo|solicito)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:por favor|(?:pueden|podrían|puede|podría)(?!\p{L})|díganme|dígame|envíenme|les ruego|le ruego)/iu,
    withdrawal:
      /(?<!\p{L})(?:he cambiado de (?:idea|opinión)|al final no|déjelo|déjenlo|no hace falta|olvide(?:n)? (?:lo|eso)|ya no (?:hace falta|lo necesito|quiero)|mejor no)(?!\p{L})/iu,
    promise:
      /(?<!\p{L})\p{L}+(?:remos|ré|rá|rán)(?!\p{L})|(?<!\p{L})(?:vamos a|voy a|le llega|les llega|le (?:envío|mando|aviso|confirmo))(?!\p{L})|(?<!\p{L})(?:en un plazo|a más tardar)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:deberá|tendrá que|podrá)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:fue|fueron|era|estaba|ha sido|ayer|pasad[oa]|desde|puede|debe|tiene que)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:voy a|vamos a|(?:se |le |les )?(?:la |lo |las |los )?(?:mando|envío|mandamos|enviamos)|\p{L}+ré)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:mand|enví|traig|llev|sub)/iu,
    need: /(?<!\p{L})(?:necesito|necesitamos|nos (?:hace falta|falta)|me (?:hace falta|falta))(?!\p{L})/iu
  },
  pt: {
    complaint:
      /(?<!\p{L})(?:ninguém|ainda (?:não|nada)|continua (?:sem|na mesma|igual|avariad[oa])|continuo sem|continuamos sem|nem uma palavra|não (?:chegou|apareceu|ligou|ligaram))(?!\p{L})/iu,
    pending: /(?<!\p{L})(?:tenho de|temos de|preciso de) (?:perguntar|confirmar|ver|verificar|consultar)(?!\p{L})/iu,
    rhetorical: /(?<!\p{L})(?:gozar (?:comigo|connosco)|a brincar|uma brincadeira)(?!\p{L})/iu,
    wish: /(?<!\p{L})(?:quero|queremos|queria|gostaria|gostava|preciso|precisamos|prefiro|exijo)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:por favor|podem|poderiam|pode|poderia|expliquem-me|digam-me|enviem-me|agradeço que|agradecia que|\p{L}+[ae]m?-(?:me|nos) (?:por|o|a|os|as|um|uma))(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:mudei de ideias|afinal não|não é preciso|deixe estar|esqueçam|já não (?:é preciso|preciso|quero)|deixem estar)(?!\p{L})/iu,
    promise:
      /(?<!\p{L})\p{L}+(?:remos|rei|rá|rão)(?!\p{L})|(?<!\p{L})(?:vamos|vou) \p{L}+r(?!\p{L})|(?<!\p{L})(?:no prazo de|o mais tardar)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:deverá|terá de|poderá)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:foi|foram|era|estava|ontem|passad[oa]|desde|pode|deve|tem de)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:vou|vamos|envio|mando|enviamos|\p{L}+rei)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:envi|mand|traz|leva)/iu,
    need: /(?<!\p{L})(?:preciso|precisamos|falta-nos|falta-me|necessitamos)(?!\p{L})/iu
  },
  ja: {
    complaint:
      /(?:まだ.{0,20}(?:ません|ない|まま)|(?:戻って|届いて|直って|来て|連絡が)(?:い|あり|お)?(?:ません|ない)|ないまま|のままです)/u,
    pending:
      /(?:引き続き)?調査(?:いたし|し)(?:ます|ております)|(?:社内|担当|関係)[^。]{0,12}確認(?:が必要|中|して(?:い|おり)ます)/u,
    rhetorical: /(?:ばか|バカ|馬鹿)にして|ふざけ|どうしてくれる/u,
    wish: /(?:いただきたい|頂きたい|ほしい|欲しい|希望します|希望しています|したいです|したいのですが)/u,
    request:
      /(?:(?<!いい加減にして)(?:ください|下さい)|お願いします|お願いいたします|お願い致します|お願いでき|いただけますか|頂けますか|もらえますか)/u,
    withdrawal: /(?:やっぱり|やはり).*(?:結構です|やめ|不要|キャンセル)|は結構です|(?:なかったことに|取り消して)/u,
    promise:
      /(?:いたします|致します|お送りします|ご連絡します|予定です|しておきます|ておきます|お戻し|差し上げます|伺います)/u,
    notPromise: /(?:お願いいたします|お願い致します|お詫び|失礼いたします|申し上げます)/u,
    past: /(?:ました|でした|昨日|先週|先月|ください|下さい)/u,
    own: /(?:お知らせします|お伝えします|送ります|持って行きます|持参します|連絡します)/u,
    sends: /(?:送|持)/u,
    need: /(?:必要です|お知らせください|教えてください|ご返信ください)/u
  }
}

/** The patterns for greetings and thanks, which summaries leave out. */
export const courtesyOf = (language: string | null): RegExp | undefined =>
  language === null ? undefined : SUMMARY_PATTERNS[language]?.courtesy
