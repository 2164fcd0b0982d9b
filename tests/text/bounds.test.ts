import { describe, expect, test } from "vitest"
import { boundsIn } from "../../src/text/bounds.ts"

const HOUR = "duration hour"
const read = (text: string, language = "en") =>
  boundsIn(text, language).map(({ least, most, side }) => [least, most, ...(side ? [side] : [])])

describe("the figures to which a statement limits itself", () => {
  test.each([
    ["If you arrive 90 to 179 minutes late, you get a quarter of the fare.", [[1.5, 179 / 60]]],
    ["With 180 minutes or more it is half.", [[3, Infinity]]],
    ["Under 90 minutes nothing is paid.", [[0, 1.5]]],
    ["Between 48 hours and 2 hours before departure you get a voucher.", [[2, 48, "before"]]],
    ["Cancel at least 24 hours before departure.", [[24, Infinity, "before"]]],
    ["It can be changed up to 24 hours before departure.", [[24, Infinity, "before"]]],
    ["Send it back within 14 days of delivery.", [[0, 336, "after"]]],
    ["Orders of more than €150 are insured.", [[150, Infinity]]],
    ["Small dogs up to 9 kg travel free.", [[0, 9000]]],
    ["Cancel 48 hours or more before the class.", [[48, Infinity, "before"]]],
    ["From 24 hours before the class we charge half.", [[0, 24, "before"]]],
    ["More than two hours but less than four hours late: a quarter.", [[2, 4]]],
    ["120 minutes late or more: the whole fare.", [[2, Infinity]]],
    ["It takes 3 days and costs €5.", []],
    ["€5,000, €10,000 and €20,000 a day.", []]
  ])("%s", (text, bounds) => expect(read(text)).toEqual(bounds))

  test.each([
    ["de", "Ab 60 € ist eine Zahlung in Raten möglich.", [[60, Infinity]]],
    ["de", "Bitte melden Sie den Umzug mindestens 6 Wochen vorher.", [[1008, Infinity, "before"]]],
    ["fr", "Pour une panne de plus de 21 jours, vous pouvez résilier.", [[504, Infinity]]],
    ["fr", "Il s'annule jusqu'à 3 jours avant le départ.", [[72, Infinity, "before"]]],
    ["es", "Entre 10 y 20 euros no se cobra nada.", [[10, 20]]],
    ["pt", "Até 5 kg é gratuito.", [[0, 5000]]],
    ["ja", "出発日の7日前までなら手数料は350円です。", [[168, Infinity, "before"]]],
    ["de", "Ab 24 Stunden vor Beginn zahlen Sie die Hälfte.", [[0, 24, "before"]]],
    ["pt", "Em atrasos de mais de uma hora e até três horas.", [[1, 3]]],
    ["pt", "Com 48 horas ou mais de antecedência não tem custos.", [[48, Infinity, "before"]]],
    ["ja", "2時間以上遅れたときは全額をお返しします。", [[2, Infinity]]],
    ["ja", "30分以上60分未満の遅れの場合は20%です。", [[0.5, 1]]],
    ["ja", "出発の6時間前以降の取消は50%です。", [[0, 6, "before"]]]
  ])("%s: %s", (language, text, bounds) => expect(read(text, language)).toEqual(bounds))

  test("compares only figures of one kind and unit", () => {
    expect(boundsIn("More than 2 hours or more than €2.", "en").map(({ unit }) => unit)).toEqual([HOUR, "money EUR"])
  })
})
