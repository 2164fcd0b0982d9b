import { HIRAGANA_NAMES, isGivenName, DOUBTFUL_SURNAMES, SURNAMES, ROLES } from "./name-words.ts"
import { isLoanword } from "./loanwords.ts"
import { runStart, SCRIPT, type ScriptedText } from "./script.ts"

/**
 * Returns where the name begins that stands right before the honorific at `end`. Returns undefined when the honorific
 * follows no name.
 */
export function nameBefore(page: ScriptedText, end: number, honorific: string): number | undefined {
  const at = page.scripts[end - 1] === SCRIPT.space && /様|さま|殿|先生|さん|宛/.test(honorific) ? end - 1 : end
  switch (page.scripts[at - 1]) {
    case SCRIPT.han:
      return kanjiBefore(page, at, honorific)
    case SCRIPT.katakana:
      return katakanaBefore(page, at, honorific)
    case SCRIPT.hiragana:
      return at === end ? hiraganaBefore(page, at, honorific) : undefined
    case SCRIPT.latin:
      return latinBefore(page, at, honorific)
    default:
      return POLITE.test(honorific) ? pictureBefore(page, at) : undefined
  }
}

function kanjiBefore(page: ScriptedText, end: number, honorific: string): number | undefined {
  if (/[様氏殿]/.test(page.text.charAt(end - 1))) return undefined
  const whole = runStart(page, end, 10)
  // Two names may follow each other: 山田様佐藤様.
  const start = whole + page.text.slice(whole, end).search(/[^様]*$/)
  const run = page.text.slice(start, end)
  const apart = familyApart(page, start, run)
  if (apart !== undefined) return apart
  if (ROLES.has(run) || (run.length > 1 && run.length < 3 && /[おご御]/.test(page.text.charAt(start - 1))))
    return undefined
  if (run.length === 1 && /[おご御]/.test(page.text.charAt(start - 1))) return undefined
  const own = nameInRun(run)
  if (own !== undefined) return start + own
  // For a name that is on no list the whole run counts, unless it ends like a role.
  if (!POLITE.test(honorific) || run.length > 4 || ROLE_END.test(run)) return undefined
  return start
}

/** Returns where in a run of kanji the name begins that ends with it: 0 in 佐藤花子, 2 in 弊社佐藤. */
function nameInRun(run: string): number | undefined {
  for (let from = 0; from < run.length && from < 8; from++) {
    const tail = run.slice(from)
    const isName =
      SURNAMES.has(tail) &&
      (tail.length > 1 ? !DOUBTFUL_SURNAMES.has(tail) || from === 0 : from === 0 || ROLE_END.test(run.slice(0, from)))
    if (isName) return from
    for (let size = 2; size < 5 && size < tail.length; size++)
      if (SURNAMES.has(tail.slice(0, size)) && isGivenName(tail.slice(size))) return from
  }
  return isGivenName(run) && run.length > 1 ? 0 : undefined
}

/** Finds a family name before the space: 福澤 由起さん. */
function familyApart(page: ScriptedText, start: number, given: string): number | undefined {
  const { text, scripts } = page
  if (!/[ _・]/.test(text.charAt(start - 1)) || given.length > 3 || ROLES.has(given)) return undefined
  if (scripts[start - 2] === SCRIPT.katakana) return katakanaBefore(page, start - 1, "様")
  if (scripts[start - 2] !== SCRIPT.han) return undefined
  const from = runStart(page, start - 1, 5)
  const family = text.slice(from, start - 1)
  return SURNAMES.has(family) ||
    (family.length < 5 && !ROLES.has(family) && !ROLE_END.test(family) && isGivenName(given))
    ? from
    : undefined
}

function katakanaBefore(page: ScriptedText, end: number, honorific: string): number | undefined {
  const { text, scripts } = page
  let start = runStart(page, end)
  const word = text.slice(start, end)
  if (isLoanword(word) && !(POLITE.test(honorific) && word.length < 4 && GIVEN_TOO.has(word))) return undefined
  if (!POLITE.test(honorific) && word.length < 2) return undefined
  for (
    let parts = 0;
    parts < 5 && /[・=＝ ]/.test(text.charAt(start - 1)) && scripts[start - 2] === SCRIPT.katakana;
    parts++
  ) {
    const from = runStart(page, start - 1)
    if (text.charAt(start - 1) === " " && isLoanword(text.slice(from, start - 1))) break
    start = from
  }
  if (/[ ・]/.test(text.charAt(start - 1)) && scripts[start - 2] === SCRIPT.han) {
    const from = runStart(page, start - 1, 5)
    if (SURNAMES.has(text.slice(from, start - 1))) return from
  }
  return start
}

