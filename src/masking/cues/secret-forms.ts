import { canBeWord } from "../basis/words.ts"
import type { Canvas } from "../basis/canvas.ts"

/** Finds passwords, codes, tokens and keys by the word before them or by their own form. */
export function findSecrets(canvas: Canvas): void {
  for (const pattern of FORMS) {
    for (const match of canvas.rest.matchAll(pattern))
      canvas.claim(match.index, match.index + match[0].length, "SECRET")
  }
  const inLink = canvas.free
  const text = canvas.rest
  for (const cue of text.matchAll(CUE)) {
    if (inLink.charAt(cue.index) !== text.charAt(cue.index)) continue
    const word = cue.groups ?? {}
    const from = cue.index + cue[0].length
    if (word["codes"] && listed(canvas, text, behindLead(text, from))) continue
    const value = after(text, from, Boolean(word["codes"] ?? word["pin"]))
    if (value) canvas.claim(value.start, value.end, "SECRET")
    if (value && word["codes"]) listed(canvas, text, value.end)
  }
}

/**
 * Finds long strings of mixed letters and digits, unless they are an order's number. Nobody makes these up by hand: a
 * system issues them.
 */
export function findRandomStrings(canvas: Canvas): void {
  for (const pattern of RANDOM) {
    for (const match of canvas.free.matchAll(pattern))
      canvas.claim(match.index, match.index + match[0].length, "SECRET")
  }
}

/**
 * Finds the value that a cue announces. After a colon or an equals sign any value counts. After "is", or directly
 * behind the cue, it must look like a secret.
 */
function after(text: string, from: number, digitsCount: boolean): { start: number; end: number } | undefined {
  for (const [pattern, sure] of [
    [COLON, true],
    [IS, false],
    [DIRECT, false],
    [FOR_WHAT, false]
  ] as const) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match?.[1]) continue
    const value = match[1].replace(/[.,;:?)\]"'”»」]+$/, "")
    const start = pattern.lastIndex - match[1].length
    const end = start + value.length
    const alone = /^["'”»]?\s*(?:[.,;!)]|\n|$)/.test(text.slice(end, end + 8))
    const looks = looksSecret(value) || (digitsCount && /^\d(?:[ -]?\d){2,11}$/.test(value))
    if (
      value.length >= 2 &&
      (looks ||
        (sure && !canBeWord(value)) ||
        (pattern !== DIRECT && pattern !== FOR_WHAT && alone && value.length >= 4 && !isState(value)))
    )
      return { start, end }
    if (sure) return undefined
  }
  return undefined
}

/** Claims each code of a list: "Recovery codes: abcd-1234 efgh-5678 ...". */
function listed(canvas: Canvas, text: string, at: number): boolean {
  let found = 0
  while (found < 24) {
    CODE.lastIndex = at
    const code = CODE.exec(text)
    if (!code?.[1] || !/\d/.test(code[1])) break
    canvas.claim(CODE.lastIndex - code[1].length, CODE.lastIndex, "SECRET")
    at = CODE.lastIndex
    found++
  }
  return found > 0
}

function behindLead(text: string, from: number): number {
  LEAD.lastIndex = from
  return LEAD.test(text) ? LEAD.lastIndex : from
}

