/**
 * Tells whether a customer's sentence says what the writer has done about it, or what came of that. It goes by the form
 * of the verb, because people try more things than a list of verbs can name: what they did ("I pinned it", "habe ich
 * gereinigt") without the verbs of the story before it ("I ordered"), what was done to the thing ("has been changed"),
 * and how it ended ("same error again").
 */
export function saysTried(text: string, language: string | null): boolean {
  const forms = language === null ? undefined : FORMS[language]
  if (!forms) return false
  if (forms.ended.test(text)) return true
  // A short sentence tells only how something ended. Japanese has no spaces.
  const isShort = language !== "ja" && text.trim().split(/\s+/).length < 4
  return !isShort && (forms.did.test(text) || forms.fails.test(text))
}

interface Forms {
  /** The writer did something, or had it done. */
  did: RegExp
  /** A site, a form or a telephone didn't do what the writer wanted. */
  fails: RegExp
  /** What came of it. */
  ended: RegExp
}

const any = (...alternatives: string[]) => `(?:${alternatives.join("|")})`
/** Matches whole words of languages with letters outside English. */
const whole = (source: string) => String.raw`(?<!\p{L})(?:${source})(?!\p{L})`

const EN_STORY = any(
  "order(?:ed)?|purchased|received|booked|paid|rented|hired|noticed|wanted|needed|hoped|expected|believed|loved|liked|lived",
  "used to|planned|decided|promised|agreed|joined|subscribed|realised|realized|missed|owed|worked|wondered|preferred|arrived",
  "started|happened|reserved|picked|selected|moved (?:last|in|out|away|to|from|house)|married|stayed|enjoyed|trusted|recommended|assumed|figured|seemed|signed (?:up|on)|turned (?:up|\\d)",
  "(?:sent|changed|moved|added|took|put|went|returned|opened|posted) (?:you |it |off |house|to live|on holiday|the day off)"
)
const EN_PAST = any(
  `(?!${EN_STORY}\\b)[a-z]{3,}ed`,
  "rang|rung|wrote|written|sent|took|taken|put|went|gone|been (?:to|through|in|on the phone|back)|blew|blown|spoke|spoken|reset|ran|made|found|hung|swept|fed|redid|re-?sent|left|kept|spent|sat|stood|gave|given|drove|driven|held|shook|dug|set up|cut|undid|rewrote|reread|re-read|let it|stuck|wound|came (?:by|in|over)|told (?:you|him|her|them)|got (?:into|through|half|someone|somebody|my|our)"
)
const EN_DONE = any(
  "tried|checked|looked|cleaned|changed|replaced|restarted|reset|reinstalled|run|read|measured|tested|swapped|emptied|filled",
  "emailed|posted|scrubbed|wiped|opened|held|unplugged|switched|turned|removed|moved|descaled|reported|sent|submitted|uploaded|rinsed|tightened|power-cycled|rebooted|updated"
)
const EN_ADVERBS = String.raw`(?:\w+ly |also |just |both |since |then |even |now |already |again |twice |all )*`

const DE_STORY =
  "gekauft|bestellt|erhalten|bekommen|gehabt|gewesen|gedacht|geglaubt|gebucht|bezahlt|gezahlt|gesagt|geworden|geliefert|gefreut|gemerkt|bemerkt|gehofft|gewohnt|gemietet|gewollt|gebraucht|geschenkt|vergessen|verloren|vermisst|versprochen|verstanden|angemeldet|entschieden|gewählt|überlegt"
const DE_PARTICIPLE = String.raw`(?!(?:${DE_STORY})(?!\p{L}))(?:\p{L}{0,9}ge\p{L}{2,}(?:t|en)|\p{L}{2,}iert|(?:ver|be|ent|er|zer|über|unter)\p{L}{3,}(?:t|en))`
const DE_DONE =
  "versucht|geprüft|gereinigt|gewechselt|getauscht|ausgetauscht|zurückgesetzt|gemessen|gespült|entkalkt|abgegeben|eingereicht|gemeldet|gesendet|geschickt|hochgeladen|neu gestartet"

