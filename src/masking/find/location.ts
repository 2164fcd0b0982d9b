import type { Canvas } from "../basis/canvas.ts"

/** Finds positions that are exact to a few metres: coordinates in decimals or degrees, plus codes, what3words. */
export function findLocations(canvas: Canvas): void {
  for (const pattern of FORMS) {
    for (const match of canvas.rest.matchAll(pattern)) claimLast(canvas, match)
  }
  for (const match of canvas.rest.matchAll(DECIMALS)) {
    const [latitude, longitude] = [match[1], match[2]].map((value) => Math.abs(Number(value?.replace(",", "."))))
    // Two exchange rates in a row are smaller numbers. Coordinates that are both as small lie in the sea off Guinea.
    if (
      latitude !== undefined &&
      longitude !== undefined &&
      latitude <= 90 &&
      longitude <= 180 &&
      Math.max(latitude, longitude) >= 5
    )
      claimLast(canvas, match)
  }
}

/** Claims the named group of a match, or all of it when there is none. */
function claimLast(canvas: Canvas, match: RegExpExecArray) {
  const value = match.groups?.["value"] ?? match[0]
  const end = match.index + match[0].length
  canvas.claim(end - value.length, end, "ADDRESS")
}

const APART = "(?: ?[,;/|] ?| {1,2}| (?:and|und|et|y|e) )"
const COMPASS =
  "(?:[NSEWOL]|Nord|Süd|Ost|West|nord|sud|est|ouest|north|south|east|west|norte|sur|este|oeste|sul|leste)(?!\\p{L})"
const DEGREE = "[°º˚]"
const DECIMAL = "[+-]?\\d{1,3}[.,]\\d{2,15}"
/** Matches 40° 26' 46.3" N, N 40°26.77' and 48.8584° N. */
const MINUTES = `(?:\\d{1,2}(?:[.,]\\d{1,6})? ?['′’´\`] ?(?:\\d{1,2}(?:[.,]\\d{1,6})? ?(?:["″”“]|['′’´]{2}) ?)?)`
const HALF = `(?:(?:[NSEWOL] ?)[+-]?\\d{1,3}(?:[.,]\\d{1,15})? ?${DEGREE} ?${MINUTES}?|[+-]?\\d{1,3} ?${DEGREE} ?${MINUTES}(?:${COMPASS})?|[+-]?\\d{1,3}(?:[.,]\\d{1,15})? ?${DEGREE} ?${COMPASS})`
const LATITUDE = "(?:lat(?:itude?)?|breite(?:ngrad)?)"
const LONGITUDE = "(?:lon(?:g(?:itude?)?)?|lng|länge(?:ngrad)?)"
const NAMED = `[.:= ]{1,3}[+-]?\\d{1,3}(?:[.,]\\d{1,15})?(?: ?${DEGREE})?(?: ?${COMPASS})?`
const CODE = "[23456789CFGHJMPQRVWX]"
const WORDS = "[\\p{L}\\p{M}-]{2,30}"

const FORMS: readonly RegExp[] = [
  new RegExp(`(?<![\\d.,°])${HALF}${APART}?${HALF}(?![\\d.,]*\\d)`, "gu"),
  new RegExp(`(?<![\\p{L}\\d])${LATITUDE}${NAMED}(?:${APART}|,? ?)${LONGITUDE}${NAMED}(?!\\d)`, "giu"),
  new RegExp(
    `(?<![\\d.,-])[+-]?\\d{1,2}[.,]\\d{2,15} ?[NS]${APART}[+-]?\\d{1,3}[.,]\\d{2,15} ?[EWO](?![\\p{L}\\d])`,
    "gu"
  ),
  new RegExp(`(?<![\\p{L}\\d])[NS] ?\\d{1,2}[.,]\\d{2,15}${APART}[EWO] ?\\d{1,3}[.,]\\d{2,15}(?!\\d)`, "gu"),
  new RegExp(
    `(?:(?<!\\p{L})(?:gps|geo|coord(?:inates?|s)?|coordonnées|coordenadas|koordinaten)(?!\\p{L})|座標)[^\\d\\n+-]{0,24}(?<value>${DECIMAL}${APART}${DECIMAL})(?!\\d)`,
    "giu"
  ),
  // These are plus codes. Full codes are known by their form, short ones by a digit among their letters.
  new RegExp(`(?<![A-Za-z\\d+])[2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]${CODE}{6}\\+${CODE}{2,7}(?![A-Za-z\\d+])`, "g"),
  new RegExp(
    `(?<![A-Za-z\\d+])(?=[A-Z+]{0,8}\\d)(?=[\\d+]{0,8}[A-Z])${CODE}{4}(?:${CODE}{2})?\\+${CODE}{2,3}(?![A-Za-z\\d+])`,
    "g"
  ),
  /(?<!\p{L})(?:plus|open location)[ -]?codes?(?!\p{L})[^\d\n+]{0,12}?(?<value>[2-9cfghjmpqrvwx]{4,8}\+[2-9cfghjmpqrvwx]{2,7})(?![\p{L}\d+])/giu,
  // A what3words address has slashes before it or stands behind the service's name.
  new RegExp(`(?<![\\p{L}\\d/:])///${WORDS}\\.${WORDS}\\.${WORDS}(?![\\p{L}\\d])`, "gu"),
  new RegExp(
    `(?<!\\p{L})(?:what ?3 ?words|w3w)(?!\\p{L})(?:\\.com/|\\.co/|[^.\\n]{0,40}?[ :"'(]/{0,3})(?<value>${WORDS}\\.${WORDS}\\.${WORDS})(?![\\p{L}\\d.])`,
    "giu"
  )
]
const DECIMALS = new RegExp(
  `(?<![\\d.,/+-])([+-]?\\d{1,2}[.,]\\d{4,15})${APART}([+-]?\\d{1,3}[.,]\\d{4,15})(?![.,]?\\d)`,
  "gu"
)
