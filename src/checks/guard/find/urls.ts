import { LinkifyIt } from "linkify-it"

/** A link as a browser reads it: in lower case, without "www." and without the default port of its scheme. */
export interface Link {
  scheme: string
  /**
   * User information stands before the host ("own.example@evil.example"), or programs disagree on where the host
   * begins.
   */
  user: boolean
  host: string
  /** The host with the letters of the text. `host` has other scripts as "xn--". */
  written: string
  port: string
  path: string
  query: string
}

export interface PlacedLink {
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  link: Link
}

/**
 * Returns in order every link that a mail program or a person would find in a text, each as a link of its own. A link
 * behind another one with only a comma, a bracket or markup between them counts separately, and so does one within
 * another's path or query.
 */
export function linksIn(text: string): PlacedLink[] {
  const begun = starts(text)
  return begun.map(({ at, scheme, head }, n): PlacedLink => {
    const next = begun[n + 1]?.at ?? text.length
    const from = at + head
    const rest = REST.exec(text.slice(from, Math.min(next, from + LONGEST)))?.[0] ?? ""
    const taken = taking(rest, from + rest.length === next && n + 1 < begun.length)
    return {
      start: at,
      end: from + taken.length,
      link: scheme === "script" ? script(text.slice(at, from + taken.length)) : parsed(scheme, taken, rest)
    }
  })
}

interface Start {
  at: number
  /** "https:", "" for a link without a scheme, or "script" for a program or a file. */
  scheme: string
  /** The number of units before the host. */
  head: number
}

function starts(text: string): Start[] {
  const withScheme = [...text.matchAll(SCHEME)].map(
    ({ 0: head, index: at, groups = {} }): Start =>
      groups["program"] === undefined
        ? { at, scheme: schemeOf(head), head: head.length }
        : { at, scheme: "script", head: 0 }
  )
  const places: Start[] = []
  let n = 0
  /** The latest place where the current link may end. */
  let open = 0
  const take = (to: number) => {
    for (; (withScheme[n]?.at ?? Infinity) < to; n++) {
      const one = withScheme[n]
      if (!one) return
      places.push(one)
      open =
        one.at + one.head + (REST.exec(text.slice(one.at + one.head, one.at + one.head + LONGEST))?.[0].length ?? 0)
    }
  }
  for (const { index: at, groups = {} } of text.matchAll(BARE)) {
    take(at + 1)
    const { bare = "", after = "" } = groups
    const isInside = at < open && !JOINER.test(text.charAt(at - 1))
    if (!isInside && isHost(bare, after)) places.push({ at, scheme: "", head: 0 })
  }
  take(Infinity)
  return places
}

const schemeOf = (head: string) =>
  `${/^[a-z0-9+.-]*/i.exec(head)?.[0] ?? ""}:`.toLowerCase().replace(/^hxxp/, "http").replace(/^:$/, "https:")

/**
 * Returns the part of `rest` that belongs to the link.
 * @param isCut whether another link follows at once
 */
