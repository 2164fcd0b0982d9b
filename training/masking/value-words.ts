export const split = (text: string) => text.split(" ")
export const ENDINGS = [
  "",
  "",
  "",
  "",
  "ski",
  "ov",
  "ova",
  "ić",
  "sen",
  "sson",
  "ez",
  "es",
  "ini",
  "oglu",
  "yan",
  "ishi",
  "uchi",
  "moto",
  "wala",
  "inho",
  "ade",
  "ola",
  "uddin",
  "mann",
  "er",
  "ina",
  "a",
  "o"
]
export const STATES = split("NY CA TX WA OH FL IL GA PA MA CO AZ")
export const POSTCODES = [
  "SW1A 2AA",
  "M1 4BT",
  "LS12 3QF",
  "EH3 9DR",
  "BS8 1TH",
  "CF10 3AT",
  "E17 6PL",
  "K1A 0B1",
  "D02 X285"
]
export const MONTH: Record<string, string[]> = {
  en: split("January March April May June July August September October November"),
  de: split("Januar März April Mai Juni Juli August September Oktober November"),
  fr: split("janvier mars avril mai juin juillet août septembre octobre novembre"),
  es: split("enero marzo abril mayo junio julio agosto septiembre octubre"),
  pt: split("janeiro março abril maio junho julho agosto setembro outubro")
}
export const COMPANY_WORDS: Record<string, string[]> = {
  en: split(
    "Systems Solutions Software Labs Partners Health Media Data Networks Capital Foods Logistics Bakery Dental Consulting Plumbing Fitness Travel Clinic Museum Electric Interiors"
  ),
  de: split(
    "Bau Haustechnik Logistik Apotheke Praxis Bäckerei Autohaus Medien Software Elektro Verlag Dachdecker Immobilien Reisen Kanzlei"
  ),
  fr: split(
    "Conseil Bâtiment Transports Boulangerie Pharmacie Immobilier Voyages Menuiserie Assurances Formation Services"
  ),
  es: split("Construcciones Asesores Transportes Panadería Farmacia Inmobiliaria Talleres Reformas Consultores Viajes"),
  pt: split("Construções Transportes Padaria Farmácia Imobiliária Oficina Consultoria Viagens Móveis Contabilidade")
}
export const KINDS_OF_COMPANY: Record<string, string[]> = {
  de: split(
    "Praxis Zahnarztpraxis Apotheke Bäckerei Metzgerei Autohaus Kanzlei Klinik Klinikum Schreinerei Tischlerei Wäscherei Gärtnerei Buchhandlung Fahrschule Kita Grundschule Musikschule Sportverein Gasthof Hotel Restaurant Firma Reifen Elektro Optik"
  ),
  fr: split(
    "boulangerie pharmacie boucherie clinique cabinet école lycée collège crèche association restaurant hôtel garage menuiserie librairie fromagerie scierie optique conservatoire mairie résidence entreprise société agence atelier pressing"
  ),
  es: split(
    "clínica farmacia panadería colegio instituto hostal restaurante taller gestoría librería peluquería gimnasio academia asociación fundación club bar hotel residencia carpintería inmobiliaria empresa autoescuela guardería"
  ),
  pt: split(
    "clínica farmácia padaria pastelaria escola colégio oficina restaurante hotel associação clube academia livraria hospital lar creche pizzaria empresa imobiliária tecelagem junta mercearia salão"
  )
}
export const COMPANY_LINKS: Record<string, string[]> = {
  de: ["", "", "", "am ", "Dr. ", "im "],
  fr: ["", "", "de la ", "du ", "des ", "de "],
  es: ["", "", "de la ", "del ", "de "],
  pt: ["", "", "da ", "do ", "de ", "dos "]
}
export const SAINTS: Record<string, string[]> = {
  de: ["St.", "Sankt"],
  fr: ["Saint", "Sainte"],
  es: ["San", "Santa", "Virgen del"],
  pt: ["São", "Santa", "Santo"]
}
export const SCHOOLS: Record<string, string[]> = {
  en: [
    "{C} Primary School",
    "{L} High School",
    "University of {C}",
    "{C} Grammar School",
    "St. {F}'s College",
    "{L} Academy",
    "{C} Community Hospital",
    "{C} Rowing Club"
  ],
  de: [
    "{L}-Gymnasium {C}",
    "Grundschule {C}",
    "Universität {C}",
    "Hochschule {C}",
    "TSV {C}",
    "{F}-{L}-Schule",
    "Klinikum {C}",
    "Kita {L}"
  ],
  fr: ["Lycée {F} {L}", "Collège {L}", "Université de {C}", "École {F} {L}", "Clinique {L}", "Mairie de {C}"],
  es: ["Colegio {F} {L}", "IES {L}", "Universidad de {C}", "Instituto {L}", "Clínica {L}", "Ayuntamiento de {C}"],
  pt: [
    "Escola {F} {L}",
    "Universidade de {C}",
    "Colégio {L}",
    "Escola Básica de {C}",
    "Clínica {L}",
    "Câmara Municipal de {C}"
  ]
}
