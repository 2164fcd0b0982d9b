/**
 * How people take leave, in the six languages: phrases that may follow each other in a line ("Danke und viele Grüße").
 */
const PHRASES = [
  // en
  "(?:with )?(?:my |our )?(?:very |many |much )?(?:(?:kind(?:est)?|best|warm(?:est)?|sincere|friendly|good|many|personal)(?: personal)? (?:regards?|wishes|thanks|greetings))",
  "(?:with )?(?:regards?|rgds|greetings)(?: from)?",
  "(?:yours |most |very )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?",
  "yours",
  "best",
  "all the best",
  "all best",
  "warmly",
  "cheers",
  "ta",
  "tia",
  "ty",
  "take care",
  "(?:many |with )?(?:thanks|thx|tnx|thanx)(?: (?:so|very) much| a (?:lot|million|bunch|ton)| again| in advance| and| heaps| all| guys| team)?",
  "thank you(?: (?:so|very) much| again| in advance| kindly| all| and)?",
  "thanking you(?: in advance)?",
  "much appreciated",
  "(?:speak|talk|see you|see ya|bye)(?: (?:soon|then|later|for now))?",
  "good ?bye",
  "have a (?:nice|good|great|lovely|wonderful) (?:day|weekend|evening|week|one|time)",
  "(?:lots of )?love",
  "x{1,4}",
  "(?:xo){1,3}",
  "kth?x ?bye",
  "kthxbai",
  "br",
  "kr",
  // de
  "(?:mit |und )?(?:(?:sehr|ganz|den|vielen) )?(?:freundliche[nmr]?|beste[nr]?|viele[nr]?|liebe[nrm]?|herzliche[nrm]?|schöne[nr]?|sonnige[nr]?|nette[nr]?|kollegiale[nr]?|sportliche[nr]?|frohe[nr]?)(?:(?:,| und)? (?:freundliche[nmr]?|beste[nr]?|liebe[nr]?|herzliche[nr]?))?(?: \\p{L}+(?:er|en|em))? (?:gr(?:u|ü|ue)(?:ß|ss)(?:e[n]?)?)(?: (?:zurück|nochmals?|an alle|ans team|zusammen))?",
  "(?:mit )?(?:gr(?:u|ü|ue)(?:ß|ss)(?:e[n]?)?)",
  "mfg",
  "[lvbh]g",
  "vlg",
  "(?:vielen|herzlichen|besten|lieben|schönen|tausend)? ?dank(?:e)?(?: (?:und|schön|sehr|im voraus|vorab|nochmals?|euch|ihnen|dir|schon mal|für alles))*",
  "hochachtungsvoll",
  "tsch(?:ü|ue)(?:ß|ss?)i?",
  "ciao",
  "servus",
  "pfiat(?:'?s)? (?:eich|di|euch|enk)",
  "bis (?:bald|dann|morgen|später|demnächst|die tage|nächste woche|zum nächsten mal|neulich)",
  "herzlichst",
  "(?:mit )?(?:den |allen )?(?:besten|guten|herzlichen|lieben) wünschen?",
  "auf wiedersehen",
  "schönen? (?:tag|abend|woche|wochenende)(?: noch)?",
  "(?:einen )?schönen? (?:tag|abend)(?: noch)?",
  "alles (?:gute|liebe)",
  "verbleibe(?: ich| wir)?",
  // fr
  "(?:bien |très |tr[èe]s )?(?:cordialement|amicalement|sinc[èe]rement|respectueusement|amic)",
  "cdl?t",
  "(?:bien|tout) à (?:vous|toi)",
  "(?:(?:mes|nos|avec (?:mes|nos)|recevez (?:mes|nos)) )?(?:(?:meilleure?s?|sinc[èe]res?|cordiales|respectueuses|amicales|bonnes) )?(?:salutations?|sentiments)(?: (?:distingu[ée]e?s|cordiales|sinc[èe]res|respectueuses|les meilleur[e]?s|les plus \\p{L}+))?",
  "(?:grand |un grand |mille )?merci(?:s)?(?: (?:d['’ ]avance|par avance|beaucoup|bcp|bien|encore|à vous|à tous|à toute l['’]équipe|infiniment))*",
  "mci",
  "amiti[ée]s",
  "bonne (?:journ[ée]e|soir[ée]e|semaine|fin de (?:journ[ée]e|semaine)|r[ée]ception|continuation|nuit)",
  "bon (?:week-end|weekend|courage|apr[èe]s-midi)",
  "(?:à|a) (?:bient[ôo]t|plus(?: tard)?|tr[èe]s vite|la prochaine|demain)",
  "bises?|bisous|biz|la bise",
  "au revoir",
  "au plaisir",
  "belle (?:journ[ée]e|soir[ée]e)",
  "excellente (?:journ[ée]e|soir[ée]e)",
  // es
  "(?:(?:reciba|reciban|recibe|recib[íi]) )?(?:un |unos |nuestros |mis |muchos )?(?:cordial(?:es)?|atentos?|afectuosos?|fuertes?|gran)? ?(?:saludos?|abrazos?|besos?)(?: (?:cordial(?:es)?|atentos?|afectuosos?|fuertes?|grandes?|a todos|y))*",
  "sl?d(?:os|s)",
  "(?:muy )?atentamente",
  "(?:atte|atto)",
  "cordialmente",
  "(?:muchas|muchísimas|mil|millones de|desde ya,? (?:muchas )?)? ?(?:gracias|grax|grcs)(?: (?:de antemano|por (?:todo|adelantado|anticipado)|anticipadas|nuevamente|a todos|y))*",
  "(?:le |les |lo )?(?:saluda|saludamos)(?: (?:muy )?atentamente)?",
  "sin otro particular",
  "quedo (?:muy )?(?:atent[oa]|pendiente|al pendiente)",
  "hasta (?:luego|pronto|mañana|la vista)",
  "que (?:tenga|tengan|tengas|tengáis) (?:un )?(?:buen|excelente|lindo) (?:día|fin de semana|tarde)",
  "buen(?:as)? (?:día|tardes?|noches?|finde|fin de semana)",
  "agradecid[oa]",
  "un besote|besitos",
  // pt
  "(?:mui )?atenciosamente",
  "atte?",
  "(?:com )?(?:os )?(?:meus |nossos )?(?:melhores|cordiais|respeitosos)? ?cumprimentos(?: cordiais)?",
  "(?:cordiais )?sauda[çc][õo]es(?: cordiais)?",
  "(?:um |forte |grande |um forte |um grande )?abra[çc]o[s]?",
  "abs|abç[s]?|abçs|\\[\\]s?|\\[\\]['’]?s",
  "(?:um )?(?:beijo|beijinho|bjo|bj)[s]?",
  "bjs|bjos|bjinhos|beijos",
  "(?:muit[oa] |mt |mto |desde já )?(?:obrigad(?:o|a|os|as|ão|inha)|obg|obgd?a?|brigad[oa]|vlw|valeu|gratidão)(?: (?:desde já|mesmo|pela aten[çc][ãa]o|a todos|e))*",
  "grat[oa](?:s)?(?: (?:desde já|pela aten[çc][ãa]o))?",
  "agrade[çc]o desde já",
  "(?:no |fico no |ficamos no )?aguardo(?: (?:retorno|resposta|breve retorno|um retorno))?",
  "até (?:logo|breve|mais|já|amanhã)",
  "respeitosamente",
  "cordialmente",
  "sem mais(?: para o momento)?",
  "bom (?:dia|fim de semana|trabalho)",
  "boa (?:tarde|noite|semana)",
  "tchau",
  "com estima",
  "fique(?:m)? bem"
]

