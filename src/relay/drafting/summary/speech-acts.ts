import { SUMMARY_PATTERNS, QUESTION_PATTERN } from "./patterns.ts"
import { timeLimitIn } from "./time-limit.ts"

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
}

/** Reads what a customer's sentence does. */
export function customerActs(text: string, language: string | null): SpeechActs {
  const patterns = patternsOf(language)
  const isQuestion = QUESTION_PATTERN.test(text) || /[?？؟]/u.test(text)
  const isRequest = test(patterns.request, text) || test(patterns.order, text)
  const isPromise =
    !isQuestion && test(patterns.own, text) && (timeLimitIn(text, language) !== undefined || test(patterns.sends, text))
  const isWithdrawal = !isQuestion && test(patterns.withdrawal, text)
  return {
    isAsk: (isQuestion && !isShort(text, language)) || test(patterns.wish, text) || isRequest,
    isQuestion,
    isWithdrawal,
    isTried: !isQuestion && !isShort(text, language, 4) && test(patterns.tried, text) && !test(patterns.notTried, text),
    isPromise,
    isRequest
  }
}

/** Reads what an agent's sentence does. */
export function agentActs(text: string, language: string | null): SpeechActs {
  const patterns = patternsOf(language)
  const isQuestion = QUESTION_PATTERN.test(text)
  return {
    isAsk: false,
    isQuestion,
    isWithdrawal: false,
    isTried: false,
    isPromise:
      !isQuestion &&
      !test(patterns.notPromise, text) &&
      (test(patterns.promise, text) || (timeLimitIn(text, language) !== undefined && !test(patterns.past, text))),
    isRequest: isQuestion || test(patterns.request, text) || test(patterns.need, text)
  }
}

const test = (pattern: RegExp | undefined, text: string) => pattern?.test(text) === true

/** "Really?" asks nothing that an agent could answer alone. Japanese has no spaces. */
const isShort = (text: string, language: string | null, words = 3) =>
  language !== "ja" && text.trim().split(/\s+/).length < words

interface Patterns {
  wish?: RegExp | undefined
  request?: RegExp | undefined
  /** A customer's order without "please". */
  order?: RegExp
  withdrawal?: RegExp
  tried?: RegExp
  /** What looks like a try and is the story before it. */
  notTried?: RegExp
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
}

function patternsOf(language: string | null): Patterns {
  return language === null ? {} : (ACTS[language] ?? {})
}

const DONE = {
  en: String.raw`tried|asked|checked|looked|searched|called|rang|phoned|wrote|written|restarted|reset|rebooted|reinstalled|cleaned|changed|replaced|contacted|followed|pressed|unplugged|plugged|descaled|sent|resent|added|removed|turned|switched|moved|swapped|opened|emptied|filled|waited|logged|updated|installed|deleted|uploaded|entered|typed|clicked|went|been|taken|took|put|blown|blew|tightened|cleared|disconnected|reconnected|visited|reported|complained|mopped|measured|tested|rung|spoken|spoke|filed|submitted|attached|posted|returned|photographed|wiped|washed|dried|aired|rewired|retried|googled|e-?mailed|texted|messaged|chased|scanned|downloaded|printed|verified|rinsed|drained|pulled|pushed|screwed|unscrewed|synced|paired|unpaired|topped up|re-?sent|re-?entered|resubmitted|rechecked|double-checked|charged (?:it|the)`,
  de: String.raw`versucht|gefragt|geprüft|gesucht|nachgesehen|angerufen|telefoniert|nachgefragt|hingegangen|abgegeben|eingereicht|aktualisiert|heruntergeladen|ausgedruckt|aufgeladen|zerlegt|gespült|nachgezogen|abgewartet|reklamiert|geschaut|probiert|ausprobiert|gereinigt|neu gestartet|geschrieben|entkalkt|gewechselt|getauscht|ausgetauscht|eingeschaltet|ausgeschaltet|aus- und (?:wieder )?eingeschaltet|gesendet|geschickt|hochgeladen|eingegeben|gedrückt|zurückgesetzt|gelöscht|installiert|gemeldet|gewartet|gemessen|abgesteckt|geleert|gefüllt|umgestellt|verlegt`,
  fr: String.raw`essayé|vérifié|demandé|cherché|regardé|appelé|rappelé|téléphoné|écrit|nettoyé|redémarré|contrôlé|renvoyé|envoyé|changé|remplacé|débranché|rebranché|réinitialisé|suivi|attendu|testé|rempli|vidé|supprimé|installé|signalé|relancé|réessayé|téléchargé|imprimé|serré|rincé|démonté|allé|allée|passé|passée|fait|recommencé|déposé|éteint|rallumé`,
  es: String.raw`probado|intentado|preguntado|buscado|mirado|revisado|comprobado|llamado|escrito|limpiado|reiniciado|enviado|mandado|cambiado|desenchufado|enchufado|instalado|borrado|esperado|medido|seguido|rellenado|reclamado|ido|vuelto a|descargado|actualizado|apagado|encendido|quitado|puesto|hecho|apretado`,
  pt: String.raw`tentado|perguntado|verificado|procurado|ligado|escrito|limpo|reiniciado|enviado|trocado|instalado|esperado`
}

