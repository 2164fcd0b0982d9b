import { expect, test } from "vitest"
import { changedFacts } from "../../../src/checks/rewrite/changed-facts.ts"

const figures = (before: string, after: string, language: string) =>
  changedFacts(before, after, language).filter(({ kind }) => kind === "figure")

test.each([
  ["en", "It arrives on Monday, 3 May 2027.", "It arrives on 3 May 2027."],
  ["en", "Step 1: open the app. Step 2: press Start.", "Open the app, then press Start."],
  ["en", "You saved $1.5 million.", "You saved $1,500,000."],
  ["de", "Es wiegt 1,5 kg.", "Es wiegt anderthalb Kilo."],
  ["de", "Es kommt am 3. Mai.", "Es kommt am dritten Mai."],
  ["fr", "Nous sommes ouverts jusqu'à 18 h.", "Nous sommes ouverts jusqu'à six heures du soir."],
  ["fr", "Il arrive le 1er mai.", "Il arrive le premier mai."],
  ["fr", "À 12 h.", "À midi."],
  ["es", "Pesa 1,5 kg.", "Pesa un kilo y medio."],
  ["es", "Llega el 1 de mayo.", "Llega el primero de mayo."],
  ["pt", "Abrimos até as 18h.", "Abrimos até as seis da tarde."],
  ["pt", "Às 12h.", "Ao meio-dia."],
  ["es", "Llega antes de las 18.", "Llega antes de las seis de la tarde."],
  ["pt", "Ligue até as 17h30.", "Ligue até as cinco e meia da tarde."],
  ["de", "Montags bis freitags von 9 bis 16 Uhr.", "Mo bis Fr, 9-16 Uhr."],
  ["en", "We're open Monday to Friday.", "Open Mon–Fri."],
  ["ja", "90分かかります。", "1時間半かかります。"],
  ["ja", "料金は1,000円です。", "料金は千円です。"],
  ["ja", "料金は35,000円です。", "料金は三万五千円です。"],
  ["ja", "料金は10,000円です。", "料金は1万円です。"],
  ["ja", "料金は15,000円です。", "料金は1万5千円です。"],
  ["ja", "料金は￥15000です。", "料金は１万５千円です。"],
  ["ja", "5月13日に届きます。", "五月十三日に届きます。"],
  ["ja", "10秒待ってください。", "十秒お待ちください。"]
])("%s: %s says the same figures as %s", (language, before, after) => {
  expect(figures(before, after, language)).toEqual([])
  // A weekday that only the rewrite has, and a step's number, aren't in the text.
  if (!/Monday|Step/.test(before)) expect(figures(after, before, language)).toEqual([])
})

test.each([
  ["en", "It arrives on Monday, 3 May 2027.", "It arrives on Tuesday, 3 May 2027."],
  ["en", "It arrives on Monday. We ship on 3 May 2027.", "It arrives. We ship on 3 May 2027."],
  ["en", "It arrives on 3 May 2027.", "It arrives on Friday, 3 May 2027."],
  ["en", "You saved $1.5 million.", "You saved $1.5."],
  ["de", "Es wiegt 2 kg.", "Es wiegt anderthalb Kilo."],
  ["de", "Es kommt am 3. Mai.", "Es kommt am vierten Mai."],
  ["fr", "Nous sommes ouverts jusqu'à 18 h.", "Nous sommes ouverts jusqu'à sept heures du soir."],
  ["es", "Llega el 2 de mayo.", "Llega el primero de mayo."],
  ["pt", "Abrimos até as 18h.", "Abrimos até as sete da tarde."],
  ["ja", "90分かかります。", "2時間半かかります。"],
  ["ja", "料金は1,000円です。", "料金は二千円です。"],
  ["ja", "料金は10,000円です。", "料金は1,000円です。"],
  ["ja", "料金は15,000円です。", "料金は1万6千円です。"],
  ["ja", "5月13日に届きます。", "五月十四日に届きます。"]
])("%s: %s says other figures than %s", (language, before, after) =>
  expect(figures(before, after, language)).not.toEqual([])
)