const LATIN = new RegExp(`(?:${PHRASES.join("|")})(?![\\p{L}\\p{N}])`, "iuy")
const BETWEEN = /[\s,.;!&+/~–—*:)(♥❤😊🙂🙏^-]*(?:(?:and|und|et|y|e|u)(?=[\s,]))?[\s,.;!&+/~–—*♥❤😊🙂🙏-]*/iuy
/** "from Leeds", "aus Berlin", "desde Concepción". */
const PLACE =
  /(?:from|aus|vom|von der|de|du|des|desde|do|da|a toute?|à toute?)\s(?:(?:sunny|the|dem|der|den|sonnigen|la|le|l['’])\s?)?[\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20})?\s*[,.!]*$/iuy

const JAPANESE =
  /^(?:(?:以上|それでは|では|なお|取り急ぎ|とりいそぎ|お手数(?:です|を(?:お?かけ(?:いた)?し(?:ます|て(?:申し訳ありません|恐縮です|すみません))))?が?|ご多忙(?:中|の(?:折|ところ))?(?:恐縮です|恐れ入ります)?が?|お忙しい(?:ところ|中)(?:を)?(?:大変)?(?:恐れ入りますが|恐縮ですが|申し訳(?:ありません|ございません)が|すみませんが|とは存じますが)?|恐れ入りますが|恐縮ですが|ご(?:確認|検討|対応|回答|返信|連絡|査収|手配|教示|協力|回答)(?:の(?:ほど|程))?(?:を)?|お(?:返事|返信)(?:の(?:ほど|程))?(?:を)?|引き続き|今後とも|何卒|なにとぞ|どうぞ|どうか|重ねて|まずは|ひとまず)(?:、|，|,|\s)*)*(?:(?:よろしく|宜しく|ヨロシク)(?:どうぞ)?(?:お?願い|おねがい|お頼み)?(?:(?:いた|致)?し(?:ま)?す|(?:いた|致)します|申し上げます|申しあげます|したいです|です)?|よろです|お待ちしております|お願い(?:(?:いた|致)します|します|申し上げます)|(?:どうも)?(?:ありがとう|有難う|有り難う)(?:ございま(?:す|した))?|(?:取り急ぎ|とりいそぎ)?(?:、|，)?\p{Script=Han}{0,4}(?:ご|お)?(?:連絡|報告|返信|返事|お願い|願い|お礼|礼|確認)(?:のみ)?(?:まで|にて失礼(?:いた|致)?します)|(?:ご|お)?(?:返信|返事|連絡|回答)(?:を|、)?お待ち(?:して(?:おり|い)?ます|申し上げ(?:て(?:おり|い))?ます)|敬具|草々|早々|かしこ|以上(?:です|になります)?|失礼(?:いた|致)?します|ではでは|(?:それ)?では(?:、?また)?)(?:[。．.！!、，,…・～~♪\s♥🙏🙇‍♀️♂️^_m()（）-])*$/u

/** How far a line goes on with words of farewell alone, from its start; 0 when it begins with none. */
export function farewellLength(text: string): number {
  let at = 0
  let end = 0
  for (let turn = 0; turn < 6 && at < text.length; turn++) {
    LATIN.lastIndex = at
    const phrase = LATIN.exec(text)
    if (!phrase || phrase[0] === "") break
    end = at + phrase[0].length
    BETWEEN.lastIndex = end
    at = end + (BETWEEN.exec(text)?.[0].length ?? 0)
    PLACE.lastIndex = at
    const place = PLACE.exec(text)
    if (place) return text.length
  }
  return at >= text.length ? text.length : end
}

/**
 * What stands behind the farewell in a line that begins with one: "" when it is only that; undefined when it begins
 * with none.
 */
export function afterFarewell(line: string): string | undefined {
  const text = line.replace(/^[-–—*\s]+|[*\s]+$/g, "")
  if (text.length > 120 || text === "") return undefined
  if (JAPANESE.test(text)) return ""
  const [, farewell, behind] = /^(.{2,60}?[。！!]|\S{2,60}?\s)\s*([^。！!\s].{0,14})$/u.exec(text) ?? []
  if (farewell && behind && /\p{Script=Hiragana}/u.test(farewell) && JAPANESE.test(farewell.trim())) return behind
  const length = farewellLength(text)
  if (length === 0) return undefined
  return text
    .slice(length)
    .replace(/^[\s,.;:!–—/-]+/, "")
    .trim()
}

/** "Nous vous prions d'agréer, Madame, ..." and its kin, a paragraph long. */
export const FORMULA =
  /^(?:(?:dans l['’]attente|en vous|avec|vous|je vous|nous vous|veuillez|recevez|agr[ée]ez|croyez|sin otro particular|sem (?:mais|outro)|in der hoffnung|ich verbleibe|wir verbleiben|aprovech)[^.?]{0,250})(?:salutations?|sentiments|consid[ée]ration|d[ée]vou[ée]e?|saluda(?:mos)?|saludos?|atentamente|estima|considera[çc][ãa]o|subscrev[oe](?:-me|mo-nos)?|cumprimentos|gr(?:ü|ue)(?:ß|ss)en)[^.?!]{0,60}[.,!]?$/i

/** Words of thanks at the start of a line. */
export const THANKS =
  /^(?:(?:many |with )?thanks?|thx|thank you|danke?|vielen dank|besten dank|herzlichen dank|merci|gracias|muchas gracias|obrigad[oa]|muito obrigad[oa]|grato|grata|agrade[çc])(?![\p{L}])/iu
