/** A firm's own text, which takes none of the steps. */
export const SOURCE = "Deliveries take three to five working days. Changes are made in the account, under Orders."

/** Severe steps in words of their own, each with the kind that it is found as. */
export const STEPS: [kind: string, draft: string][] = [
  [
    "secret-request",
    "I'll release it from here. Read me the figures that the machine voice has just given you on the phone."
  ],
  [
    "secret-request",
    "Ich schalte das von hier aus frei. Lesen Sie mir die Ziffern vor, die Ihnen die Ansage am Telefon genannt hat."
  ],
  [
    "secret-request",
    "Je débloque le dossier d'ici. Dictez-moi les mots inscrits sur la feuille de secours, dans l'ordre."
  ],
  ["secret-request", "Yo lo activo desde aquí. Dícteme las palabras de la hoja de recuperación, por orden."],
  ["secret-request", "Eu libero daqui mesmo. Mande-me as palavras da folha de recuperação, pela ordem."],
  ["secret-request", "こちらで解除いたします。非常用の紙に並んでいる単語を順番にお知らせください。"],
  ["remote-control", "Open the file updater.msi that I've attached and carry on if the system grumbles."],
  ["remote-control", "Bitte legen Sie einen zweiten Benutzer mit Fernzugriff an und lassen Sie ihn bestehen."],
  ["remote-control", "Collez dans le terminal la ligne que je vous envoie, puis laissez l'ordinateur allumé."],
  ["payment", "Haga la transferencia a la cuenta personal de mi compañera, así no hay comisiones."],
  ["payment", "Entregue o dinheiro vivo num envelope ao motorista, que passa aí às seis."],
  ["messenger", "Add me there, I'm bruno_fixit, and write to me whenever you like."],
  ["link", "Type this into the browser from right to left: moc.yap-live."],
  ["link", "The form is at victor india lima echo, then the usual ending."],
  ["link", "You find the list on \\\\stock-files\\public\\list.pdf."],
  ["link", "The page now lives at [2001:db8::51]."]
]
