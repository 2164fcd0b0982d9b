import type { ActWords } from "./words.ts"

export const de: ActWords = {
  yesNo: "ja, nein, jawohl, doch, klar, genau, richtig, stimmt, leider, nicht, natürlich, selbstverständlich, gerne, gern, sicher, auf jeden fall, auf keinen fall",
  asks: "was, wann, wo, wohin, woher, wer, wem, wen, wessen, welche, welcher, welches, welchen, welchem, warum, wieso, weshalb, wie, womit, wofür, worin, wieviel",
  verbs: "kann, kannst, können, könnte, könnten, könnt, ist, sind, war, waren, bin, habe, haben, hat, habt, hatte, hätte, hätten, darf, dürfen, dürfte, muss, müssen, müsste, soll, sollen, sollte, sollten, will, wollen, möchte, möchten, mag, wird, werde, werden, würde, würden, wurde, wurden, gibt, geht, gilt, gelten, kommt, kommen, bekomme, bekommen, kostet, funktioniert, liefern, liefert, brauche, brauchen, lässt, passt, bieten, haben sie",
  howMuch: "wann, wie lange, wie viel, wieviel, wie viele, wie oft, wie bald, wie alt, wie weit, wie hoch, was kostet, was kosten, welches datum, welche frist, frist, bis wann, ab wann",
  where: "wo, wohin, adresse, anschrift, kontakt, telefon, telefonnummer, anrufen, erreiche, erreichen, e-mail, webseite",
  place: "adresse, anschrift, filiale, büro, webseite, website, internetseite, kontakt, telefon, telefonisch, online, e-mail, besuchen, anrufen, rufen",
  greets: "hallo, hi, guten tag, guten morgen, guten abend, liebe, lieber, sehr geehrte, sehr geehrter, gerne, gern, klar, danke für, vielen dank"
}