function taking(rest: string, isCut: boolean): string {
  const length = Math.max(0, LINKIFY.testSchemaAt(`http://${rest}`, "http:", 5) - 2)
  const host = /^[^/?#\\]*/.exec(rest)?.[0].length ?? 0
  // Where linkify-it ends within a possible host, the URL class decides what the host is.
  const isUnsure =
    length === 0 || (length <= host && /^(?:[%:_~-]|\.[^\s]|\[\.\]|\(\.\)|[^\s/?#\\]{0,200}@)/.test(rest.slice(length)))
  const taken = trimmed(isUnsure ? rest : rest.slice(0, length))
  return isCut ? taken.replace(/(?:%[0-9a-f]{2}|[-,;|:=?&[({'"*_`!^\\]){1,20}$/i, "") : taken
}

function parsed(scheme: string, taken: string, rest: string): Link {
  const written = taken.replace(/\[\.\]|\(\.\)/g, ".")
  const authority = /^[^/?#\\]*/.exec(written)?.[0] ?? ""
  const url = URL.parse(`${scheme || "https:"}//${written}`)
  const before = /^[^/?#]*/.exec(rest)?.[0] ?? ""
  const user = /@|%40|\\/.test(before)
  const name = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d{1,5}$/, "")
  const plain = (host: string) =>
    host
      .toLowerCase()
      .replace(/\.$/, "")
      .replace(/^www\./, "")
  if (!url)
    return {
      scheme,
      user,
      host: plain(name),
      written: plain(name),
      port: "",
      path: written.slice(authority.length).toLowerCase(),
      query: ""
    }
  return {
    scheme: url.protocol,
    user,
    host: plain(url.hostname),
    written: plain(name),
    port: url.port && !(url.port === "80" || url.port === "443") ? `:${url.port}` : "",
    path: url.pathname.toLowerCase(),
    query: `${url.search}${url.hash}`.toLowerCase().replace(/\/+$/, "")
  }
}

const script = (raw: string): Link => ({
  scheme: raw.slice(0, raw.indexOf(":")).toLowerCase(),
  user: false,
  host: "",
  written: "",
  port: "",
  path: raw,
  query: ""
})

/**
 * Says whether a bare word with dots is a host, by its ending. A file name is none, and neither is a word after a
 * missing space.
 */
function isHost(bare: string, after: string): boolean {
  const labels = bare.replace(/\[\.\]|\(\.\)/g, ".").split(".")
  const last = (labels.at(-1) ?? "").toLowerCase()
  if (labels.every((label) => /^\d+$/.test(label)))
    return (
      labels.length === 4 &&
      labels.every((label) => label.length < 4 && Number(label) < 256) &&
      !/^(?:\d\.){3}\d$/.test(bare)
    )
  if (/^www$/i.test(labels[0] ?? "") || /^xn--/.test(last)) return labels.length > 2
  if (!TLDS.has(last)) return false
  if (labels.length === 2 && after === "" && FILES.has(last)) return false
  // In "finished.In the", "St.John" and "e.g." two short parts, or a capital after a small letter, make no host without
  // further evidence.
  if (labels.length === 2 && after === "" && /^\p{Lu}\p{Ll}/u.test(labels[1] ?? "")) return false
  return labels.some((label, at) => at < labels.length - 1 && label.length > 1)
}

/** Removes the full stops, quotes and closing brackets of the sentence around it. */
function trimmed(raw: string): string {
  let end = raw.length
  for (; end > 0; end--) {
    const last = raw.charAt(end - 1)
    if (last === ")" && opened(raw.slice(0, end))) break
    if (!/[.,;:!?'"’”»)\]}>*_。、」』）`|]/.test(last)) break
  }
  return raw.slice(0, end)
}

const opened = (raw: string) => raw.length < 2000 && raw.includes("(") && raw.split("(").length >= raw.split(")").length

/** Decides where a link ends: at a bracket that wasn't opened, or at the full stop of a sentence. */
const LINKIFY = new LinkifyIt({ urlAuth: true, maxLength: 2048 })

const LONGEST = 2000
/** Matches up to what no link contains: a space, a quote, an angle bracket, or a closing tag ("[/url]"). */
const REST = /^(?:(?!\[\/[a-z]{1,10}\])[^\s<>"「」『』（）、。]){1,2000}/i
/** Matches what stands between two links that are written as one. */
const JOINER = /[,;|()[\]{}'*`!^]/
const HOST_BEGINS = "(?=[\\p{L}\\p{N}_-]{1,63}\\.[\\p{L}\\p{N}])"
/**
 * Matches schemes of the web anywhere, also within a word or another link. Others match where a word begins. None
 * matches behind two slashes.
 */
const SCHEME = new RegExp(
  `(?:h(?:tt|xx)ps?|ftps?|wss?):(?:[/\\\\]{1,4}(?=[^\\s/\\\\])|${HOST_BEGINS})|hxxps?[/\\\\]{2}(?=[a-z0-9])` +
    "|(?<program>(?<![\\p{L}\\p{N}])(?:javascript|data|vbscript|blob|file):(?=[a-z/(][^\\s]{3}))" +
    "|(?<![\\p{L}\\p{N}+.-])[a-z][a-z0-9+.-]{1,20}:\\/{2,3}(?=[^\\s/])" +
    `|(?:(?<![:/\\\\\\p{L}\\p{N}])\\/\\/|(?<=[(="'][ ]{0,2})[/\\\\]{2,4})${HOST_BEGINS}`,
  "giu"
)
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{N}_]"
const DOT = "(?:\\.|\\[\\.\\]|\\(\\.\\))"
const AFTER = "(?::\\d{1,5}(?!\\d))?(?:[/?#][^\\s<>\"'「」『』（）、。]{0,2000})?"
const BARE = new RegExp(
  "(?<![\\p{Script=Latin}\\p{N}_@./-]|[\\p{L}\\p{N}]@)" +
    `(?<bare>${LETTER}(?:${LETTER}|-){0,62}(?:${DOT}${LETTER}(?:${LETTER}|-){0,62}){1,8})(?![\\p{Script=Latin}\\p{N}@-]|` +
    `\\.[\\p{Script=Latin}\\p{N}])(?=(?<after>${AFTER}))`,
  "giu"
)

/**
 * The endings that make a bare word with dots a host: those of countries, and the generic ones in use. Endings of files
 * are left out.
 */
export const TLDS: ReadonlySet<string> = new Set(
  (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr " +
    "ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc me mg mh mk ml mm mn mo mp mq " +
    "mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw qa re ro ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt " +
    "tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw " +
    "com net org edu gov mil int info biz name pro mobi asia cat coop jobs tel travel museum aero post arpa example test invalid localhost local internal onion " +
    "academy accountant actor agency app apartments art associates auction audio auto autos baby band bank bar bargains beauty beer best bet bid bike bingo bio black blog blue boats bond boutique broker build builders business " +
    "buzz cab cafe cam camera camp capital car cards care career careers cars casa cash casino catering center centre charity chat cheap church city claims cleaning click clinic clothing cloud club coach codes coffee college " +
    "community company computer condos construction consulting contact contractors cooking cool country coupons courses credit creditcard credits cruises dance date dating day deal deals delivery democrat dental dentist design " +
    "dev diamonds diet digital direct directory discount dog domains download earth education email energy engineer engineering enterprises equipment estate events exchange expert exposed express fail faith family fan fans farm " +
    "fashion feedback finance financial fish fit fitness flights florist flowers fly foo forsale forum foundation fun fund furniture futbol fyi gallery game games garden gifts gives giving glass global gmbh gold golf graphics gratis " +
    "green gripe group guide guru hair haus health healthcare help hiphop hockey holdings holiday homes horse hospital host hosting hotel house how icu immo inc industries ink institute insurance insure international investments " +
    "irish jetzt jewelry juegos kaufen kim kitchen kiwi land law lawyer lease legal lgbt life lighting limited limo link live llc loan loans lol london lotto love ltd ltda luxe luxury maison management market marketing markets mba " +
    "media memorial men menu miami mobile moda moe mom money monster mortgage motorcycles movie navy network new news ngo ninja now observer okinawa one ong online osaka page paris parking partners parts party pay pet phd photo " +
    "photography photos physio pics pictures pink pizza place play plumbing plus poker porn press productions promo properties property pub qpon quest racing radio realestate recipes red rehab reise reisen rent rentals repair " +
    "report republican rest restaurant review reviews rich rip rocks rodeo run safe sale salon sarl sbs school schule science secure security select services sex sexy shiksha shoes shop shopping show singles site ski skin soccer " +
    "social software solar solutions space sport spot spreadbetting storage store stream studio study style sucks supplies supply support surf surgery swiss systems talk tattoo tax taxi team tech technology tennis theater theatre " +
    "tickets tienda tips tires today tokyo tools top tours town toys trade trading training tube university uno vacations ventures vet viajes video villas vin vip vision vodka vote voting voyage wales watch webcam website wedding " +
    "whoswho wiki win wine work works world wtf xyz yachts yoga zone berlin hamburg koeln cologne bayern wien nyc boston madrid barcelona amsterdam brussels rio quebec scot eus gal bzh"
  ).split(" ")
)

/** Endings of files that are also top-level domains. A bare word with one of them is a file. */
export const FILES: ReadonlySet<string> = new Set("md sh py rs pl ps cc so vi zip mov".split(" "))

/** Hosts where anybody may publish a page. When the ticket contains one page there, another one is still unknown. */
export const SHARED =
  /(?:^|\.)(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|cutt\.ly|rebrand\.ly|t\.me|wa\.me|discord\.gg|google\.[a-z.]{2,6}|goo\.gle|forms\.gle|gmail\.com|youtube\.com|youtu\.be|github\.(?:com|io)|gitlab\.com|pastebin\.com|dropbox\.com|notion\.(?:so|site)|linkedin\.com|facebook\.com|fb\.me|instagram\.com|x\.com|twitter\.com|tiktok\.com|linktr\.ee|typeform\.com|jotform\.com|sharepoint\.com|onedrive\.live\.com|1drv\.ms|wetransfer\.com|we\.tl|imgur\.com|medium\.com|wordpress\.com|blogspot\.com|wixsite\.com|web\.app|netlify\.app|vercel\.app|pages\.dev|workers\.dev|herokuapp\.com|amazonaws\.com|azurewebsites\.net|calendly\.com|paypal\.me|paypal\.com|docusign\.net)$/