const FR_STORY =
  "acheté|commandé|reçu|été|eu|vu|pensé|voulu|payé|réservé|cru|oublié|perdu|loué|souscrit|constaté|remarqué|décidé|espéré|adhéré|inscrite?|arrivée?s?|abonnée?s?|choisi|cliente?s?|déçue?s?|ravie?s?"
const FR_PARTICIPLE = String.raw`(?!(?:${FR_STORY})(?!\p{L}))\p{L}{2,}(?:é|ée|és|ées|i|is|ie|it|u|ue|ert)`

const FR_DONE =
  "(?:essayé|vérifié|demandé|cherché|regardé|appelé|rappelé|téléphoné|nettoyé|redémarré|contrôlé|renvoyé|envoyé|changé|remplacé|débranché|rebranché|réinitialisé|testé|rempli|vidé|supprimé|installé|signalé|relancé|serré|rincé|démonté|déposé|éteint|rallumé)(?:e?s)?"

const ES_STORY =
  "comprado|pedido|recibido|sido|estado|tenido|pagado|querido|visto|pensado|contratado|reservado|perdido|olvidado|notado|decidido|alquilado|llegado"
const PT_STORY =
  "comprei|paguei|encomendei|fiquei|notei|pensei|reservei|gostei|precisei|cheguei|achei|aluguei|recebi|enganei|reparei|contratei|esqueci|hei|lei|rei|sei|troquei de|mudei de"

