/** Names that are the same in all languages, as sources of regular expressions. */

/** Programs by which somebody else works on a computer. */
export const REMOTE_TOOLS = [
  "any ?desk", "team ?viewer(?: ?(?:quick ?support|host|qs))?", "quick ?support", "rust ?desk", "ultra ?viewer",
  "aero ?admin", "supremo(?: control)?", "splash ?top(?: sos)?", "screen ?connect", "connect ?wise(?: control)?",
  "log ?me ?in(?: rescue)?", "go ?to ?(?:assist|my ?pc|resolve)", "zoho assist",
  "(?:chrome|google|microsoft|windows) remote ?desktop", "(?:microsoft |windows )?quick assist", "remotehilfe",
  "remoteunterstützung", "schnellhilfe", "assistance rapide", "asistencia rápida", "assistência rápida",
  "(?:tight|real|ultra)? ?vnc(?: (?:viewer|connect|server))?", "iperius(?: remote)?", "dw ?service", "hop ?to ?desk",
  "isl light", "ammyy(?: admin)?", "remote ?utilities", "beyond ?trust", "bomgar", "ninja ?(?:rmm|one)", "parsec",
  "get ?screen", "fix ?me\\.?it", "show ?my ?pc", "join\\.?me", "air ?droid(?: remote support)?", "no ?machine",
  "teles?desk", "net ?support", "dame ?ware", "pc ?visit", "fast ?viewer", "netviewer", "alpemix", "bar ?desk",
  "hoptodesk"
]
/** Spaces and ends of words don't tell in Japanese text. */
export const REMOTE_TOOLS_DENSE = [
  "クイック ?アシスト", "クイック ?サポート", "チーム ?ビューア(?:ー)?", "エニーデスク", "リモート ?デスクトップ"
]

/** Services that pay money out to whoever says a number, and coins. */
export const MONEY_SERVICES = [
  "western ?union", "money ?gram", "ria(?: money(?: transfer)?)?(?= )", "world ?remit", "remitly", "xoom", "hawala",
  "cash ?app", "zelle", "venmo", "skrill", "neteller", "perfect ?money", "payeer", "web ?money", "bit ?coins?", "btc",
  "ether(?:eum)?", "usdt", "tether", "monero", "lite ?coins?", "doge ?coins?", "xrp", "solana", "stable ?coins?",
  "binance(?: pay)?", "trust ?wallet", "coinbase"
]
export const MONEY_SERVICES_DENSE = [
  "ウエスタンユニオン", "ウェスタンユニオン", "マネーグラム", "ビットコイン", "イーサリアム"
]

/** Whose cards are money anywhere. */
export const CARD_BRANDS = [
  "amazon", "apple", "i ?tunes", "app store", "google ?play", "google", "steam", "xbox", "play ?station", "psn",
  "nintendo", "roblox", "razer(?: gold)?", "netflix", "spotify", "e ?bay", "walmart", "target", "nike", "sephora",
  "best ?buy", "home depot", "vanilla", "visa", "mastercard", "amex", "american express", "pay ?safe ?(?:card)?",
  "neosurf", "transcash", "toneo(?: first)?", "pcs", "flexepin", "cashlib", "ukash", "green ?dot(?: moneypak)?",
  "money ?pak", "bitsa", "zalando", "media ?markt", "saturn", "rewe", "lidl", "fnac", "carrefour", "el corte inglés",
  "zara", "decathlon", "ikea"
]
/** Those that are such a card by their name alone. */
export const CARDS_BY_NAME = [
  "pay ?safe ?cards?", "neosurf", "transcash", "toneo(?: first)?", "flexepin", "cashlib", "money ?pak", "ukash"
]
/** Whose card is one of these even where it is just called a card. */
export const GAME_BRANDS = [
  "steam", "i ?tunes", "google ?play", "xbox", "play ?station", "psn", "nintendo", "roblox", "razer"
]
