import type { MOODS } from "../../../ticket/draft.ts"

/** Returns how the customer sounds at the end: by the last two messages, and for anger by all of them. */
export function moodOf(messages: readonly string[], language: string | null): (typeof MOODS)[number] {
  const words = WORDS[language ?? ""]
  if (!words || messages.length === 0) return "calm"
  const all = messages.join("\n")
  const last = messages.slice(-2).join("\n")
  // A placeholder such as [PERSON_1] is no shouting.
  const isLoud = /!!/.test(last) || (last.match(/(?<![\p{L}\d-])\p{Lu}{4,}(?![\p{L}\d_-])/gu) ?? []).length > 1
  if (words.angry.test(all) || (isLoud && words.annoyed.test(all))) return "angry"
  if (words.pleased.test(messages.at(-1) ?? "")) return "pleased"
  if (words.worried.test(all)) return "worried"
  return isLoud || words.annoyed.test(all) ? "annoyed" : "calm"
}

/** Returns the words that show that the customer is angry, or undefined. */
export const angerIn = (messages: readonly string[], language: string | null): string | undefined =>
  WORDS[language ?? ""]?.angry.exec(messages.join("\n"))?.[0]

interface Words {
  angry: RegExp
  annoyed: RegExp
  worried: RegExp
  pleased: RegExp
}

const WORDS: Record<string, Words> = {
  en: {
    angry:
      /\b(?:(?:third|fourth|fifth|umpteenth) (?:e-?mail|time|message)|unacceptable|disgrace\w*|disgust\w*|outrage\w*|ridiculous|furious|lawyer|solicitor|ombudsman|trading standards|stop wasting|because of you|how dare|shame on|never again|rip-?off|scam\w*|appalling)\b/i,
    annoyed:
      /\b(?:nobody (?:has |called|wrote|replied|answers)|not had (?:one|a) single|come and gone|it's been (?:a|\d+|two|three|four|five|six) (?:day|week|month)s? and (?:no|nothing|still)|no (?:call|courier|reply|answer)\.|still (?:no|not|nothing|waiting|error|hasn't|haven't)|yet again|fed up|had it with|once more|not another|as usual|i already (?:told|said|sent)|please read|for the (?:second|third) time|disappoint\w*|frustrat\w*|annoy\w*|waste of time|one too many|every single time|how (?:much )?longer)\b/i,
    worried:
      /\b(?:worried|afraid|scared|anxious|concerned|panic\w*|is (?:that|this) (?:normal|safe|dangerous)|don't know whether|someone got into|hacked|stolen|urgent(?:ly)?|emergency|what (?:shall|should) i do|dangerous)\b/i,
    pleased:
      /\b(?:delight\w*|wonderful|brilliant|fantastic|perfect(?:ly)?|lovely|great news|thank you so much|thanks so much|amazing|excellent)\b/i
  },
  de: {
    angry:
      /(?<!\p{L})(?:unverschämt\p{L}*|frechheit|skandal\p{L}*|anwalt|zum (?:dritten|vierten|x-ten) mal|empör\p{L}*|unfassbar|reicht es|abzocke|betrug)(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:immer noch (?:nicht|keine?)|schon wieder|niemand|angerufen hat keiner|hört der spaß auf|seit wochen|stand doch|wie lange noch|ärgerlich|enttäuscht\p{L}*|genervt|endlich|zum zweiten mal|bitte erklären|geht nicht ans telefon)(?!\p{L})/iu,
    worried:
      /(?<!\p{L})(?:sorge\p{L}*|angst|dringend|notfall|insulin|gefährlich|gehackt|gestohlen|ist das normal|was soll ich tun|heute noch jemand)(?!\p{L})/iu,
    pleased: /(?<!\p{L})(?:wunderbar|großartig|super|perfekt|toll|herzlichen dank|freue mich)(?!\p{L})/iu
  },
  fr: {
    angry:
      /(?<!\p{L})(?:inadmissible|inacceptable|scandaleux|honteux|avocat|troisième fois|arnaque|furieu\p{L}*|se moque)(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:toujours (?:pas|rien|aucune)|cela fait .{1,30} que j['’]attends|encore une fois|comme tout le monde|personne ne|déçue?s?|agaç\p{L}*|deuxième fois|combien de temps encore)(?!\p{L})/iu,
    worried: /(?<!\p{L})(?:inqui[eè]t\p{L}*|peur|urgen\p{L}*|est-ce normal|danger\p{L}*|piraté|volé)(?!\p{L})/iu,
    pleased: /(?<!\p{L})(?:formidable|merveilleu\p{L}*|ravie?s?|super|génial|merci infiniment)(?!\p{L})/iu
  },
  es: {
    angry:
      /(?<!\p{L})(?:inaceptable|vergüenza|vergonzoso|abogado|tercera vez|estafa|indignante|intolerable)(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:sigo sin|todavía (?:no|nada)|otra vez|nadie|ni una palabra|harto|harta|decepcion\p{L}*|segunda vez|cuánto más)(?!\p{L})/iu,
    worried:
      /(?<!\p{L})(?:preocup\p{L}*|miedo|urgent\p{L}*|es normal|peligro\p{L}*|antes de que salgamos|robado)(?!\p{L})/iu,
    pleased: /(?<!\p{L})(?:estupendo|genial|maravilloso|encantad[oa]|perfecto|mil gracias)(?!\p{L})/iu
  },
  pt: {
    angry: /(?<!\p{L})(?:inaceitável|vergonha|advogado|terceira vez|burla|inadmissível|revoltad[oa])(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:continuo sem|ainda não|outra vez|ninguém|fart[oa]|desilu\p{L}*|segunda vez|quando é que|expliquem-me)(?!\p{L})/iu,
    worried: /(?<!\p{L})(?:preocupad[oa]|medo|urgente|é normal|perigos[oa]|roubad[oa])(?!\p{L})/iu,
    pleased: /(?<!\p{L})(?:ótimo|maravilh\p{L}*|excelente|perfeito|muito obrigad[oa] mesmo)(?!\p{L})/iu
  },
  ja: {
    angry: /(?:二度目|三度目|何度も|許せ|ふざけ|いい加減|弁護士|納得できません|ひどい)/u,
    annoyed: /(?:まだ届|まだ(?:連絡|返事)|いつまで|困ります|また同じ|残念)/u,
    worried: /(?:心配|不安|大丈夫でしょうか|至急|危険|盗ま)/u,
    pleased: /(?:嬉しい|うれしい|助かりました|素晴らしい|感謝して)/u
  }
}
