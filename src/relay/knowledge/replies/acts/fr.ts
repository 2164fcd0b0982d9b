import type { ActWords } from "./words.ts"

export const fr: ActWords = {
  yesNo: "oui, non, si, bien sûr, tout à fait, exactement, effectivement, malheureusement, certainement, absolument, d'accord, en effet",
  asks: "que, qu'est-ce, quoi, quand, où, qui, quel, quelle, quels, quelles, lequel, laquelle, pourquoi, comment, combien, à quel, à quelle, de quel, de quelle, dans quel, d'où, à qui, depuis quand, en combien",
  howMuch: "quand, combien, en combien, quel délai, quels délais, quelle date, à quelle heure, quel prix, quel est le prix, quel est le délai, quel coût, quel âge, quelle durée, délai, prix",
  where: "où, d'où, adresse, contact, contacter, joindre, téléphone, appeler, appelle, e-mail, courriel, site",
  place: "adresse, bureau, agence, magasin, site, en ligne, contact, contacter, contactez, téléphone, appelez, e-mail, courriel, visitez",
  greets: "bonjour, bonsoir, salut, cher, chère, madame, monsieur, bien sûr, d'accord, merci pour, merci de"
}
