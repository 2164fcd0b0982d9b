import type { ActWords } from "./words.ts"

export const es: ActWords = {
  yesNo: "sí, si, no, claro, correcto, exacto, exactamente, efectivamente, lamentablemente, desgraciadamente, por desgracia, por supuesto, desde luego, así es, ciertamente",
  asks: "qué, que, cuándo, cuando, dónde, donde, adónde, quién, quien, quiénes, cuál, cual, cuáles, cuánto, cuánta, cuántos, cuántas, cuanto, cómo, como, por qué, a qué, en qué, de qué, para qué, con qué, desde cuándo, hasta cuándo, a quién, de quién",
  howMuch: "cuándo, cuando, cuánto, cuánta, cuántos, cuántas, cuanto, cuantos, qué plazo, qué fecha, a qué hora, qué precio, qué edad, plazo, precio, fecha",
  where: "dónde, donde, adónde, dirección, contacto, contactar, teléfono, llamar, llamo, correo, página",
  place: "dirección, oficina, tienda, página, sitio, web, en línea, contacto, contacte, contacta, teléfono, llame, llama, correo, visite, visita",
  greets: "hola, buenos días, buenas tardes, buenas noches, estimado, estimada, querido, querida, claro, por supuesto, gracias por"
}