function looksSecret(value: string): boolean {
  if (value.length < 4 || /^[\d.,:%/-]+$/.test(value)) return false
  if (/\d/.test(value) && /\p{L}/u.test(value)) return true
  return /[^\p{L}\p{N}.,'’/-]/u.test(value.slice(0, -1)) && /\p{L}/u.test(value)
}

/** Says whether a value is really a state: "The password is expired.", "das Passwort ist falsch." */
export function isState(value: string): boolean {
  return (
    canBeWord(value) ||
    /^(?:\p{L}{2,}(?:ed|ing)|denied|wrong|incorrect|invalid|expired|correct|right|fine|ok(?:ay)?|known|lost|forgotten|missing|needed|required|broken|changed|secret|unknown|reset|locked|blocked|weak|strong|empty|safe|compromised|rejected|accepted|falsch|richtig|abgelaufen|ungültig|vergessen|gesperrt|bekannt|nötig|korrekt|geändert|unbekannt|incorrecte?|faux|fausse|expirée?|oubliée?|valide|invalide|bloquée?|incorrect[ao]|errad[ao]|caducad[ao]|expirad[ao]|olvidad[ao]|inválid[ao]|válid[ao]|bloquead[ao]|esquecid[ao]|corret[ao]|correct[ao])$/iu.test(
      value
    )
  )
}

const PASSWORD =
  "pass ?words?|passwd|pass ?phrases?|pass ?codes?|pwd|pw|log ?in data|kennw(?:ort|örter)|passw(?:ort|örter)(?:es|s)?|zugangsdaten|mots? de passe|mdp|contraseñas?|claves?(?: de acceso)?|senhas?|palavra-passe|パスワード|暗証番号|合言葉"
const KEY =
  "(?:api|access|secret|client|private|license|licence|product|encryption|account|auth|bearer|refresh)[ _-]?(?:keys?|tokens?|secrets?)|tokens?|api-?schlüssel|zugangsschlüssel|lizenzschlüssel|clé (?:api|d['’]accès|secrète)|jetons?|clave (?:api|secreta)|chave (?:api|de acesso|secreta)|apiキー|アクセスキー|トークン"
const PIN =
  "pin(?:[ -]?(?:code|number|nummer))?|tan|otp|cv[vc]2?|cvn|(?:pin|geheim)zahl|(?:my|your|mein|ihr|mon|votre|mi|meu|seu) c(?:ode|ódigo)"
const CODES =
  "(?:recovery|back ?up|security|verification|one[ -]?time|log ?in|2fa|two[ -]?factor|sms|authenticator|unlock|access|activation)[ -]?(?:codes?|pass ?codes?|phrases?|pins?|keys?)|(?:wiederherstellungs|sicherheits|bestätigungs|einmal|zugangs|freischalt|aktivierungs|ersatz|backup|sms)-?codes?|prüfziffer|codes? (?:de )?(?:récupération|secours|sécurité|vérification|connexion|recuperación|seguridad|verificación|respaldo|recuperação|segurança|verificação|acesso|acceso)|códigos? (?:de )?(?:recuperación|seguridad|verificación|respaldo|recuperação|segurança|verificação|acesso|acceso)|(?:確認|認証|復旧|リカバリー|バックアップ|セキュリティ|ワンタイム)(?:コード|番号|パスワード|キー)"
const CUE = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:(?<codes>${CODES})|(?<pin>${PIN})|(?:${PASSWORD}|${KEY}))(?![\\p{Script=Latin}\\p{N}])`,
  "giu"
)

const QUOTE = "[\"'`“„«「*]{0,2}"
const VALUE = "([\\x21-\\x7e\\u00a1-\\u024f]{2,256})"
const COLON = new RegExp(`["'\`*]{0,2}(?: ?\\([^()\\n]{0,40}\\))? ?[:=]{1,2}>?\\s{0,3}${QUOTE}${VALUE}`, "y")
const IS = new RegExp(
  `(?: (?:is|was|are|ist|war|lautet|lauten|sind|est|es|son|sont|é|são|era)|は|が)(?: (?:still|now|currently|just|noch|jetzt|maintenant|ahora|agora))?[ :]{0,2}${QUOTE}${VALUE}`,
  "iy"
)
const DIRECT = new RegExp(` ${QUOTE}\\(?${VALUE}`, "y")
const FOR_WHAT = new RegExp(
  ` [^\\n:=.!?\\u0001]{1,40}?(?:[:=]| (?:is|ist|lautet|est|es|é))\\s{0,2}${QUOTE}${VALUE}`,
  "y"
)
const LEAD = /[^\n:=.!?\u0001]{0,30}[:=]?\s{0,3}/y
const CODE =
  /(?:,? (?:and|und|et|y|e|or|oder|ou|o) |[\s,;•*)\d.]{0,6}?)(?<![A-Za-z0-9-])([A-Za-z0-9]{3,12}(?:-[A-Za-z0-9]{3,12}){0,5})(?![A-Za-z0-9-])/y

/** Matches tokens by their form: JWTs, the prefixes of well-known issuers and bearer headers. */
const FORMS = [
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /(?<![\w-])(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[\w-]{16,}/g,
  /(?<![\w-])(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|npm_|hf_|shpat_|dop_v1_|whsec_|ya29\.|SG\.)[\w.-]{10,}/g,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|(?<![\w-])AIza[\w-]{30,}/g,
  /(?<=(?<![A-Za-z])(?:Bearer|Basic) )[\w.~+/=-]{12,}/g
]

const RANDOM = [
  /(?<![A-Za-z0-9+/_=-])(?=[A-Za-z0-9+/_-]{0,200}[a-z])(?=[A-Za-z0-9+/_-]{0,200}[A-Z])(?=[A-Za-z0-9+/_-]{0,200}\d)[A-Za-z0-9+_]{24,}[A-Za-z0-9+/_=-]{0,4000}/g,
  /(?<![A-Za-z0-9-])(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[0-9a-f]{32,128}(?![A-Za-z0-9-])/gi
]
