import type { ActWords } from "./words.ts"

export const pt: ActWords = {
  yesNo: "sim, não, nao, claro, correto, certo, exato, exatamente, com certeza, infelizmente, lamentavelmente, isso mesmo, pois não, certamente",
  asks: "que, o que, quê, quando, onde, aonde, quem, qual, quais, quanto, quanta, quantos, quantas, como, por que, porque, porquê, em que, a que, de que, para que, com que, desde quando, até quando, a quem, de quem, de onde",
  howMuch: "quando, quanto, quanta, quantos, quantas, qual o prazo, que prazo, que data, a que horas, qual o preço, que preço, que idade, prazo, preço, data",
  where: "onde, aonde, endereço, morada, contato, contacto, contactar, telefone, ligar, ligo, e-mail, site",
  place: "endereço, morada, escritório, loja, página, site, online, contato, contacto, contacte, entre em contato, telefone, ligue, e-mail, visite",
  greets: "olá, oi, bom dia, boa tarde, boa noite, prezado, prezada, caro, cara, claro, com certeza, obrigado por, obrigada por, obrigado pelo, obrigada pelo"
}
