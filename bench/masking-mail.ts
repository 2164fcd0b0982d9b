/**
 * Returns ordinary mail of this many characters, the same each time: mails with names, addresses, orders and amounts,
 * no two of them alike.
 */
export function mailOf(characters: number): string {
  const parts: string[] = []
  let so = 0
  for (let n = 0; so < characters; n++) {
    const letter = letterOf(n)
    parts.push(letter)
    so += letter.length
  }
  return parts.join("").slice(0, characters)
}

function letterOf(n: number): string {
  const given = from(GIVEN, n)
  const family = from(FAMILIES, Math.floor(n / GIVEN.length) + n)
  return [
    `${from(GREETINGS, n)},`,
    `${from(OPENINGS, n)} order LL-${48_000 + n} for €${(n * 7) % 400}.90 came on ${1 + (n % 28)} November, and ${from(PROBLEMS, n * 3)}.`,
    `${from(WISHES, n * 5)} ${n % 3 === 0 ? `You can reach me on +44 117 496 0${100 + (n % 900)}` : `My address is ${given.toLowerCase()}.${family.toLowerCase()}${n}@post.example`}.`,
    n % 4 === 0
      ? `I live at ${1 + (n % 180)} ${from(STREETS, n)}, ${from(TOWNS, n)}; please send the new one there.`
      : `My neighbour ${from(GIVEN, n + 3)} can take the parcel if nobody opens.`,
    `${from(CLOSINGS, n)},\n${given} ${family}\n\n`
  ].join("\n")
}

const from = (words: readonly string[], at: number) => words[at % words.length] ?? ""

const GIVEN = ["Martha", "Owen", "Adaeze", "Jürgen", "Lucinda", "Corin", "Mei", "Hugo", "Nadia", "Tomás", "Priya"]
const FAMILIES = ["Quigley", "Batterby", "Umeh", "Krüger", "Frayne", "Ashby", "Lindgren", "Pires", "Kowalczyk"]
const GREETINGS = ["Hello", "Dear support team", "Good morning", "Hi there"]
const OPENINGS = [
  "I am writing because my",
  "Unfortunately the lamp from",
  "Two weeks ago my",
  "As I told your colleague on the phone, the parcel with"
]
const PROBLEMS = [
  "the glass was broken when I opened the box",
  "one of the two shades is missing",
  "the colour isn't the one that I had chosen",
  "the invoice shows a different amount",
  "it has not worked since the first evening"
]
const WISHES = [
  "Could you please send a new one?",
  "I would like to have my money back.",
  "What do I have to do to return it?",
  "Please tell me how long this takes, as I will be away from Friday on."
]
const STREETS = ["Pottery Row", "Mill Lane", "Station Road", "Kingsway"]
const TOWNS = ["Leeds LS9 7QX", "Bristol BS1 4ST", "York YO1 7HH"]
const CLOSINGS = ["Kind regards", "Thank you and best wishes", "Thanks", "Yours sincerely"]
