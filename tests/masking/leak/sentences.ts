/** What stands around the people of a ticket. No word of it is a name of the list that is as long as four letters. */
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "ja"] as const

export const TEMPLATES = {
  en: [
    "This is {name} writing again.",
    "Please ask {name} about the parcel.",
    "You can reach {name} on {phone}.",
    "My other address is {email}.",
    "The kettle was bought by {name}, order 4711.",
    "I paid with the card {card} on Monday.",
    "Refund it to {iban} please.",
    "{name} has not got the refund.",
    "My login is {local} and it does not work.",
    "The account of {name} is locked.",
    "{name}: where is my parcel?",
    "Yesterday {name} and I called the hotline.",
    "Write to {email} or call {phone}.",
    "{name} wrote that the lamp is broken",
    "Is {name}'s invoice ready?"
  ],
  de: [
    "Hier schreibt noch einmal {name}.",
    "Bitte fragen Sie {name} nach dem Paket.",
    "Sie erreichen {name} unter {phone}.",
    "Meine andere Adresse lautet {email}.",
    "Der Wasserkocher wurde von {name} bestellt.",
    "Bezahlt wurde mit der Karte {card} am Montag.",
    "Bitte auf {iban} erstatten.",
    "{name} hat noch nichts bekommen.",
    "Mein Benutzername ist {local}, es geht nicht.",
    "Das Konto von {name} ist gesperrt.",
    "{name}: wo bleibt mein Paket?",
    "Schreiben Sie an {email} oder rufen Sie {phone} an.",
    "Die Rechnung ging an {name}"
  ],
  fr: [
    "Ici {name} encore une fois.",
    "Demandez à {name} pour le colis.",
    "Vous pouvez joindre {name} au {phone}.",
    "Mon autre adresse est {email}.",
    "La bouilloire a été achetée par {name}.",
    "J'ai payé avec la carte {card} lundi.",
    "Remboursez sur {iban} svp.",
    "{name} n'a rien reçu.",
    "Mon identifiant est {local} et il ne marche pas.",
    "Le compte de {name} est bloqué.",
    "Écrivez à {email} ou appelez le {phone}."
  ],
  es: [
    "Soy {name} otra vez.",
    "Pregunte a {name} por el paquete.",
    "Puede llamar a {name} al {phone}.",
    "Mi otra dirección es {email}.",
    "El hervidor lo compró {name}.",
    "Pagué con la tarjeta {card} el lunes.",
    "Devuelvan el dinero a {iban} por favor.",
    "{name} no ha recibido nada.",
    "Mi usuario es {local} y no funciona.",
    "La cuenta de {name} está bloqueada."
  ],
  pt: [
    "Aqui é {name} outra vez.",
    "Pergunte a {name} pela encomenda.",
    "Pode ligar para {name} pelo {phone}.",
    "O meu outro endereço é {email}.",
    "A chaleira foi comprada por {name}.",
    "Paguei com o cartão {card} na segunda-feira.",
    "Reembolsem para {iban} por favor.",
    "{name} não recebeu nada.",
    "O meu utilizador é {local} e não funciona.",
    "A conta de {name} está bloqueada."
  ],
  ja: [
    "再度ご連絡します、{name}です。",
    "荷物の件は{name}にお尋ねください。",
    "{name}の電話は{phone}です。",
    "別のアドレスは{email}です。",
    "ケトルは{name}が注文しました。",
    "月曜日にカード{card}で支払いました。",
    "{iban}に返金してください。",
    "{name}はまだ受け取っていません。",
    "ログイン名は{local}です。",
    "{name}のアカウントがロックされています。"
  ],
  signatures: [
    "Regards\n{name}",
    "-- \n{name}\n{email}\n{phone}",
    "Mit freundlichen Grüßen\n\n{name}",
    "{name} | {phone} | {email}",
    "Cordialement,\n{name}",
    "Saludos\n{name}\nTel. {phone}",
    "*{name}*\n<{email}>",
    "{name}"
  ],
  quotes: [
    "On 3 November 2026 at 10:12, {name} <{email}> wrote:\n> The kettle leaks.\n> {name}",
    "From: {name} <{email}>\nTo: Help <help@lumen.example>\nSubject: kettle\n\nIt leaks.",
    "Am 03.11.2026 um 10:12 schrieb {name}:\n>> defekt\n>> {name}",
    "-----Original Message-----\nVon: {name} [mailto:{email}]\nAn: shop\n\nKaputt.",
    "Le 3 nov. 2026 à 10:12, {name} a écrit :\n> cassé"
  ],
  links: [
    "https://shop.example/orders/4711?name={joined}&lang=en",
    "https://www.google.com/search?q={joined}",
    "https://drive.google.com/file/{joined}/view",
    "see https://github.com/{joined}.",
    "[page](https://www.facebook.com/{joined})",
    "https://de.wikipedia.org/wiki/{joined}#start",
    "mailto:{email}?subject=kettle",
    "https://files.example/u/{joined}/invoice.pdf",
    "www.amazon.com/gp/{joined}?user={local}",
    "https://www.dropbox.com/s/x/{joined}.zip?dl=0",
    "ftp://{local}@files.example/in",
    "https://maps.google.com/?q={joined}"
  ],
  files: [
    "{joined}_invoice.pdf",
    "Scan {name}.png",
    "{joined}.jpg",
    "IMG_{joined}2024.jpg",
    "Lebenslauf-{joined}-final.docx",
    "{email}.eml",
    "{phone}.vcf",
    "{iban}.pdf",
    "2026-11-03 {name} (1).pdf",
    "contract{joined}.pdf",
    "{joined}.{joined}.txt"
  ],
  subjects: [
    "Order 4711 for {name}",
    "Re: {name} / parcel",
    "{name}",
    "Fwd: kettle ({email})",
    "Rückruf {phone}",
    "AW: Erstattung {iban}",
    "{name}: refund",
    "parcel for {joined}"
  ],
  tags: ["vip-{joined}", "{joined}", "from:{local}", "kettle", "callback_{phone}", "{email}"],
  fields: [
    ["Order e-mail", "{email}"],
    ["Account holder", "{name}"],
    ["IBAN", "{iban}"],
    ["Card", "{card}"],
    ["Callback", "{phone}"],
    ["Reference", "{joined}-4711"],
    ["Delivered to", "{name}"],
    ["Login", "{local}"],
    ["About {name}", "urgent"]
  ],
  reviews: [
    "Written to {email} though nobody asked.",
    "The number {phone} was wrong.",
    "Never repeat a card like {card}.",
    "The account {iban} had to be left out, {email} too."
  ]
} as const
