import { LISTS } from "replywright/lexicon/mail"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/**
 * These phrases end a mail and may follow each other in a line ("Danke und viele Grüße"). They are the patterns of
 * `lexicon/<language>/mail/farewells.txt`, and the first that matches counts.
 */
const PHRASES = languagesWith(LISTS, "farewells").flatMap((language) => entriesOf(LISTS, language, "farewells"))

const LATIN = new RegExp(`(?:${PHRASES.join("|")})(?![\\p{L}\\p{N}])`, "iuy")
const BETWEEN = /[\s,.;!&+/~–—*:)(♥❤😊🙂🙏^-]*(?:(?:and|und|et|y|e|u)(?=[\s,]))?[\s,.;!&+/~–—*♥❤😊🙂🙏-]*/iuy
/** Matches "from Leeds", "aus Berlin" and "desde Concepción". */
const PLACE =
  /(?:from|aus|vom|von der|de|du|des|desde|do|da|a toute?|à toute?)\s(?:(?:sunny|the|dem|der|den|sonnigen|la|le|l['’])\s?)?[\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20})?\s*[,.!]*$/iuy

const JAPANESE =
  /^(?:(?:以上|それでは|では|なお|取り急ぎ|とりいそぎ|お手数(?:です|を(?:お?かけ(?:いた)?し(?:ます|て(?:申し訳ありません|恐縮です|すみません))))?が?|ご多忙(?:中|の(?:折|ところ))?(?:恐縮です|恐れ入ります)?が?|お忙しい(?:ところ|中)(?:を)?(?:大変)?(?:恐れ入りますが|恐縮ですが|申し訳(?:ありません|ございません)が|すみませんが|とは存じますが)?|恐れ入りますが|恐縮ですが|ご(?:確認|検討|対応|回答|返信|連絡|査収|手配|教示|協力|回答)(?:の(?:ほど|程))?(?:を)?|お(?:返事|返信)(?:の(?:ほど|程))?(?:を)?|引き続き|今後とも|何卒|なにとぞ|どうぞ|どうか|重ねて|まずは|ひとまず)(?:、|，|,|\s)*)*(?:(?:よろしく|宜しく|ヨロシク)(?:どうぞ)?(?:お?願い|おねがい|お頼み)?(?:(?:いた|致)?し(?:ま)?す|(?:いた|致)します|申し上げます|申しあげます|したいです|です)?|よろです|お待ちしております|お願い(?:(?:いた|致)します|します|申し上げます)|(?:どうも)?(?:ありがとう|有難う|有り難う)(?:ございま(?:す|した))?|(?:取り急ぎ|とりいそぎ)?(?:、|，)?\p{Script=Han}{0,4}(?:ご|お)?(?:連絡|報告|返信|返事|お願い|願い|お礼|礼|確認)(?:のみ)?(?:まで|にて失礼(?:いた|致)?します)|(?:ご|お)?(?:返信|返事|連絡|回答)(?:を|、)?お待ち(?:して(?:おり|い)?ます|申し上げ(?:て(?:おり|い))?ます)|敬具|草々|早々|かしこ|以上(?:です|になります)?|失礼(?:いた|致)?します|ではでは|(?:それ)?では(?:、?また)?)(?:[。．.！!、，,…・～~♪\s♥🙏🙇‍♀️♂️^_m()（）-])*$/u

/** Returns how far a line consists of farewell words from its start, or 0 if it begins with none. */
export function farewellLength(text: string): number {
  let at = 0
  let end = 0
  for (let round = 0; round < 6 && at < text.length; round++) {
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
 * Returns what follows the farewell in a line that begins with one: "" if nothing does, and undefined if the line
 * begins with no farewell.
 */
export function afterFarewell(line: string): string | undefined {
  const text = line.replace(/^[-–—*\s]+|(?<![*\s])[*\s]+$/g, "")
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

/** Matches "Nous vous prions d'agréer, Madame, ..." and similar formulas, which are as long as a paragraph. */
export const FORMULA =
  /^(?:(?:dans l['’]attente|en vous|avec|vous|je vous|nous vous|veuillez|recevez|agr[ée]ez|croyez|sin otro particular|sem (?:mais|outro)|in der hoffnung|ich verbleibe|wir verbleiben|aprovech)[^.?]{0,250})(?:salutations?|sentiments|consid[ée]ration|d[ée]vou[ée]e?|saluda(?:mos)?|saludos?|atentamente|estima|considera[çc][ãa]o|subscrev[oe](?:-me|mo-nos)?|cumprimentos|gr(?:ü|ue)(?:ß|ss)en)[^.?!]{0,60}[.,!]?$/i

/** Matches words of thanks at the start of a line. */
export const THANKS =
  /^(?:(?:many |with )?thanks?|thx|thank you|danke?|vielen dank|besten dank|herzlichen dank|merci|gracias|muchas gracias|obrigad[oa]|muito obrigad[oa]|grato|grata|agrade[çc])(?![\p{L}])/iu
