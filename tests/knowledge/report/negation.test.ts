import { expect, test } from "vitest"
import { isNegated } from "../../../src/knowledge/report/statements/statement.ts"

test.each([
  ["en", "Sale items cannot be returned.", true],
  ["en", "If you cannot find it, write to us.", false],
  ["de", "Falls das nicht geht, schreiben Sie uns.", false],
  ["de", "Reduzierte Ware wird nicht zurückgenommen.", true],
  ["es", "El pedido se envía hoy, pero no los domingos.", true],
  ["es", "Si no lo encuentra, escríbanos.", false],
  ["fr", "Le colis se livre à domicile, et ne se retire pas en magasin.", true],
  ["fr", "Si vous ne le trouvez pas, écrivez-nous.", false],
  ["pt", "Se não o encontrar, escreva-nos.", false],
  ["pt", "Quando não couber, escreva-nos.", false],
  ["ja", "セール品は返品できません。", true]
])("%s: %s", (language, text, negated) => expect(isNegated(text, language)).toBe(negated))