function hiraganaBefore(page: ScriptedText, end: number, honorific: string): number | undefined {
  if (!POLITE.test(honorific) && honorific !== "宛" && honorific !== "ママ" && honorific !== "パパ") return undefined
  const start = runStart(page, end, 12)
  const run = page.text.slice(start, end)
  if (NOBODY.test(run)) return undefined
  const before = page.text.charAt(start - 1)
  for (let size = Math.min(6, run.length); size > 1; size--) {
    const from = run.length - size
    if (!HIRAGANA_NAMES.has(run.slice(from)) || (from > 0 && !PARTICLE.test(run.slice(0, from)))) continue
    return from === 0 ? familyBefore(page, start) : start + from
  }
  if (honorific === "宛" || honorific === "ママ" || honorific === "パパ" || end - start === 12) return undefined
  return run.length > 1 && run.length < 6 && (before === "" || /[\s、。「『(（・:!?！？]/.test(before))
    ? start
    : undefined
}

/** Finds the family name right before the given name, or before a space: 佐東くるみさん. */
function familyBefore(page: ScriptedText, start: number): number {
  const end = page.text.charAt(start - 1) === " " ? start - 1 : start
  if (page.scripts[end - 1] !== SCRIPT.han) return start
  const from = runStart(page, end, 5)
  return SURNAMES.has(page.text.slice(from, end)) ? from : start
}

/** Finds one to three words with a capital: Tom様, John Smith様. */
function latinBefore({ text, scripts }: ScriptedText, end: number, honorific: string): number | undefined {
  if (!POLITE.test(honorific)) return undefined
  let from = end
  while (from > 0 && from > end - 60 && (scripts[from - 1] === SCRIPT.latin || /[ .'’,-]/.test(text.charAt(from - 1))))
    from--
  const words = text.slice(from, end).split(/(?<=[ ,])(?=[^ ,])/)
  let length = 0
  for (const word of words.slice(-3).reverse()) {
    if (!/^\p{Lu}/u.test(word)) break
    length += word.length
  }
  return length > 3 || (length > 1 && words.length > 1) ? end - length : undefined
}

/** Finds a name that ends with a picture: きのこ🍄さん. */
function pictureBefore(page: ScriptedText, end: number): number | undefined {
  const match = /(?:\p{Extended_Pictographic}\ufe0f?)+$/u.exec(page.text.slice(Math.max(0, end - 6), end))
  if (!match) return undefined
  const at = end - match[0].length
  const script = page.scripts[at - 1]
  if (script !== SCRIPT.hiragana && script !== SCRIPT.katakana) return undefined
  const start = runStart(page, at, 8)
  return at - start > 2 && /[のとはが]/.test(page.text.charAt(start)) ? start + 1 : start
}

const POLITE = /^(?:様|さま|さん|氏|君|くん|ちゃん|先生|殿|と|って|という)$/
/** Matches signs with which a word for a role ends, but no name. */
const ROLE_END =
  /(?:者|員|社|店|係|課|部|会|局|屋|官|師|士|客|主|業|側|院|園|校|庁|所|署|団|室|長|人|家|方|達|役|手|生|親|娘|銀行|担当|窓口|不動産|大工|行|号|台|名|個|円|点|件|日|月|年|中|後|前|上|下|内|外|用|的|性|化|同|仕|模|有|異|各|皆|何|奥|神|貴|旦那|故)$/
const NOBODY =
  /(?:おかあ|おとう|おばあ|おじい|おねえ|おにい|おば|おじ|おく|みな|たく|みなさ|きゃく|つかれ|くろう|おかげ|ほん|わん|にゃん|ねこ|いぬ|ぼっ|じょう|いしゃ|そちら|こちら|どちら|あちら|まわり|だい|かあ|とう|ばあ|じい|ねえ|にい|ばっ|おっ|むこう|なに|じゅう|ひゃく|ごめ|いや|(?:^|の)(?:あか|お|い|く))$/
const PARTICLE =
  /(?:なく|なくて|、|の|と|は|が|を|に|で|も|へ|や|から|って|して|した|いた|った|なる|です|ます|という|くれた|もらった)$/
/** Given names that are also ordinary words of two or three signs. */
const GIVEN_TOO: ReadonlySet<string> = new Set([
  "モモ",
  "ラン",
  "リン",
  "マリ",
  "レイ",
  "マイ",
  "マイク",
  "アン",
  "ジャック",
  "ケン",
  "アリ",
  "ダン",
  "サム"
])
