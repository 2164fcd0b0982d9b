import { expect, test } from "vitest"
import { packDangerTable, unpackDangerTable } from "../../src/intent/danger/danger-table.ts"
import { dangerSigns } from "../../src/intent/danger/tell-danger.ts"
import { weights } from "../../src/lexicon/weights/danger.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"
import { readDangerTickets, textOf } from "../../training/danger/tickets.ts"

test.for([
  ["en", "smoke-fire", "Kettle\nThere was smoke and then flames came out of the base of the kettle."],
  ["en", "self-harm", "Account\nI don't want to live any more. Close the account, I won't need it."],
  ["de", "shock", "Lampe\nIch habe beim Anfassen der Lampe einen Stromschlag bekommen und lag am Boden."],
  ["fr", "smoke-fire", "Grille-pain\nLe grille-pain a pris feu ce matin, la cuisine est noire de fumée."],
  ["es", "legal", "Reclamación\nMi abogado les va a denunciar, ya hemos presentado la demanda."],
  ["ja", "smoke-fire", "充電器\n充電器から煙が出て、火花が飛びました。"]
])("%s: a clear danger holds the letter (%s)", ([language, kind, text]) => {
  expect(dangerSigns(text ?? "", language ?? null, meaningsOf)).toMatchObject({ level: "sure", kind })
})

test.for([
  ["en", "Lamp\nIs the smoke-grey shade in stock again?"],
  ["en", "Waiting\nThe waiting is killing me, when does it ship?"],
  ["de", "Rauchglas\nIst der Schirm aus Rauchglas wieder lieferbar?"],
  ["fr", "Couleur\nAvez-vous ce canapé en gris fumé ?"],
  ["es", "Precio\nEl precio es un disparate, ¿hay descuento?"],
  ["ja", "色\n煙色のランプはありますか。"]
])("%s: the same words are harmless elsewhere: %s", ([language, text]) => {
  expect(dangerSigns(text ?? "", language ?? null, meaningsOf)?.level).not.toBe("sure")
})

test.for([
  ["en", "Kettle leaks\nMy kettle leaks at the handle."],
  ["en", "I have told you all of this before and will tell it again."],
  ["en", "Lamp\nThe lamp flickers, and the glass is cracked."],
  ["de", "Wasserkocher\nDer Griff ist lose."],
  ["fr", "Bouilloire\nLa bouilloire fuit."],
  ["es", "Lámpara\nLa lámpara parpadea y hace ruido."],
  ["ja", "ケトル\nケトルの取っ手から水が漏れます。"]
])("%s: an ordinary fault in a few words gets its letter: %s", ([language, text]) => {
  expect(dangerSigns(text ?? "", language ?? null, meaningsOf)?.level).not.toBe("sure")
})

test("the words that speak most for the danger are the customer's own sentence", () => {
  const text =
    "Order 4471\nThe box was fine. The plug melted and the socket is black, it smelt of burning. Regards, Ann"
  expect(dangerSigns(text, "en", meaningsOf)?.because).toMatch(/melted/)
})

test("of the set that chose the margins, at least 60 % are found and at most 2 % held wrongly", () => {
  const rows = readDangerTickets("danger-2/dev").map((ticket) => ({
    isDanger: ticket.kind !== null,
    level: dangerSigns(textOf(ticket), ticket.lang, meaningsOf)?.level
  }))
  const share = (isDanger: boolean, ...levels: (string | undefined)[]) => {
    const own = rows.filter((row) => row.isDanger === isDanger)
    return own.filter(({ level }) => levels.includes(level)).length / own.length
  }
  expect(share(true, "sure")).toBeGreaterThanOrEqual(0.6)
  expect(share(false, "sure")).toBeLessThanOrEqual(0.02)
  expect(share(true, "sure", "perhaps")).toBeGreaterThanOrEqual(0.8)
  expect(share(false, "sure", "perhaps")).toBeLessThanOrEqual(0.1)
})

test("the table is the same after packing, but for a step of its scale", () => {
  const table = unpackDangerTable(weights())
  const again = unpackDangerTable(packDangerTable(table))
  expect(again.hashes).toEqual(table.hashes)
  expect(again.rarity).toEqual(table.rarity)
  expect(again.model.biases).toEqual(table.model.biases)
  expect(again.model.weights[0]).toBeCloseTo(table.model.weights[0] ?? NaN, 5)
  expect(() => unpackDangerTable(weights().subarray(0, 1000))).toThrow(RangeError)
})

test("who says the same again and again is no nearer to a danger", () => {
  const asked = "The parcel is shown as delivered, but nothing is here. What happens next?\n"
  const again = "I have told you all of this before and will tell it again. "
  expect(dangerSigns(asked + again.repeat(60), "en", meaningsOf)).toBeUndefined()
  expect(dangerSigns("The cable started to smoke and burned my hand. ".repeat(60), "en", meaningsOf)?.level).toBe(
    "sure"
  )
})