const ACTS: Record<string, Patterns> = {
  en: {
    wish: /\b(?:(?:i|we)(?:'d|’d| would)(?: \w+)? (?:like|rather|prefer|love)|(?:i|we) (?:do |just |really |still )?(?:want|need|expect|wish|insist)\b(?! to know why you)|(?:can|could|may|might) (?:i|we|one) )/i,
    request:
      /\b(?:please|kindly|pls|let (?:me|us) know|(?:can|could|would|will) (?:you|u)\b|give me|send me|tell me|might there be|i(?:'d|’d| would) be grateful)\b/i,
    order:
      /^(?:and |but |so |just |also,? |then )*(?:no more \w+|(?:send|change|cancel|take|bring|put|keep|give|tell|refund|replace|stop|remove|add|check|confirm|reissue|move|call|ring|explain|book|block|unlock|delete|reset|return|exchange|correct|fix|update|extend|credit|pay)\b(?! (?:is|was|of|has|to)\b))/i,
    withdrawal:
      /\b(?:never ?mind|ignore (?:that|this|my|the)|forget (?:about )?(?:it|that|the|my)|no longer (?:need|want)|changed (?:my|our) mind|scratch that|don't bother|no need (?:any ?more|now|after all)|leave it (?:as it is|after all)|(?:cancel|withdraw) (?:that|my) request|don't need (?:it|that) any ?more|scrap that|on second thou?ghts?)\b/i,
    tried: new RegExp(
      String.raw`\b(?:i|we|(?:my|our) \w+(?: \w+)?)(?:'ve|’ve| have| has|'d|’d| had)? (?:\w+ly |also |just |both |since |then |even |now |actually )*(?:${DONE.en})\b|^(?:already |even )?(?:tried|asked|checked|looked|pressed|called|moved|restarted|changed|swapped|replaced|cleaned|rang|phoned|reset|rebooted|reinstalled)\b|\b(?:app|site|website|page|form|portal|system|link|button|phone line|hotline|chat)\b.{0,40}\b(?:only|won't|doesn't|does not|keeps?|says|shows|offers|rejects?|refuses?|rings|crashes|fails|errors?|warning)\b|\b(?:did(?:n't| not) (?:help|work|change)|no difference|made no difference|still (?:the same|does|won't|doesn't|not))\b`,
      "i"
    ),
    notTried:
      /\b(?:i|we) (?:sent|changed|moved|added|took|put|went|returned|opened|posted) (?:you |it |off |house|to live)/i,
    promise:
      /\b(?:i|we|he|she|they|it|this|that|there|team|colleagues?|money|refund|parcel|replacement|engineer|[a-z]+)(?:'ll|’ll| will| shall)\b|\b(?:i|we)(?:'ve|’ve| have)(?: (?:also|now|meanwhile|just|already))*(?: asked \w+| asked the| booked| arranged| requested| reserved| held| scheduled| frozen| ordered)|\b(?:is|are) (?:booked|scheduled|due|expected)\b|\b(?:at the latest|no later than|within (?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|fourteen))|\bpromise|\b(?:i'm|we're|i am|we are) (?:going to|arranging|sending|asking|checking|looking into)\b/i,
    notPromise:
      /\byou(?:'ll|’ll| will) (?:need|have|find|see|get an?\b)|\bwill (?:need|have to)\b|\b(?:i|we)(?:'ll|’ll) have to\b|\bif you(?:'ll| will)\b/i,
    past: /\b(?:was|were|had|did|has been|have been|arrived|received|ordered|placed|paid|bought|since|ago|yesterday|last)\b|\b(?:please|must|can|could|may|if you|you)\b/i,
    own: /\b(?:i|we)(?:'ll|’ll| will| can|'m going to|'re going to)\b/i,
    sends: /\b(?:send|bring|post|get you|upload|forward|attach|come back|call back|ring back)\b/i,
    need: /\b(?:(?:i|we)(?: (?:will|do|still|just))? need|we(?:'ll|’ll) need|need(?:s)? to (?:verify|know|see)|let (?:me|us) have|reply with|send (?:me|us))\b/i
  },
  de: {
    wish: /(?<!\p{L})(?:ich|wir) (?:möchten?|wollen|will|hätten? gern|brauchen?|erwarten?|verlangen?|wünschen?|bestehen?)(?!\p{L})|(?<!\p{L})(?:möchte|hätte|brauche|will) ich(?!\p{L})/iu,
    request: /(?<!\p{L})(?:bitte|(?:können|könnten|würden) sie|geben sie|sagen sie|schicken sie|senden sie)(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:anders überlegt|nicht mehr nötig|lassen sie es|brauche ich nicht mehr|hat sich erledigt|vergessen sie|nicht mehr nötig|doch nicht|ziehe .{0,40} zurück)(?!\p{L})/iu,
    tried: new RegExp(
      String.raw`(?<!\p{L})(?:habe|haben|hab|hat|hatte|hatten|wurde)(?!\p{L}).*(?<!\p{L})(?:${DONE.de})(?!\p{L})|(?<!\p{L})(?:${DONE.de})(?:,| und|$|\.).{0,60}(?:immer|trotzdem|ohne erfolg|nichts)|(?<!\p{L})(?:formular|app|seite|webseite|portal|hotline|link|system|hausmeister|telefon)(?!\p{L}).{0,40}(?<!\p{L})(?:nicht|nur|kein\p{L}*|fehler|lehnt)(?!\p{L})|(?<!\p{L})weder .{3,80} noch .{3,80} (?:haben|hat|hatte)(?!\p{L})|(?<!\p{L})(?:hat nichts gebracht|keine änderung|ohne erfolg)(?!\p{L})`,
      "iu"
    ),
    promise:
      /(?<!\p{L})(?:werde|werden|wird|melde mich|melden uns|kümmere|kümmern)(?!\p{L})|(?<!\p{L})(?:melde|schicke|sende|prüfe|kläre|erstatte) ich(?!\p{L})|(?<!\p{L})(?:melden|schicken|senden|prüfen|klären|erstatten) wir(?!\p{L})|(?<!\p{L})(?:ich|wir) (?:\p{L}+ )?(?:trage|schicke|sende|veranlasse|prüfe|kläre|frage|gebe|schreibe|rufe|buche|tragen|schicken|senden|veranlassen|prüfen|klären|fragen|geben|schreiben|rufen)(?!\p{L})|(?<!\p{L})(?:innerhalb|binnen|bis spätestens|bis (?:zum|\d|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag)|spätestens)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:bitte|sie müssen|müssen sie)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:war|waren|wurden?|hatten?|ist .* (?:eingegangen|angekommen)|gestern|letzte\p{L}*|seit|bitte|sie können|müssen)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:ich|wir)(?!\p{L}).*(?<!\p{L})(?:werde|werden|schicke|schicken|sende|senden|bringe|melde)(?!\p{L})|(?<!\p{L})(?:schicke|sende|bringe|reiche) ich(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:schick|send|bring|reich|melde)/iu,
    need: /(?<!\p{L})(?:(?:ich|wir) (?:brauche|brauchen|benötige|benötigen)|(?:brauche|benötige|brauchen|benötigen) (?:ich|wir)|wie lautet|es fehlt)(?!\p{L})/iu
  },
  fr: {
    wish: /(?<!\p{L})(?:je (?:voudrais|souhaite|veux|préfère|demande|exige)|j['’]aimerais|nous (?:voudrions|souhaitons|demandons)|il (?:me|nous) faut)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:veuillez|s['’]il vous plaît|merci de|(?:pouvez|pourriez)-vous|serait-il possible)(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:changé d['’]avis|ce n['’]est plus la peine|plus la peine|oubliez (?:ça|cela|ma)|laissez tomber|plus besoin|finalement non|j['’]annule)(?!\p{L})/iu,
    tried: new RegExp(
      String.raw`(?<!\p{L})(?:j['’]ai|nous avons|on a|a|ont|je suis|nous sommes)(?!\p{L}).{0,30}(?<!\p{L})(?:${DONE.fr})|(?<!\p{L})(?:site|application|appli|formulaire|page|lien|portail|téléphone|numéro)(?!\p{L}).{0,40}(?<!\p{L})(?:ne|n['’]|refuse|affiche|indique|erreur|seulement|impossible)|(?<!\p{L})(?:sans succès|rien n['’]y fait|aucun changement)(?!\p{L})`,
      "iu"
    ),
    promise:
      /(?<!\p{L})(?:je|nous|vous|il|elle|on)(?!\p{L}).{0,20}\p{L}(?:rai|rons|ra|ront)(?!\p{L})|(?<!\p{L})\p{L}+(?:tira|vera|dra|nera|sera|era|ront)(?!\p{L})|(?<!\p{L})(?:je vais|nous allons|je pose|je reviens|nous revenons|je vous (?:donne|envoie|réponds|tiens)|nous vous (?:donnons|envoyons|tenons))(?!\p{L})|(?<!\p{L})(?:sous \d|d['’]ici|au plus tard)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:vous devrez|il faudra|veuillez)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:était|étaient|a été|ont été|avez|avons reçu|hier|dernier|dernière|depuis|veuillez|pouvez|devez)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:je|nous)(?!\p{L}).*(?<!\p{L})(?:vais|allons|envoie|envoyons|\p{L}+rai|\p{L}+rons)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:envoi|envoy|apport|transmet|dépos)/iu,
    need: /(?<!\p{L})(?:(?:j['’]ai|nous avons|j['’]aurais|nous aurions) besoin|il (?:nous|me) (?:faut|faudrait|manque)|merci de nous)(?!\p{L})/iu
  },
  es: {
    wish: /(?<!\p{L})(?:quiero|queremos|quisiera|querría|me gustaría|necesito|necesitamos|prefiero|exijo|solicito)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:por favor|(?:pueden|podrían|puede|podría)(?!\p{L})|díganme|dígame|envíenme|les ruego|le ruego)/iu,
    withdrawal:
      /(?<!\p{L})(?:he cambiado de (?:idea|opinión)|al final no|déjelo|déjenlo|no hace falta|olvide(?:n)? (?:lo|eso)|ya no (?:hace falta|lo necesito|quiero)|mejor no)(?!\p{L})/iu,
    tried: new RegExp(
      String.raw`(?<!\p{L})(?:he|hemos|ha|han|había)(?!\p{L}).{0,20}(?<!\p{L})(?:${DONE.es})|(?<!\p{L})(?:probé|intenté|pregunté|busqué|miré|revisé|comprobé|llamé|escribí|limpié|reinicié|envié|mandé|cambié|fui|esperé)(?!\p{L})|(?<!\p{L})(?:web|página|aplicación|app|formulario|enlace|sistema|teléfono)(?!\p{L}).{0,40}(?<!\p{L})(?:no|solo|sale|dice|error|rechaza)(?!\p{L})|(?<!\p{L})(?:sigue igual|sin éxito|no ha servido)(?!\p{L})`,
      "iu"
    ),
    promise:
      /(?<!\p{L})\p{L}+(?:remos|ré|rá|rán)(?!\p{L})|(?<!\p{L})(?:vamos a|voy a|le llega|les llega|le (?:envío|mando|aviso|confirmo))(?!\p{L})|(?<!\p{L})(?:en un plazo|a más tardar)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:deberá|tendrá que|podrá)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:fue|fueron|era|estaba|ha sido|ayer|pasad[oa]|desde|puede|debe|tiene que)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:voy a|vamos a|(?:se |le |les )?(?:la |lo |las |los )?(?:mando|envío|mandamos|enviamos)|\p{L}+ré)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:mand|enví|traig|llev|sub)/iu,
    need: /(?<!\p{L})(?:necesito|necesitamos|nos (?:hace falta|falta)|me (?:hace falta|falta))(?!\p{L})/iu
  },
  pt: {
    wish: /(?<!\p{L})(?:quero|queremos|queria|gostaria|gostava|preciso|precisamos|prefiro|exijo)(?!\p{L})/iu,
    request:
      /(?<!\p{L})(?:por favor|podem|poderiam|pode|poderia|expliquem-me|digam-me|enviem-me|agradeço que|agradecia que)(?!\p{L})/iu,
    withdrawal:
      /(?<!\p{L})(?:mudei de ideias|afinal não|não é preciso|deixe estar|esqueçam|já não (?:é preciso|preciso|quero)|deixem estar)(?!\p{L})/iu,
    tried:
      /(?<!\p{L})(?:tentei|tentámos|perguntei|verifiquei|procurei|liguei|confirmei|escrevi|limpei|reiniciei|enviei|mandei|troquei o cabo|mudei o|esperei|experimentei|voltei a|fui à|fui ao|atualizei|descarreguei|retirei|apertei|contactei|pedi|já fui|já tirei|instalei|apaguei|desliguei)(?!\p{L})|(?<!\p{L})(?:site|página|aplicação|app|formulário|link|sistema|telefone)(?!\p{L}).{0,40}(?<!\p{L})(?:não|só|erro|diz|recusa)(?!\p{L})|(?<!\p{L})(?:continua igual|sem sucesso)(?!\p{L})/iu,
    promise:
      /(?<!\p{L})\p{L}+(?:remos|rei|rá|rão)(?!\p{L})|(?<!\p{L})(?:vamos|vou) \p{L}+r(?!\p{L})|(?<!\p{L})(?:no prazo de|o mais tardar)(?!\p{L})/iu,
    notPromise: /(?<!\p{L})(?:deverá|terá de|poderá)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:foi|foram|era|estava|ontem|passad[oa]|desde|pode|deve|tem de)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:vou|vamos|envio|mando|enviamos|\p{L}+rei)(?!\p{L})/iu,
    sends: /(?<!\p{L})(?:envi|mand|traz|leva)/iu,
    need: /(?<!\p{L})(?:preciso|precisamos|falta-nos|falta-me|necessitamos)(?!\p{L})/iu
  },
  ja: {
    wish: /(?:いただきたい|頂きたい|ほしい|欲しい|希望します|希望しています|したいです|したいのですが)/u,
    request: /(?:ください|下さい|お願いします|お願いいたします|お願い致します|いただけますか|頂けますか|もらえますか)/u,
    withdrawal: /(?:やっぱり|やはり).*(?:結構です|やめ|不要|キャンセル)|(?:なかったことに|取り消して)/u,
    tried:
      /(?:確認しました|試しました|探しました|問い合わせました|連絡しました|聞きました|送りました|交換しました|再起動しました)|(?:ました|てみた|した|ても|でも)が?、?.{0,10}(?:変わ|直り|直ら|治|改善|解決|だめ|駄目|同じ|つながりませんでした|繋がりませんでした)|(?:サイト|アプリ|画面|ページ|電話|フォーム).{0,30}(?:出て|できません|つながりません|繋がりません|ませんでした|エラー)/u,
    promise:
      /(?:いたします|致します|お送りします|ご連絡します|予定です|しておきます|ておきます|お戻し|差し上げます|伺います)/u,
    notPromise: /(?:お願いいたします|お願い致します|お詫び|失礼いたします|申し上げます)/u,
    past: /(?:ました|でした|昨日|先週|先月|ください|下さい)/u,
    own: /(?:送ります|持って行きます|持参します|連絡します)/u,
    sends: /(?:送|持)/u,
    need: /(?:必要です|お知らせください|教えてください|ご返信ください)/u
  }
}

/** The patterns for greetings and thanks, which summaries leave out. */
export const courtesyOf = (language: string | null): RegExp | undefined =>
  language === null ? undefined : SUMMARY_PATTERNS[language]?.courtesy