const FORMS: Record<string, Forms> = {
  en: {
    did: new RegExp(
      String.raw`\b(?:i|we)(?:'ve|’ve| have|'d|’d| had)? ${EN_ADVERBS}${EN_PAST}\b|\b(?:i|we)(?:'ve|’ve| have) ${EN_ADVERBS}(?:read|run|cut|set|had (?:the|my|our|a|an))\b|\b(?:my|our) \w+(?: \w+)?(?: has| had)? ${EN_ADVERBS}(?:${EN_DONE}|rang|phoned|called|wrote|asked)\b|^(?:and |but |so )?(?:already |even |then |also )?(?!${EN_STORY}\b)(?:[a-z]{3,}ed|found|rang|wrote|took|went)\b(?! by)|\b(?:has|have|had)(?:n't|n’t| not)? (?:now |already |all )*been ${EN_ADVERBS}${EN_DONE}\b|['’](?:s|ve) been ${EN_DONE}\b|\b(?:was|were) (?:then )?(?:tried|checked|tested|cleaned|reset|reinstalled|restarted|emailed|scrubbed|wiped)\b|\b(?:opening|trying|using|restarting|pressing|calling|ringing|turning|changing|switching) .{3,80} (?:shows?|gives?|makes?|made|didn't|doesn't|did not|does not|still)\b|^held against|\b(?:i|we)(?:'ve|’ve| have) (?:been (?:on|to|through|at|over|round|back|there|trying|waiting|holding)|stood|sat|spent|left|kept|given|brought|driven)\b|\b(?:(?:the|an?|another) (?:\w+ )?(?:electrician|plumber|technician|engineer|mechanic|garage|neighbour|neighbor|friend|doctor|vet|chemist|pharmacist|bank|colleague|caretaker|shop)|(?:my|our) \w+(?:[- ]in[- ]law)?) (?:also |already |then )?(?:has |had |have )?(?:been (?:here|round|in|to)|was here|had a look|came|says?|said|tells?|told|looked|checked|tried|found)\b|\b(?:every|each) time (?:i|we)\b|\bwhenever (?:i|we) (?:ring|call|try|phone|click|press|open)\b`,
      "i"
    ),
    fails:
      /\b(?:app|site|website|page|form|portal|system|link|button|phone line|hotline|chat)\b.{0,40}\b(?:only|won't|doesn't|does not|keeps?|says|shows|offers|rejects?|refuses?|rings|crashes|fails|errors?|warning)\b/i,
    ended:
      /\b(?:attached (?:is|are|you)|(?:is|are) attached|(?:i|we) (?:attach|enclose)|did(?:n't| not) (?:help|work|change)|(?:made )?no difference|still (?:the same|does|won't|doesn't|not|error)|(?:the |exactly the )?same (?:\w+ )?(?:error|message|thing|problem|result|fault|story|again)|no (?:luck|joy|success|change|effect|use|avail)|nothing (?:wet|wrong|happened|changed|helped|worked)|(?:and|but|it) (?:came|comes|come|was|is) (?:straight |right )?back\b|(?:came|comes|come|was|were) (?:straight |right )?back (?:again|after|within)|(?:refused|declined|rejected|failed|bounced) (?:again|twice|three times|for|both times)|^did that|made (?:it|things|that|him|her|them) worse)\b/i
  },
  de: {
    did: new RegExp(
      `${whole(String.raw`(?:ich|wir) (?:habe|haben|hab|hatte|hatten)|(?:habe|haben|hab|hatte|hatten) (?:ich|wir)|mein\p{L}* \p{L}+ (?:hat|hatte)`)}.*${whole(DE_PARTICIPLE)}|${whole(DE_PARTICIPLE)} (?:habe?|haben) (?:ich|wir)(?!\\p{L})|${whole("wurde|wurden|ist|sind|hat|hab|habe|haben")}.*${whole(DE_DONE)}|${whole(DE_DONE)}(?:,| und|$|\\.).{0,60}(?:immer|trotzdem|ohne erfolg|nichts)|${whole("weder .{3,80} noch .{3,80} (?:haben|hat|hatte)")}|${whole("(?:ich|wir) (?:rief|riefen|schrieb|schrieben|fragte|fragten|probierte|probierten|versuchte|versuchten|suchte|suchten|prüfte|prüften|wechselte|drückte|startete|war|waren) .{0,60}(?:an|nach|aus|beim?|dort|da|vor ort|mal|neu|überall)|(?:bin|sind) (?:ich|wir) .{0,60}(?:gegangen|gefahren|durchgegangen|hingefahren)|(?:ich|wir) (?:bin|sind) .{0,60}(?:gegangen|gefahren|durchgegangen|hingefahren)|(?:im anhang|anbei|beigefügt|hängt an|liegt bei)")}`,
      "iu"
    ),
    fails: new RegExp(
      `${whole("formular|app|seite|webseite|portal|hotline|link|system|hausmeister|telefon|knopf")}.{0,40}${whole(String.raw`nicht|nur|kein\p{L}*|fehler|lehnt|ausgegraut`)}`,
      "iu"
    ),
    ended: new RegExp(
      whole(
        String.raw`hat nichts gebracht|gebracht hat es nichts|keine (?:änderung|wirkung)|ohne erfolg|(?:selbe|gleiche|derselbe|dieselbe) (?:fehler|meldung|problem)|kein erfolg|hilft (?:auch )?nicht|nur .{0,20}geholfen|hat nicht geholfen|half (?:auch )?nicht`
      ),
      "iu"
    )
  },
  fr: {
    did: new RegExp(
      `${whole("j['’]ai|j['’]avais|nous avions|je l['’]ai|je les ai|nous avons|nous l['’]avons|on a|on l['’]a|je suis|nous sommes")} .{0,30}?${whole(FR_PARTICIPLE)}|${whole("a|ont")} .{0,30}?${whole(FR_DONE)}|${whole("(?:m['’]a|m['’]ont|nous a|nous ont) .{0,20}?(?:dit|assuré|répondu|confirmé|expliqué|conseillé|renvoyée?|promis)")}|${whole("ci-joint[es]*|en pièce jointe")}`,
      "iu"
    ),
    fails: new RegExp(
      `${whole("site|application|appli|formulaire|page|lien|portail|téléphone|numéro|paiement|supplément")}.{0,40}(?<!\\p{L})(?:ne|n['’]|refus|affiche|indique|erreur|seulement|impossible)`,
      "iu"
    ),
    ended: new RegExp(
      whole(
        "sans succès|sans résultat|rien n['’]y fait|aucun changement|même (?:erreur|message|problème|résultat)|pareil"
      ),
      "iu"
    )
  },
  es: {
    did: new RegExp(
      `${whole("he|hemos|había|habíamos")} .{0,20}?${whole(String.raw`(?!(?:${ES_STORY})(?!\p{L}))\p{L}{2,}(?:ado|ido|to|cho)`)}|${whole(String.raw`(?:ha|han) (?:\p{L}+ )?(?:reiniciado|cambiado|revisado|probado|mirado|limpiado|comprobado|llamado)`)}|${whole(String.raw`(?!compré|pedí|recibí|pagué|reservé|contraté|pensé|noté|alquilé|olvidé|llegué|qué|sé|esté|dé|café|aquí|ahí|así|allí|mí|sí)\p{L}{2,}(?:[^r\P{L}]é|[^r\P{L}]í)|fui|lo pedí|pedí (?:cita|que|ayuda|hora)|puse(?! mal)|hice|traje|estuve|me (?:dijeron|han dicho)|\p{L}{3,}amos (?:ayer|ya|a llamar)|adjunto|en el adjunto`)}`,
      "iu"
    ),
    fails: new RegExp(
      `${whole("web|página|aplicación|app|formulario|enlace|sistema|teléfono")}.{0,40}${whole("no|solo|sale|dice|error|rechaza")}`,
      "iu"
    ),
    ended: new RegExp(
      whole(
        "sigue igual|sin éxito|sin resultado|no ha servido|(?:el |la )?mism[oa] (?:error|mensaje|problema|resultado)|lo mismo"
      ),
      "iu"
    )
  },
  pt: {
    did: new RegExp(
      whole(
        String.raw`(?!(?:${PT_STORY})(?!\p{L}))\p{L}{2,}[^r\P{L}]ei|retirei|virei|tirei|procurei|esperei|apurei|comparei|reparei no|\p{L}+ámos|pedi|fui a[o]?|fui à|voltei a|já fui|fiz|pus|estive|disse(?:ram)?-?me|disseram|abri|escrevi|li o|em anexo|anexo`
      ),
      "iu"
    ),
    fails: new RegExp(
      `${whole("site|página|aplicação|app|formulário|link|sistema|telefone")}.{0,40}${whole("não|só|erro|diz|recusa")}`,
      "iu"
    ),
    ended: new RegExp(
      whole(
        "continua igual|sem sucesso|sem resultado|(?:o |a )?mesm[oa] (?:erro|mensagem|problema|coisa)|na mesma|não resultou"
      ),
      "iu"
    )
  },
  ja: {
    did: /(?:確認|試|探|電話|伝え|問い合わせ|連絡|聞|送|行|書|押|開け|外|待|添付|調べ|並|替え|触|交換|再起動|再インストール|入れ直|やり直|掃除|洗|測)[^。、]{0,4}(?:しました|いました|ました|みました)|(?:てみ|でみ)(?:た|まし)|(?:ました|てみた|した|ても|でも)が?、?.{0,14}(?:変わ|変化|直り|直ら|治|改善|解決|だめ|駄目|同じ|まま|まだ|消え|ません|きり|つながりませんでした|繋がりませんでした)/u,
    fails:
      /(?:サイト|アプリ|画面|ページ|電話|フォーム).{0,30}(?:出て|できません|つながりません|繋がりません|ませんでした|エラー)/u,
    ended: /同じ(?:エラー|結果|です|まま)|変わりません|変化(?:なし|がありません)/u
  }
}
